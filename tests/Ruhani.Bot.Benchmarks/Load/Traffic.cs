using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ruhani.Bot.Testing.Telegram;

namespace Ruhani.Bot.Benchmarks.Load;

/// <summary>What is sent through the stand-in as fast as the bot takes it.</summary>
internal static class Traffic
{
    public const int Chats = 500;

    /// <summary>Gives the bot the questions from <paramref name="first"/> on, and waits for the replies.</summary>
    /// <param name="server">The stand-in.</param>
    /// <param name="first">The number of the first update.</param>
    /// <param name="count">How many.</param>
    /// <param name="expected">Messages the bot has sent by then, from its start.</param>
    /// <param name="questions">Asked in turn.</param>
    public static async Task AnswerAsync(
        TelegramServer server, int first, int count, long expected, IReadOnlyList<string> questions)
    {
        server.PreloadUpdates(Enumerable.Range(first, count).Select(i => Update(i, questions[i % questions.Count])));
        await WaitAsync(
            () => server.Calls.Count("sendMessage") >= expected,
            () => $"only {server.Calls.Count("sendMessage")} of {expected} replies came");
    }

    public static Task WaitForBotAsync(TelegramServer server) =>
        WaitAsync(() => server.Calls.Count("getUpdates") > 0, () => "the bot did not poll");

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
}
