using System.Diagnostics;
using System.Globalization;
using Ruhani.Bot.Testing.Telegram;

namespace Ruhani.Bot.Benchmarks.Load;

/// <summary>
/// <c>load</c>: the whole host behind the Telegram stand-in, beside a minimal Telegram.Bot program that commits a
/// counter to SQLite before each reply. Both are processes of their own, polled from the same server, one after the
/// other.
/// </summary>
internal static class LoadCommand
{
    private const int WarmUp = 5_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var updates = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
        var isDistinct = args is [.., "distinct"];
        var questions = isDistinct ? Questions.Distinct(WarmUp + updates) : Questions.Real();
        Console.WriteLine(
            $"{updates} {(isDistinct ? "distinct " : "")}questions from {Traffic.Chats} chats, {rounds} rounds, " +
            $"{Environment.ProcessorCount} cores");
        var ours = new List<double>();
        var peers = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            peers.Add(await ThroughputAsync("peer", updates, offers: 0, questions, Bots.StartPeer));
            ours.Add(await ThroughputAsync("ruhani", updates, offers: Traffic.Chats, questions, Bots.StartHost));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median: ruhani {Median(ours):0}/s, peer {Median(peers):0}/s, ratio {Median(ours) / Median(peers):0.00}"));
        await SteadyAsync("ruhani", repliesToFirst: 2, questions, Bots.StartHost);
        await SteadyAsync("peer", repliesToFirst: 1, questions, Bots.StartPeer);
        return 0;
    }

    private static async Task<double> ThroughputAsync(
        string name, int updates, int offers, IReadOnlyList<string> questions, Func<TelegramServer, BotProcess> start)
    {
        await using var server = await TelegramServer.StartAsync(
            new TelegramServerOptions { Record = false, KeepMessages = false });
        await using var bot = start(server);
        await Traffic.WaitForBotAsync(server);

        // Both are measured warm, as servers run; the first message of a chat also brings our offer of a language.
        await Traffic.AnswerAsync(server, 0, WarmUp, WarmUp + offers, questions);
        var cpu = bot.Cpu;
        var watch = Stopwatch.StartNew();
        await Traffic.AnswerAsync(server, WarmUp, updates, WarmUp + offers + updates, questions);
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-7} {updates / seconds,7:0} updates/s  {seconds,5:0.00} s  " +
            $"{(bot.Cpu - cpu).TotalMilliseconds * 1000 / updates,5:0} µs CPU an update  {bot.Memory >> 20} MB"));
        return updates / seconds;
    }

    private static async Task SteadyAsync(
        string name, int repliesToFirst, IReadOnlyList<string> questions, Func<TelegramServer, BotProcess> start)
    {
        const int rate = 200;
        const int warmUp = 5 * rate;
        const int measured = 20 * rate;
        await using var server = await TelegramServer.StartAsync(new TelegramServerOptions { Record = false });
        await using var bot = start(server);
        await Traffic.WaitForBotAsync(server);
        var users = Enumerable.Range(0, Traffic.Chats).Select(_ => server.AddUser()).ToArray();
        foreach (var user in users)
        {
            user.Say(questions[0]);
        }

        foreach (var user in users)
        {
            for (var reply = 0; reply < repliesToFirst; reply++)
            {
                await user.NextAsync(CancellationToken.None, 60);
            }
        }

        var latencies = new List<Task<double>>();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < warmUp + measured; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / rate);
            while (clock.Elapsed < due)
            {
                await Task.Yield();
            }

            var user = users[i % Traffic.Chats];
            var latency = AskAsync(user, questions[i % questions.Count]);
            if (i >= warmUp)
            {
                latencies.Add(latency);
            }
        }

        var sorted = (await Task.WhenAll(latencies)).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-7} at {rate}/s: p50 {sorted[sorted.Length / 2]:0.0} ms, " +
            $"p99 {sorted[sorted.Length * 99 / 100]:0.0} ms, max {sorted[^1]:0.0} ms, {bot.Memory >> 20} MB"));
    }

    private static async Task<double> AskAsync(TelegramUser user, string question)
    {
        var watch = Stopwatch.StartNew();
        var reply = user.NextAsync(CancellationToken.None, 30);
        user.Say(question);
        await reply;
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
