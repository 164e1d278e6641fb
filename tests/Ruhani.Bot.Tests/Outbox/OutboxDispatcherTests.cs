using System.Text.Json;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Storage;
using Ruhani.Bot.Tests.Support;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Outbox;

public sealed class OutboxDispatcherTests
{
    private static readonly DeliveryOutcome Sent = new DeliveryOutcome.Sent();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_leaves_at_once_and_its_row_goes()
    {
        using var bench = new OutboxBench();
        await bench.PostAsync(bench.Message("m"));
        Assert.Equal(["m"], bench.Channel.Ids);
        await OutboxBench.UntilAsync(() => bench.Store.Rows.Count == 0);
    }

    [Fact]
    public async Task A_conversation_goes_in_order_and_others_beside_it()
    {
        using var bench = new OutboxBench();
        var gate = bench.Gate("a1");
        await bench.PostAsync(
            bench.Message("a1", "a", 1),
            bench.Message("a3", "a", 3),
            bench.Message("a2", "a", 2),
            bench.Message("b1", "b"));
        Assert.Equal(["a1", "b1"], bench.Channel.Ids);
        gate.SetResult(Sent);
        await bench.Channel.AttemptedAsync(4, Cancelled);
        Assert.Equal(["a1", "b1", "a2", "a3"], bench.Channel.Ids);
    }

    [Fact]
    public async Task So_many_conversations_as_the_channel_bears_are_sent_to_at_once()
    {
        using var bench = new OutboxBench(Networks.Telegram with { Parallelism = 2 });
        var gate = bench.Gate("1", "2", "3");
        await bench.PostAsync(bench.Message("1", "1"), bench.Message("2", "2"), bench.Message("3", "3"));
        Assert.Equal(["1", "2"], bench.Channel.Ids);
        gate.SetResult(Sent);
        await bench.Channel.AttemptedAsync(3, Cancelled);
    }

    [Fact]
    public async Task Replies_go_before_anything_bulk()
    {
        using var bench = new OutboxBench(Networks.Telegram with { Parallelism = 1 });
        var gate = bench.Gate("first");
        await bench.PostAsync(bench.Message("first", "0"));
        await bench.PostAsync(Bulk(bench, "bulk1", "1"), Bulk(bench, "bulk2", "2"), Bulk(bench, "bulk3", "3"));
        await bench.PostAsync(bench.Message("reply", "9"));

        // Whoever waits for a reply doesn't wait for a whole broadcast; the own order still holds.
        await bench.PostAsync(bench.Message("reply3", "3", 2));
        gate.SetResult(Sent);
        await bench.Channel.AttemptedAsync(6, Cancelled);
        Assert.Equal(["first", "reply", "bulk3", "reply3", "bulk1", "bulk2"], bench.Channel.Ids);
        await bench.StopAsync();
        Assert.Empty(bench.Store.Rows);
    }

    [Fact]
    public async Task A_wait_the_server_asks_for_is_kept_and_holds_up_that_conversation_only()
    {
        using var bench = new OutboxBench();
        bench.Channel.Answer = Once(
            "a1", new DeliveryOutcome.Retry(TimeSpan.FromSeconds(30), RetryScope.Conversation, "429"));
        await bench.PostAsync(bench.Message("a1", "a"), bench.Message("a2", "a", 2), bench.Message("b1", "b"));
        Assert.Equal(["a1", "b1"], bench.Channel.Ids);

        bench.Time.Advance(TimeSpan.FromSeconds(29.9));
        await bench.PostAsync(bench.Message("a3", "a", 3));
        Assert.Equal(2, bench.Channel.Attempts.Count);
        bench.Time.Advance(TimeSpan.FromSeconds(0.1));
        await bench.Channel.AttemptedAsync(5, Cancelled);
        Assert.Equal(["a1", "b1", "a1", "a2", "a3"], bench.Channel.Ids);
        Assert.Equal(1, bench.Channel.Attempts[2].Attempts);
    }

