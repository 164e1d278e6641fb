using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Storage.LiteDb;
using Ruhani.Bot.Testing.Telegram;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Host.Tests.Running;

/// <summary>The real host behind the Telegram stand-in, killed in the middle of its work.</summary>
public sealed class CrashTests
{
    private const int People = 25;
    private static readonly string[] Questions =
        ["Ұлттық код деген не?", "Что такое меценатство?", "логотип", "бағыттар", "курс доллара", "рахмет"];

    [Fact]
    public async Task Every_update_has_its_effect_once_although_the_host_is_killed_again_and_again()
    {
        const int crashes = 4;
        using var folder = new TempFolder();
        await using var server = await TelegramServer.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken);
        var people = Enumerable.Range(0, People).Select(_ => server.AddUser()).ToList();
        var asked = 0;
        for (var crash = 0; crash < crashes; crash++)
        {
            await using var host = await StartAsync(folder, server);
            var answersBefore = server.Calls.Count("sendMessage");
            asked += Ask(people, rounds: 4);
            // In the middle: some are answered, the rest is anywhere between the wire and the outbox.
            await server.Calls.WaitForAsync(
                "sendMessage", answersBefore + 20 + (crash * 13), TestContext.Current.CancellationToken, 60);
            await host.CrashAsync();
        }

        await using (var host = await StartAsync(folder, server))
        {
            asked += Ask(people, rounds: 1);
            await UntilAnsweredAsync(people, asked / People);
            Assert.Equal(0, await host.StopAsync());
        }

    }

    [Fact]
    public async Task A_host_that_is_asked_to_stop_answers_what_it_took()
    {
        using var folder = new TempFolder();
        await using var server = await TelegramServer.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken);
        var people = Enumerable.Range(0, People).Select(_ => server.AddUser()).ToList();
        await using (var host = await StartAsync(folder, server))
        {
            Ask(people, rounds: 4);
            await server.Calls.WaitForAsync("sendMessage", 10, TestContext.Current.CancellationToken, 60);
            Assert.Equal(0, await host.StopAsync());
            Assert.DoesNotContain("\"@l\":\"Error\"", host.Output);
        }

        var store = Open(folder);
        await using (store)
        {
            // Nothing was left in the outbox, so each committed turn was answered.
            var health = await store.CheckAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, health.Waiting);
        }

        await using (var again = await StartAsync(folder, server))
        {
            await UntilAnsweredAsync(people, 4);
            Assert.Equal(0, await again.StopAsync());
        }

        await AssertTurnsAsync(folder, people, 4);
        Assert.All(people, person => Assert.Equal(4 + 1, person.Log.Count));
    }

    private static Task<HostProcess> StartAsync(TempFolder folder, TelegramServer server) => HostProcess.StartAsync(
        folder.Path,
        $"--Telegram:Token={server.Token}",
        $"--Telegram:ApiUrl={server.Url}",
        "--Limits:MessagesPerMinute=1000");

    private static int Ask(List<TelegramUser> people, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (index, person) in people.Index())
            {
                person.Say(Questions[(index + round) % Questions.Length]);
            }
        }

        return rounds * people.Count;
    }

    // An answer a question, and the offer of a language beneath the first.
    private static async Task UntilAnsweredAsync(List<TelegramUser> people, int questions)
    {
        foreach (var person in people)
        {
            for (var answers = 0; answers < questions + 1; answers++)
            {
                await person.NextAsync(TestContext.Current.CancellationToken, seconds: 60);
            }
        }
    }

    private static async Task AssertTurnsAsync(TempFolder folder, List<TelegramUser> people, int turns)
    {
        var store = Open(folder);
        await using (store)
        {
            foreach (var person in people)
            {
                var document = await store.FindAsync(
                    DocumentKind.Conversation, $"telegram:{person.Id}", TestContext.Current.CancellationToken);
                var state = JsonSerializer.Deserialize(document!.Json, StateJson.Stored.ConversationState)!;
                Assert.Equal(turns, state.Turns);
            }
        }
    }

    private static LiteDbStore Open(TempFolder folder) => LiteDbStore.Open(
        new LiteDbOptions { Path = folder.In("data", "ruhani.db") }, NullLogger<LiteDbStore>.Instance);
}
