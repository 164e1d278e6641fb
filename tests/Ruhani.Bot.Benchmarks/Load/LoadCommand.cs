using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ruhani.Bot.Testing.Telegram;

namespace Ruhani.Bot.Benchmarks.Load;

/// <summary>
/// <c>load</c>: the whole host behind the Telegram stand-in, beside a minimal Telegram.Bot program that commits a
/// counter to SQLite before each reply. Both are processes of their own, polled from the same server, one after the
/// other.
/// </summary>
internal static class LoadCommand
{
    private const int Chats = 500;
    private const int WarmUp = 5_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var updates = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
        var questions = Questions();
        Console.WriteLine(
            $"{updates} questions from {Chats} chats, {rounds} rounds, {Environment.ProcessorCount} cores");
        var ours = new List<double>();
        var peers = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            peers.Add(await ThroughputAsync("peer", updates, offers: 0, questions, Bots.StartPeer));
            ours.Add(await ThroughputAsync("ruhani", updates, offers: Chats, questions, Bots.StartHost));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median: ruhani {Median(ours):0}/s, peer {Median(peers):0}/s, ratio {Median(ours) / Median(peers):0.00}"));
        await SteadyAsync("ruhani", repliesToFirst: 2, questions, Bots.StartHost);
        await SteadyAsync("peer", repliesToFirst: 1, questions, Bots.StartPeer);
        return 0;
    }

    private static async Task<double> ThroughputAsync(
        string name, int updates, int offers, string[] questions, Func<TelegramServer, BotProcess> start)
    {
        await using var server = await TelegramServer.StartAsync(
            new TelegramServerOptions { Record = false, KeepMessages = false });
        await using var bot = start(server);
        await WaitAsync(() => server.Calls.Count("getUpdates") > 0, () => "the bot did not poll");

        // Both are measured warm, as servers run; the first message of a chat also brings our offer of a language.
        await AnswerAsync(server, Enumerable.Range(0, WarmUp), WarmUp + offers, questions);
        var cpu = bot.Cpu;
        var watch = Stopwatch.StartNew();
        await AnswerAsync(server, Enumerable.Range(WarmUp, updates), WarmUp + offers + updates, questions);
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-7} {updates / seconds,7:0} updates/s  {seconds,5:0.00} s  " +
            $"{(bot.Cpu - cpu).TotalMilliseconds * 1000 / updates,5:0} µs CPU an update  {bot.Memory >> 20} MB"));
        return updates / seconds;
    }

    private static async Task AnswerAsync(
        TelegramServer server, IEnumerable<int> updates, long expected, string[] questions)
    {
        server.PreloadUpdates(updates.Select(i => Update(i, questions[i % questions.Length])));
        await WaitAsync(
            () => server.Calls.Count("sendMessage") >= expected,
            () => $"only {server.Calls.Count("sendMessage")} of {expected} replies came");
    }

    private static async Task SteadyAsync(
        string name, int repliesToFirst, string[] questions, Func<TelegramServer, BotProcess> start)
    {
        const int rate = 200;
        const int warmUp = 5 * rate;
        const int measured = 20 * rate;
        await using var server = await TelegramServer.StartAsync(new TelegramServerOptions { Record = false });
        await using var bot = start(server);
        await WaitAsync(() => server.Calls.Count("getUpdates") > 0, () => "the bot did not poll");
        var users = Enumerable.Range(0, Chats).Select(_ => server.AddUser()).ToArray();
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

            var user = users[i % Chats];
            var latency = AskAsync(user, questions[i % questions.Length]);
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

    private static async Task WaitAsync(Func<bool> done, Func<string> complaint)
    {
        var watch = Stopwatch.StartNew();
        while (!done())
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(1))
            {
                throw new TimeoutException(complaint());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    private static TelegramUpdate Update(int index, string question)
    {
        var id = index + 1;
        var chat = 10_000 + (index % Chats);
        var json = string.Create(CultureInfo.InvariantCulture,
            $$$"""
            {"update_id":{{{id}}},"message":{"message_id":{{{id}}},"date":1790000000,
            "from":{"id":{{{chat}}},"is_bot":false,"first_name":"Айгүл","language_code":"kk"},
            "chat":{"id":{{{chat}}},"first_name":"Айгүл","type":"private"},
            "text":{{{JsonSerializer.Serialize(question)}}}}}
            """);
        return new TelegramUpdate(id, chat, Encoding.UTF8.GetBytes(json));
    }

    private static string[] Questions()
    {
        var file = Path.Combine(Bots.Root, "tests", "Ruhani.Bot.Content.Tests", "questions.tsv");

        // A wish for another language is answered by the offer of both, so the first one brings one message, not two.
        return [.. File.ReadLines(file).Skip(1).Select(line => line.Split('\t'))
            .Where(row => row[3] != "dialog.language").Select(row => row[2])];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