    [Fact]
    public async Task A_wait_for_the_whole_channel_holds_up_everybody()
    {
        using var bench = new OutboxBench();
        bench.Channel.Answer = Once(
            "a1", new DeliveryOutcome.Retry(TimeSpan.FromSeconds(5), RetryScope.Channel, "429"));
        await bench.PostAsync(bench.Message("a1", "a"));
        await bench.PostAsync(bench.Message("b1", "b"), bench.Message("c1", "c"));
        Assert.Equal(["a1"], bench.Channel.Ids);
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        await bench.Channel.AttemptedAsync(4, Cancelled);
        Assert.Equal(["a1", "a1", "b1", "c1"], bench.Channel.Ids.Take(1).Concat(bench.Channel.Ids.Skip(1).Order()));
    }

    [Fact]
    public async Task The_wait_and_the_count_outlive_a_restart()
    {
        var store = new MemoryStore();
        using var before = new OutboxBench(store: store);
        before.Channel.Answer = _ =>
            Task.FromResult<DeliveryOutcome>(
                new DeliveryOutcome.Retry(TimeSpan.FromMinutes(2), RetryScope.Conversation, "503"));
        await before.PostAsync(before.Message("m"));
        await before.StopAsync();
        store.ReleaseClaims();

        using var after = new OutboxBench(store: store);
        await after.StartAsync();
        await OutboxBench.UntilAsync(() => after.Probe.Claims > 0);
        Assert.Empty(after.Channel.Attempts);
        after.Time.Advance(TimeSpan.FromMinutes(2));
        await after.PassUntilAsync(() => after.Channel.Attempts.Count == 1);
        Assert.Equal(1, after.Channel.Attempts[0].Attempts);
        await after.StopAsync();
    }

    [Fact]
    public async Task A_message_that_is_tried_again_is_not_sent_twice_by_the_look_into_the_store()
    {
        using var bench = new OutboxBench();
        var second = new TaskCompletionSource<DeliveryOutcome>();
        bench.Channel.Answer = message => message.Attempts == 0
            ? Task.FromResult<DeliveryOutcome>(
                new DeliveryOutcome.Retry(TimeSpan.FromSeconds(7), RetryScope.Conversation, "503"))
            : second.Task;
        await bench.StartAsync();
        await bench.PostAsync(bench.Message("m"));
        await OutboxBench.UntilAsync(() => bench.Store.Rows is [{ Message.Attempts: 1 }]);
        bench.Time.Advance(TimeSpan.FromSeconds(7));
        await bench.Channel.AttemptedAsync(2, Cancelled);
        var claims = bench.Probe.Claims;
        await bench.PassUntilAsync(() => bench.Probe.Claims > claims + 1);
        second.SetResult(Sent);
        await bench.StopAsync();
        Assert.Equal(2, bench.Channel.Attempts.Count);
        Assert.Empty(bench.Store.Rows);
    }

    [Fact]
    public async Task Somebody_out_of_reach_is_marked_and_the_message_dropped()
    {
        using var bench = new OutboxBench();
        bench.Channel.Answer = _ => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Unreachable("blocked"));
        await bench.KnowAsync(group: "staff");
        await bench.KnowAsync("-100");
        await bench.PostAsync(bench.Message("m"), bench.Message("g", "-100") with { IsGroup = true });
        await bench.StopAsync();
        Assert.Empty(bench.Store.Rows);
        Assert.Equal(
            bench.Time.GetUtcNow().ToUnixTimeMilliseconds(),
            (await PersonAsync(bench, "telegram:1"))!.UnreachableSince);
        Assert.Null((await PersonAsync(bench, "telegram:-100"))!.UnreachableSince);

