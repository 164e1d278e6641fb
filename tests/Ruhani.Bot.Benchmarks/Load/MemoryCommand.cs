using System.Diagnostics;
using System.Globalization;
using Ruhani.Bot.Testing.Telegram;

namespace Ruhani.Bot.Benchmarks.Load;

/// <summary>
/// <c>memory</c>: what the whole host takes of the machine's memory (its resident set): when it begins to poll, after
/// 1,000 questions and after 25,000, none of them asked twice.
/// </summary>
internal static class MemoryCommand
{
    private const int Few = 1_000;
    private const int Many = 25_000;

    public static async Task<int> RunAsync()
    {
        var questions = Questions.Distinct(Many);
        await using var server = await TelegramServer.StartAsync(
            new TelegramServerOptions { Record = false, KeepMessages = false });
        var watch = Stopwatch.StartNew();
        await using var host = Bots.StartHost(server);
        await Traffic.WaitForBotAsync(server);
        Say($"polling after {watch.Elapsed.TotalSeconds:0.00} s", host);

        // The first message of a chat also brings the offer of a language.
        await Traffic.AnswerAsync(server, 0, Few, Few + Traffic.Chats, questions);
        Say($"after {Few} turns", host);
        await Traffic.AnswerAsync(server, Few, Many - Few, Many + Traffic.Chats, questions);
        Say($"after {Many} turns", host);
        return 0;
    }

    private static void Say(FormattableString moment, BotProcess host) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{moment.ToString(CultureInfo.InvariantCulture),-22} {host.Memory / 1e6,4:0} MB, " +
        $"at most {host.MostMemory / 1e6,4:0} MB ({host.MemoryParts}), {host.Cpu.TotalSeconds,5:0.0} s CPU"));
}
