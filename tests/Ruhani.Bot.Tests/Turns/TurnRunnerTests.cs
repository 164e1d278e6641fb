using Microsoft.Extensions.Logging;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Content;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Tests.Support;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Turns;

public sealed class TurnRunnerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_redelivered_activity_has_no_second_effect()
    {
        using var bot = new TestBot();
        var activity = Text("telegram:7", "Национальный код");
        var first = await bot.Get<ITurnRunner>().RunAsync(activity, Cancelled);
        var state = await bot.Store.FindAsync(DocumentKind.Conversation, "telegram:1", Cancelled);

        var second = await bot.Get<ITurnRunner>().RunAsync(activity, Cancelled);

        Assert.Equal(CommitOutcome.Committed, first.Outcome);
        Assert.Equal(CommitOutcome.Duplicate, second.Outcome);
        Assert.Empty(second.Messages);
        Assert.Equal(state, await bot.Store.FindAsync(DocumentKind.Conversation, "telegram:1", Cancelled));
        Assert.Equal(first.Messages.Count, bot.Channel.Attempts.Count);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_commit()
    {
        StoreProbe? probe = null;
        using var bot = new TestBot(store: inner => probe = new StoreProbe(inner));
        var seen = -1;
        probe!.BeforeCommit = commit =>
        {
            seen = commit.ActivityId is null ? seen : bot.Channel.Attempts.Count;
            return Task.FromResult<CommitOutcome?>(null);
        };
        await bot.SayAsync("Национальный код");
        Assert.Equal(0, seen);
        Assert.NotEmpty(bot.Channel.Attempts);
    }

    [Fact]
    public async Task A_store_that_fails_leaves_the_activity_unanswered_and_unseen()
    {
        using var bot = new TestBot();
        bot.Store.Failure = new StoreUnavailableException("disk full");
        var activity = Text("telegram:7", "Национальный код");
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => bot.Get<ITurnRunner>().RunAsync(activity, Cancelled));
        Assert.Empty(bot.Channel.Attempts);

        bot.Store.Failure = null;
        var again = await bot.Get<ITurnRunner>().RunAsync(activity, Cancelled);
        Assert.Equal(CommitOutcome.Committed, again.Outcome);
        Assert.NotEmpty(again.Messages);
    }

    [Fact]
    public async Task A_conflict_is_repeated_on_what_the_other_wrote()
    {
        StoreProbe? probe = null;
        using var bot = new TestBot(store: inner => probe = new StoreProbe(inner));
        await bot.SayAsync("Русский");
        var tries = 0;
        probe!.BeforeCommit = async commit =>
        {
            if (commit.ActivityId is null || ++tries > 1)
            {
                return null;
            }

            // Meanwhile the person chose Kazakh in another chat.
            var person = await bot.Store.FindAsync(DocumentKind.Person, "telegram:1", Cancelled);
            await bot.Store.CommitAsync(
                new Commit
                {
                    At = bot.Time.GetUtcNow(),
                    Documents =
                    [
                        new DocumentWrite(
                            person! with { Version = person.Version + 1, Json = """{"language":"kk"}""" }),
                    ],
                },
                Cancelled);
            return CommitOutcome.Conflict;
        };
        var replies = await bot.CommandAsync("menu");
        Assert.Equal(2, tries);
        Assert.Equal("kk", Assert.Single(replies).Language);
        Assert.Equal(["telegram:2/0"], replies.Select(reply => reply.Id));
    }

    [Fact]
    public async Task A_conflict_without_end_is_given_up()
    {
        StoreProbe? probe = null;
        using var bot = new TestBot(store: inner => probe = new StoreProbe(inner));
        probe!.BeforeCommit = _ => Task.FromResult<CommitOutcome?>(CommitOutcome.Conflict);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.SayAsync("Национальный код"));
        Assert.Empty(bot.Channel.Attempts);
    }

    [Fact]
    public async Task A_verb_that_throws_becomes_an_apology_and_loses_nothing()
    {
        using var files = FilesWithBrokenDialog();
        using var bot = new TestBot(folder: files.Folder, verbs: new BrokenVerbs());
        await bot.SayAsync("Национальный код");
        var before = await bot.Store.FindAsync(DocumentKind.Conversation, "telegram:1", Cancelled);

        var reply = Assert.Single(await bot.CommandAsync("broken"));

        Assert.Contains("внутренняя ошибка", reply.Text, StringComparison.Ordinal);
        Assert.Contains(bot.Log.All, line => line.Level == LogLevel.Error && line.Text.Contains("telegram:2"));
        Assert.DoesNotContain(reply.Text, "half", StringComparison.Ordinal);
        var person = await bot.PersonAsync();
        Assert.Null(person!.Language);
        var after = await bot.Store.FindAsync(DocumentKind.Conversation, "telegram:1", Cancelled);
        Assert.Equal(before!.Version + 1, after!.Version);
        Assert.DoesNotContain("half-done", after.Json, StringComparison.Ordinal);
        Assert.Empty(await bot.RecordsAsync(DocumentKind.Feedback));
        Assert.NotEmpty(await bot.CommandAsync("menu"));
    }

    [Fact]
    public async Task A_question_that_fails_is_kept_as_the_apology_says()
    {
        using var files = new ContentFiles();
        files.Replace("dialogs/ask/ask.dialog.yaml", "do: knowledge.search", "do: broken.ask");
        using var bot = new TestBot(folder: files.Folder, verbs: new BrokenVerbs());
        Assert.Contains("сохранено", (await bot.SayAsync("Қайда барамын?")).AllText(), StringComparison.Ordinal);
        var question = Assert.Single(await bot.RecordsAsync(DocumentKind.Question));
        Assert.Equal("Қайда барамын?", question.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"turns":"many"}""")]
    [InlineData("[]")]
    public async Task A_state_that_can_t_be_read_starts_the_conversation_anew(string json)
    {
        using var bot = new TestBot();
        await bot.Store.CommitAsync(
            new Commit
            {
                At = bot.Time.GetUtcNow(),
                Documents =
                [
                    new DocumentWrite(new StoredDocument(DocumentKind.Conversation, "telegram:1", 1, json)),
                    new DocumentWrite(new StoredDocument(DocumentKind.Person, "telegram:1", 1, json)),
                ],
            },
            Cancelled);
        Assert.NotEmpty(await bot.SayAsync("Национальный код"));
        Assert.Contains(bot.Log.All, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Too_many_messages_get_one_notice_and_the_next_minute_is_free()
    {
        using var bot = new TestBot(limits: limits => limits.MessagesPerMinute = 3);
        for (var i = 0; i < 3; i++)
        {
            Assert.NotEmpty(await bot.CommandAsync("menu"));
        }

        Assert.Contains("слишком часто", (await bot.CommandAsync("menu")).AllText(), StringComparison.Ordinal);
        Assert.Empty(await bot.CommandAsync("menu"));
        Assert.Empty(await bot.SayAsync("меню"));
        Assert.NotEmpty(await bot.CommandAsync("menu", chat: "2"));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEmpty(await bot.CommandAsync("menu"));
    }

    [Fact]
    public async Task A_block_is_noted_however_fast_the_person_wrote_before()
    {
        using var bot = new TestBot(limits: limits => limits.MessagesPerMinute = 1);
        await bot.CommandAsync("menu");
        await bot.SendAsync(Member(MembershipChange.Blocked));
        Assert.NotNull((await bot.PersonAsync())!.UnreachableSince);
    }

    [Fact]
    public async Task Replies_of_a_conversation_are_numbered_without_gaps()
    {
        using var bot = new TestBot(Networks.WhatsApp);
        var orders = new List<long>();
        foreach (var text in new[] { "Национальный код", "словарь", "меню", "Мәдениет" })
        {
            orders.AddRange((await bot.SayAsync(text)).Select(message => message.Order));
        }

        Assert.Equal(Enumerable.Range(1, orders.Count).Select(i => (long)i), orders);
    }

    [Fact]
    public async Task Turns_of_one_conversation_that_come_together_are_all_answered_in_order()
    {
        using var bot = new TestBot(limits: limits => limits.MessagesPerMinute = 1000);
        var runner = bot.Get<ITurnRunner>();
        var results = await Task.WhenAll(Enumerable.Range(1, 50)
            .Select(i => runner.RunAsync(Text($"telegram:{i}", "меню"), Cancelled)));
        var orders = results.SelectMany(result => result.Messages).Select(message => message.Order).ToList();
        Assert.Equal(orders.Count, orders.Distinct().Count());
        Assert.Equal(orders.Order(), orders);
    }

    [Fact]
    public async Task What_came_late_does_not_open_the_reply_window_anew()
    {
        using var bot = new TestBot(Networks.WhatsApp);
        var happened = bot.Time.GetUtcNow().AddHours(-30);
        await bot.Get<ITurnRunner>().RunAsync(Text("telegram:7", "меню") with { At = happened }, Cancelled);
        Assert.Equal(happened, bot.Channel.LastContext!.LastInboundAt);
    }

    [Fact]
    public async Task Whoever_writes_can_be_reached_again()
    {
        using var bot = new TestBot();
        await bot.CommandAsync("menu");
        await bot.SendAsync(Member(MembershipChange.Blocked));
        Assert.NotNull((await bot.PersonAsync())!.UnreachableSince);
        await bot.SendAsync(Member(MembershipChange.Unblocked));
        Assert.Null((await bot.PersonAsync())!.UnreachableSince);

        // A network that doesn't tell of unblocking: the next message does.
        await bot.SendAsync(Member(MembershipChange.Blocked));
        await bot.SayAsync("меню");
        Assert.Null((await bot.PersonAsync())!.UnreachableSince);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_person_whose_command_in_a_group_was_for_another_bot()
    {
        using var bot = new TestBot();
        Assert.Empty(await bot.SendAsync(Command("weather") with { IsGroup = true }, "-100"));
        Assert.Null(await bot.PersonAsync("telegram:9"));
    }

    internal static CommandActivity Command(string name) =>
        new() { Id = "", Conversation = default, From = default!, At = default, Name = name };

    private static TextActivity Text(string id, string text) => new()
    {
        Id = id,
        Conversation = new ConversationKey("telegram", "1"),
        From = new Sender("telegram:1", "ru"),
        At = new DateTimeOffset(2027, 2, 1, 4, 0, 0, TimeSpan.Zero),
        Text = text,
    };

    private static MembershipActivity Member(MembershipChange change) =>
        new() { Id = "", Conversation = default, From = default!, At = default, Change = change };

    private static ContentFiles FilesWithBrokenDialog()
    {
        var files = new ContentFiles();
        files.Write(
            "dialogs/broken/broken.dialog.yaml",
            """
            dialog: broken
            version: 1
            starts_on: { command: /broken }
            start: go
            states:
              go: { do: broken.go }
            """);
        return files;
    }

    private sealed class BrokenVerbs : IVerbSource
    {
        public IReadOnlyList<Verb> Verbs { get; } =
        [
            new Verb("broken.go", [], (turn, _) =>
            {
                turn.Say("menu.show");
                turn.Person = turn.Person with { Language = "kk" };
                turn.Conversation = turn.Conversation with { Topic = "half-done" };
                turn.Record(
                    DocumentKind.Feedback,
                    new AnswerFeedback("x", "kk", true, 1),
                    StateJson.Stored.AnswerFeedback);
                throw new InvalidOperationException("half-way");
            }),
            new Verb(
                "broken.ask",
                ["found", "choose", "unknown", "empty", "rude"],
                (_, _) => throw new InvalidOperationException("no index")),
        ];
    }
}