        // Somebody of the office stays in the list of the office.
        Assert.Equal("staff", (await bench.Store.FindAsync(DocumentKind.Person, "telegram:1", Cancelled))!.Group);
    }

    [Fact]
    public async Task Of_whom_nothing_is_kept_nothing_is_noted()
    {
        using var bench = new OutboxBench();
        bench.Channel.Answer = _ => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Unreachable("blocked"));
        await bench.PostAsync(bench.Message("m"));
        await bench.StopAsync();
        Assert.Null(await PersonAsync(bench, "telegram:1"));
    }

    [Fact]
    public async Task The_mark_gets_through_beside_a_turn_of_the_same_person()
    {
        using var bench = new OutboxBench();
        var conflicts = 0;
        bench.Probe.BeforeCommit = commit => Task.FromResult<CommitOutcome?>(
            commit.Documents.Count > 0 && conflicts++ < 2 ? CommitOutcome.Conflict : null);
        bench.Channel.Answer = _ => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Unreachable("blocked"));
        await bench.KnowAsync();
        await bench.PostAsync(bench.Message("m"));
        await bench.StopAsync();
        Assert.NotNull((await PersonAsync(bench, "telegram:1"))!.UnreachableSince);
    }

    [Fact]
    public async Task A_chat_that_moved_takes_everything_that_waits_along()
    {
        using var bench = new OutboxBench();
        var moved = new TaskCompletionSource<DeliveryOutcome>();
        bench.Channel.Answer = message => message.Conversation.Chat == "1" ? moved.Task : Task.FromResult(Sent);
        await bench.StartAsync();
        await bench.PostAsync(bench.Message("m1"), bench.Message("m2", order: 2), bench.Message("m3", order: 3));
        moved.SetResult(new DeliveryOutcome.Moved("-100"));
        await bench.Channel.AttemptedAsync(4, Cancelled);
        await bench.StopAsync();
        Assert.Equal(
            [("m1", "1"), ("m1", "-100"), ("m2", "-100"), ("m3", "-100")],
            bench.Channel.Attempts.Select(message => (message.Id, message.Conversation.Chat)));
        Assert.Empty(bench.Store.Rows);
    }

    [Fact]
    public async Task Buttons_leave_signed_for_the_chat_they_go_to_even_when_it_moved()
    {
        using var bench = new OutboxBench();
        var token = new ButtonToken("menu", 1, "", "start");
        bench.Channel.Answer = message => Task.FromResult(
            message.Conversation.Chat == "1" ? new DeliveryOutcome.Moved("-100") : Sent);
        await bench.StartAsync();
        await bench.PostAsync(bench.Message("m1") with { Buttons = [[new OutboxButton("Мәзір", token.Encode())]] });
        await bench.Channel.AttemptedAsync(2, Cancelled);
        await bench.StopAsync();
        Assert.Equal(["1", "-100"], bench.Channel.Attempts.Select(message => message.Conversation.Chat));
        Assert.All(bench.Channel.Attempts, message => Assert.Equal(
            token, bench.Signer.Verify(message.Conversation, message.Buttons[0][0].Token)));
    }

    [Fact]
    public async Task What_can_never_be_sent_is_set_aside_with_its_reason_and_the_next_goes()
    {
        using var bench = new OutboxBench();
        bench.Channel.Answer = Once("m1", new DeliveryOutcome.Rejected("can't parse entities"));
        await bench.PostAsync(bench.Message("m1"), bench.Message("m2", order: 2));
        await bench.StopAsync();
        Assert.Equal(["m1", "m2"], bench.Channel.Ids);
        var row = Assert.Single(bench.Store.Rows);
        Assert.Equal((MemoryRowState.Dead, "can't parse entities"), (row.State, row.Reason));
        Assert.Contains(bench.Log.All, line => line.Level == LogLevel.Error && line.Text.Contains("m1"));
    }

    [Fact]
    public async Task A_halted_channel_keeps_its_queue_and_tries_again_each_minute()
    {
        using var bench = new OutboxBench();
        bench.Channel.Answer = _ => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Halted("bad token"));
        await bench.StartAsync();
        await bench.PostAsync(bench.Message("a", "a"), bench.Message("b", "b"));
        Assert.Single(bench.Channel.Attempts);
        await bench.PassUntilAsync(() => bench.Channel.Attempts.Count == 3);
        bench.Channel.Answer = _ => Task.FromResult(Sent);
        await bench.PassUntilAsync(() => bench.Channel.Attempts.Count == 5);
        await bench.StopAsync();
        Assert.Empty(bench.Store.Rows);
        Assert.Equal(5, bench.Channel.Attempts.Count);
    }

    [Fact]
    public async Task A_channel_that_throws_is_tried_again()
    {
        using var bench = new OutboxBench();
        var attempts = 0;
        bench.Channel.Answer = _ =>
            attempts++ == 0 ? throw new InvalidOperationException("bug") : Task.FromResult(Sent);
        await bench.PostAsync(bench.Message("m"));
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, attempts);
        Assert.Contains(bench.Log.All, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Messages_of_a_channel_that_is_off_wait_and_are_mentioned_once()
    {
        using var bench = new OutboxBench();
        var elsewhere = bench.Message("w") with { Conversation = new("whatsapp", "7") };
        await bench.PostAsync(elsewhere, elsewhere with { Id = "w2", Order = 2 });
        await bench.StopAsync();
        Assert.Equal(2, bench.Store.Rows.Count);
        Assert.Single(bench.Log.All, line => line.Text.Contains("'whatsapp'"));
    }

    [Fact]
    public async Task A_start_goes_on_with_what_is_unsent_in_order()
    {
        using var bench = new OutboxBench();
        await bench.LeaveAsync(
            [.. Enumerable.Range(1, 1200).Select(i => bench.Message($"{i}", $"{i % 7}", i))]);
        await bench.StartAsync();
        await bench.Channel.AttemptedAsync(1200, Cancelled);
        await bench.StopAsync();
        Assert.All(
            bench.Channel.Attempts.GroupBy(message => message.Conversation),
            group =>
                Assert.Equal(group.Select(message => message.Order).Order(), group.Select(message => message.Order)));
        Assert.Equal(1200, bench.Channel.Ids.Distinct().Count());
        Assert.Empty(bench.Store.Rows);
        Assert.Contains(bench.Log.All, line => line.Text.Contains("from before the start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_is_heard_at_once_even_after_a_long_silence()
    {
        using var bench = new OutboxBench();
        await bench.StartAsync();
        await bench.PassUntilAsync(() => bench.Probe.Claims >= 5);
        for (var i = 0; i < 3; i++)
        {
            await bench.LeaveAsync(bench.Message($"m{i}", $"{i}"));
            bench.Dispatcher.Wake();
            await bench.Channel.AttemptedAsync(i + 1, Cancelled);
        }

        await bench.StopAsync();
    }

    [Fact]
    public async Task A_store_that_can_t_be_read_is_asked_again()
    {
        using var bench = new OutboxBench();
        var isDown = true;
        bench.Probe.BeforeClaim = () =>
        {
            if (isDown)
            {
                throw new StoreUnavailableException("disk");
            }
        };
        await bench.LeaveAsync(bench.Message("m"));
        await bench.StartAsync();
        await OutboxBench.UntilAsync(() => bench.Log.All.Any(line => line.Text.Contains("disk")));
        isDown = false;
        await bench.PassUntilAsync(() => bench.Channel.Attempts.Count == 1);
        await bench.StopAsync();
    }

    [Fact]
    public async Task A_store_that_is_down_gets_the_records_when_it_is_back()
    {
        using var bench = new OutboxBench();
        await bench.PostAsync(bench.Message("warm", "0"));
        await OutboxBench.UntilAsync(() => bench.Store.Rows.Count == 0);
        var gate = bench.Gate("m");
        await bench.PostAsync(bench.Message("m"));
        bench.Store.Failure = new StoreUnavailableException("disk full");
        gate.SetResult(Sent);
        await OutboxBench.UntilAsync(() => bench.Log.All.Any(line => line.Text.Contains("disk full")));
        bench.Store.Failure = null;
        await bench.PassUntilAsync(() => bench.Store.Rows.Count == 0);
        Assert.Equal(2, bench.Channel.Attempts.Count);
    }

    [Fact]
    public async Task A_backlog_through_a_channel_that_answers_at_once_does_not_grow_the_stack()
    {
        using var bench = new OutboxBench(Networks.Telegram with { Parallelism = 1 });
        var gate = bench.Gate("0");
        await bench.PostAsync([.. Enumerable.Range(0, 50_000).Select(i => bench.Message($"{i}", $"{i}"))]);
        gate.SetResult(Sent);
        await bench.Channel.AttemptedAsync(50_000, Cancelled);
    }

    private static OutboxMessage Bulk(OutboxBench bench, string id, string chat) =>
        bench.Message(id, chat) with { Priority = OutboxPriority.Bulk };

    private static Func<OutboxMessage, Task<DeliveryOutcome>> Once(string id, DeliveryOutcome outcome) => message =>
        Task.FromResult(message.Id == id && message.Attempts == 0 ? outcome : Sent);

    private static async Task<Person?> PersonAsync(OutboxBench bench, string address) =>
        await bench.Store.FindAsync(DocumentKind.Person, address, Cancelled) is { } found
            ? JsonSerializer.Deserialize(found.Json, StateJson.Stored.Person)
            : null;
}
