using System.Diagnostics;
using System.Globalization;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Turns;
using Activity = Ruhani.Bot.Activities.Activity;

namespace Ruhani.Bot.Benchmarks.Engine;

/// <summary>
/// <c>engine [people]</c>: what a turn of a dialog costs beside the store's commit, in processor time and in bytes. One
/// thread, a store in memory, nothing sent; people walk through forms one after the other.
/// </summary>
internal static class EngineReport
{
    private const double MostMicroseconds = 100;
    private const double MostKilobytes = 60;

    // What people do, and what it is called in the table; a form of short answers and one with lists, files and days.
    private static readonly (string What, string Said)[] Steps =
    [
        ("command that starts a form", "/feedback"),
        ("choice by its words", "Басқа"),
        ("text", "Жауаптар түсінікті, рақмет."),
        ("choice by number", "1"),
        ("back", "артқа"),
        ("choice by its words", "Жақсы"),
        ("skip", "өткізу"),
        ("cancel", "болдырмау"),
        ("confirm", "Өшіру"),
        ("command that starts a form", "/logo"),
        ("choice by its words", "Иә"),
        ("choice by its words", "Жұмыс жоспары"),
        ("text", "2027 жылғы іс-шаралар жоспары"),
        ("text", "14"),
        ("days", "01.01.2027–31.12.2027"),
        ("choice of many", "Алматы қаласы"),
        ("text", "«Ұлттық құндылықтар» форумы"),
        ("text", "Форум «Национальные ценности»"),
        ("days", "25–27 тамыз"),
        ("wrong answer", "14"),
        ("put aside", "кейін"),
        ("menu", "/menu"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var people = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2_000;
        MeteredStore? store = null;
        using var bot = new TestBot(
            store: inner => store = new MeteredStore(inner), limits: limits => limits.MessagesPerMinute = 100_000);
        bot.Hint = "kk";
        await WalkAsync(bot, store!, 0, people / 4, null);
        var costs = new Dictionary<string, Cost>(StringComparer.Ordinal);
        await WalkAsync(bot, store!, people / 4, people, costs);

        Console.WriteLine($"{"turn",-30} {"µs",8} {"KB",8} {"turns",8}");
        foreach (var (what, cost) in costs)
        {
            Print(what, cost.Microseconds, cost.Kilobytes, cost.Turns);
        }

        var turns = costs.Values.Sum(cost => cost.Turns);
        var time = costs.Values.Sum(cost => cost.Microseconds * cost.Turns) / turns;
        var bytes = costs.Values.Sum(cost => cost.Kilobytes * cost.Turns) / turns;
        Print("all", time, bytes, turns);
        var holds = time <= MostMicroseconds && bytes <= MostKilobytes;
        Console.WriteLine($"must hold: {MostMicroseconds} µs, {MostKilobytes} KB: {(holds ? "yes" : "NO")}");
        return holds ? 0 : 1;
    }

    private static async Task WalkAsync(
        TestBot bot, MeteredStore store, int first, int last, Dictionary<string, Cost>? costs)
    {
        var turns = bot.Get<ITurnRunner>();
        for (var person = first; person < last; person++)
        {
            var chat = new ConversationKey("telegram", person.ToString(CultureInfo.InvariantCulture));
            for (var step = 0; step < Steps.Length; step++)
            {
                var activity = Read(chat, $"telegram:{person}.{step}", Steps[step].Said, bot.Time.GetUtcNow());
                var (ticks, bytes) = (store.Ticks, store.Bytes);
                var (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
                var turn = turns.RunAsync(activity, CancellationToken.None);
                if (!turn.IsCompletedSuccessfully)
                {
                    throw new InvalidOperationException("A turn waited for another thread: its cost is not known.");
                }

                var spent = Stopwatch.GetTimestamp() - start - (store.Ticks - ticks);
                var taken = GC.GetAllocatedBytesForCurrentThread() - allocated - (store.Bytes - bytes);
                _ = await turn;
                if (costs is not null)
                {
                    var what = Steps[step].What;
                    costs.TryAdd(what, new Cost());
                    costs[what].Add(spent, taken);
                }
            }
        }
    }

    private static Activity Read(ConversationKey chat, string id, string said, DateTimeOffset now) =>
        said[0] == '/'
            ? new CommandActivity
            {
                Id = id,
                Conversation = chat,
                From = new Sender(chat.ToString(), "kk"),
                At = now,
                Name = said[1..],
                Payload = "",
            }
            : new TextActivity
            {
                Id = id,
                Conversation = chat,
                From = new Sender(chat.ToString(), "kk"),
                At = now,
                Text = said,
            };

    private static void Print(string what, double time, double bytes, int turns) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-30} {time,8:0.0} {bytes,8:0.0} {turns,8}"));

    // Of the time the median: what another process took away in between is not the turn's.
    private sealed class Cost
    {
        private readonly List<long> _ticks = [];
        private long _bytes;

        public int Turns => _ticks.Count;

        public double Microseconds => _ticks.Order().ElementAt(_ticks.Count / 2) * 1e6 / Stopwatch.Frequency;

        public double Kilobytes => _bytes / 1024d / _ticks.Count;

        public void Add(long ticks, long bytes)
        {
            _ticks.Add(ticks);
            _bytes += bytes;
        }
    }
}
