using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Storage.Tests;

public abstract partial class StoreContract
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_message_keeps_its_file_over_a_restart()
    {
        var file = new OutboxFile(new FileReference(new string('a', 64), "Рұқсат №5.pdf", "application/pdf", 40_000));
        await PutAsync(Message("1", Alice, TimeSpan.FromMinutes(1)) with { File = file });
        await RestartAsync();

        Assert.Equal(file, Assert.Single(await Store.ClaimAsync(Start.AddHours(1), 10, Cancelled)).File);
    }

    [Fact]
    public async Task A_message_due_at_once_is_held_from_the_start_and_released_by_a_restart()
    {
        var message = Message("m", Alice, TimeSpan.Zero);
        await PutAsync(message);
        Assert.Empty(await ClaimAsync(_soon));

        await RestartAsync();
        Assert.Equivalent(message, Assert.Single(await Store.ClaimAsync(Start + _soon, 10, Cancelled)), strict: true);
        Assert.Empty(await ClaimAsync(_soon));

        await RestartAsync();
        Assert.Equal(["m"], await ClaimAsync(_soon));
        await ChangeAsync(new OutboxChange.Done("m"));
        await RestartAsync();
        Assert.Empty(await ClaimAsync(_soon));
        Assert.Null(await Store.FindMessageAsync("m", Cancelled));
    }

    [Fact]
    public async Task A_message_already_in_the_outbox_is_left_as_it_is()
    {
        await PutAsync(Message("m", Alice, _soon) with { Text = "first" });
        await PutAsync(Message("m", Alice, _soon) with { Text = "second" });
        Assert.Equal("first", Assert.Single(await Store.ClaimAsync(Start + _soon, 10, Cancelled)).Text);

        await ChangeAsync(new OutboxChange.Dead("m", "rejected"));
        await PutAsync(Message("m", Alice, _soon) with { Text = "third" });
        await RestartAsync();
        Assert.Empty(await ClaimAsync(_soon));
        Assert.Equal("first", (await Store.FindMessageAsync("m", Cancelled))!.Text);
    }

    [Fact]
    public async Task Replies_go_first_then_by_due_time()
    {
        await PutAsync(
            Message("bulk early", Chat(1), _soon, OutboxPriority.Bulk),
            Message("reply late", Chat(2), _soon * 3),
            Message("reply early", Chat(3), _soon * 2),
            Message("bulk late", Chat(4), _soon * 4, OutboxPriority.Bulk));

        Assert.Equal(["bulk early"], await ClaimAsync(_soon));
        Assert.Empty(await ClaimAsync(_soon));
        Assert.Equal(["reply early", "reply late"], await ClaimAsync(_soon * 9, 2));
        Assert.Equal(["bulk late"], await ClaimAsync(_soon * 9));
    }

    [Fact]
    public async Task Within_a_conversation_messages_come_by_rising_order()
    {
        var first = Message("first", Alice, _soon * 2);
        var second = Message("second", Alice, _soon);
        var third = Message("third", Alice, _soon);
        await PutAsync(third, Message("other", Bob, _soon), second);
        await PutAsync(first);

        Assert.Equal(["other"], await ClaimAsync(_soon));
        Assert.Equal(["first", "second"], await ClaimAsync(_soon * 2, 2));
        await RestartAsync();
        Assert.Equal(["first", "second", "third"], (await ClaimAsync(_soon * 2)).Where(id => id != "other"));
    }

    [Fact]
    public async Task A_rescheduled_head_keeps_the_rest_of_its_conversation_waiting()
    {
        await PutAsync(Message("a1", Alice, _soon), Message("a2", Alice, _soon), Message("b1", Bob, _soon));
        Assert.Equal("a1", Assert.Single(await ClaimAsync(_soon, 1)));
        await ChangeAsync(new OutboxChange.Rescheduled("a1", Start + _soon * 30, 3));

        Assert.Equal(["b1"], await ClaimAsync(_soon * 29));
        await RestartAsync();
        Assert.Equal(["b1"], await ClaimAsync(_soon * 29));
        var head = Assert.Single(await Store.ClaimAsync(Start + _soon * 30, 1, Cancelled));
        Assert.Equal(("a1", 3, Start + _soon * 30), (head.Id, head.Attempts, head.DueAt));
        Assert.Equal(["a2"], await ClaimAsync(_soon * 30));
    }

    [Fact]
    public async Task A_message_its_holder_tries_again_itself_is_not_handed_over_until_a_restart()
    {
        await PutAsync(Message("a1", Alice, TimeSpan.Zero), Message("b1", Bob, TimeSpan.Zero));
        var supergroup = new ConversationKey("telegram", "-100");
        await ChangeAsync(
            new OutboxChange.Rescheduled("a1", Start + _soon, 1, KeepsHold: true),
            new OutboxChange.Moved("b1", Bob, supergroup, KeepsHold: true));
        Assert.Empty(await ClaimAsync(_soon * 2));
        await ChangeAsync(new OutboxChange.Rescheduled("a1", Start + _soon, 2));
        Assert.Equal(["a1"], await ClaimAsync(_soon * 2));
        await RestartAsync();
        var claimed = await Store.ClaimAsync(Start + _soon * 2, 10, Cancelled);
        Assert.Equal(["a1", "b1"], claimed.Select(m => m.Id).Order(StringComparer.Ordinal));
        Assert.Equal([2, 0], claimed.OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => m.Attempts));
    }

    [Fact]
    public async Task A_message_set_aside_lets_the_next_one_go()
    {
        await PutAsync(Message("a1", Alice, _soon), Message("a2", Alice, _soon), Message("a3", Alice, _soon * 2));
        await ClaimAsync(_soon, 1);
        await ChangeAsync(new OutboxChange.Dead("a1", "bad markup"));
        Assert.Equal(["a2"], await ClaimAsync(_soon));
        await ChangeAsync(new OutboxChange.Done("a2"), new OutboxChange.Done("never written"));
        await RestartAsync();
        Assert.Equal(["a3"], await ClaimAsync(_soon * 2));
        Assert.NotNull(await Store.FindMessageAsync("a1", Cancelled));
    }

    [Fact]
    public async Task Held_messages_wait_for_their_person_to_write()
    {
        await PutAsync(Message("a1", Alice, _soon), Message("a2", Alice, _soon), Message("b1", Bob, _soon));
        await ClaimAsync(_soon);
        await ChangeAsync(new OutboxChange.Held("a2", "window"), new OutboxChange.Held("b1", "window"));
        await ChangeAsync(new OutboxChange.Held("a1", "window"));
        Assert.Empty(await ClaimAsync(_soon * 99));
        Assert.Equal((0, 3), await WaitingAndHeldAsync());

        await RestartAsync();
        Assert.Empty(await ClaimAsync(_soon * 99));
        Assert.Equal("Мәтін a1", (await Store.FindMessageAsync("a1", Cancelled))!.Text);
        await CommitAsync(new Commit { At = Start, ReleaseHeld = Alice });
        Assert.Equal((2, 1), await WaitingAndHeldAsync());
        await RestartAsync();
        Assert.Equal(["a1", "a2"], await ClaimAsync(_soon * 99));
    }

    [Fact]
    public async Task Receipts_settle_accepted_messages_in_any_order_and_twice()
    {
        await PutAsync(Enumerable.Range(1, 4).Select(n => Message($"m{n}", Chat(n), TimeSpan.Zero)).ToArray());
        await ChangeAsync(new OutboxChange.Accepted("m1", "wamid.1"), new OutboxChange.Accepted("m2", null));
        Assert.NotNull(await Store.FindMessageAsync("m1", Cancelled));
        await ChangeAsync(new OutboxChange.Done("m1"), new OutboxChange.Dead("m2", "131026"));
        await ChangeAsync(new OutboxChange.Done("m1"), new OutboxChange.Dead("m2", "131026"));

        // The receipt was faster than the answer to the request.
        await ChangeAsync(new OutboxChange.Dead("m3", "131026"), new OutboxChange.Rescheduled("m4", Start + _soon, 1));
        await ChangeAsync(new OutboxChange.Accepted("m3", "wamid.3"), new OutboxChange.Accepted("m4", "wamid.4"));

        await RestartAsync();
        Assert.Null(await Store.FindMessageAsync("m1", Cancelled));
        Assert.Equal(["m4"], await ClaimAsync(_soon));
        var health = await Store.CheckAsync(Cancelled);
        Assert.Equal((1, 0, 2), (health.Waiting, health.Held, health.Dead));
    }

    [Fact]
    public async Task An_accepted_message_can_be_tried_again_or_held()
    {
        await PutAsync(Message("m1", Alice, TimeSpan.Zero), Message("m2", Bob, TimeSpan.Zero));
        await ChangeAsync(new OutboxChange.Accepted("m1", "1"), new OutboxChange.Accepted("m2", "2"));
        await RestartAsync();
        Assert.Empty(await ClaimAsync(_soon * 99));
        await ChangeAsync(new OutboxChange.Rescheduled("m1", Start + _soon, 2), new OutboxChange.Held("m2", "window"));
        await RestartAsync();
        Assert.Equal(["m1"], await ClaimAsync(_soon));
        Assert.Equal((1, 1), await WaitingAndHeldAsync());
    }

    [Fact]
    public async Task The_messages_of_a_forgotten_conversation_are_gone_whatever_has_become_of_them()
    {
        await PutAsync(
            Message("waiting", Alice, _soon), Message("in hand", Alice, TimeSpan.Zero),
            Message("held", Alice, TimeSpan.Zero), Message("dead", Alice, TimeSpan.Zero),
            Message("accepted", Alice, TimeSpan.Zero), Message("other", Bob, _soon));
        await ChangeAsync(
            new OutboxChange.Held("held", "window"), new OutboxChange.Dead("dead", "x"),
            new OutboxChange.Accepted("accepted", "wamid.1"));

        await CommitAsync(new Commit
        {
            At = Start,
            Forget = [Alice],
            Messages = [Message("goodbye", Alice, _soon)],
        });

        await ChangeAsync(new OutboxChange.Rescheduled("in hand", Start + _soon, 1));
        await RestartAsync();
        Assert.Equal(["other", "goodbye"], await ClaimAsync(_soon));
        foreach (var id in new[] { "waiting", "in hand", "held", "dead", "accepted" })
        {
            Assert.Null(await Store.FindMessageAsync(id, Cancelled));
        }

        var health = await Store.CheckAsync(Cancelled);
        Assert.Equal((2, 0, 0), (health.Waiting, health.Held, health.Dead));
    }

    [Fact]
    public async Task A_moved_chat_takes_its_messages_and_its_conversation_along()
    {
        var supergroup = new ConversationKey("telegram", "-100");
        await CommitAsync(Write(Document(Alice.ToString(), 1, "state", "g", 4)));
        await CommitAsync(Write(Document(Alice.ToString(), 2, "state2", "g", 4)));
        await PutAsync(
            Message("now", Alice, TimeSpan.Zero), Message("busy", Alice, TimeSpan.Zero), Message("later", Alice, _soon),
            Message("held", Alice, TimeSpan.Zero), Message("dead", Alice, TimeSpan.Zero),
            Message("other", Bob, _soon * 9));
        await ChangeAsync(new OutboxChange.Held("held", "x"), new OutboxChange.Dead("dead", "x"));

        await ChangeAsync(new OutboxChange.Moved("now", Alice, supergroup));

        var claimed = await Store.ClaimAsync(Start + _soon, 10, Cancelled);
        Assert.Equal([("now", supergroup), ("later", supergroup)], claimed.Select(m => (m.Id, m.Conversation)));
        Assert.Equal(Document("telegram:-100", 2, "state2", "g", 4), await FindAsync("telegram:-100"));
        Assert.Null(await FindAsync(Alice.ToString()));
        await RestartAsync();
        claimed = await Store.ClaimAsync(Start + _soon, 10, Cancelled);
        Assert.Equal(["now", "busy", "later"], claimed.Select(m => m.Id));
        Assert.All(claimed, m => Assert.Equal(supergroup, m.Conversation));
        Assert.Equal(supergroup, (await Store.FindMessageAsync("held", Cancelled))!.Conversation);
        Assert.Equal("state2", (await FindAsync("telegram:-100"))!.Json);
        Assert.Null(await FindAsync(Alice.ToString()));
        await CommitAsync(new Commit { At = Start, ReleaseHeld = supergroup });
        Assert.Equal(["held"], await ClaimAsync(_soon));
    }

    [Fact]
    public async Task A_moved_chat_does_not_overwrite_a_conversation_that_is_there()
    {
        await CommitAsync(Write(Document(Alice.ToString(), 1, "old"), Document(Bob.ToString(), 1, "kept")));
        await PutAsync(Message("m", Alice, TimeSpan.Zero));
        await ChangeAsync(new OutboxChange.Moved("m", Alice, Bob));
        Assert.Equal("kept", (await FindAsync(Bob.ToString()))!.Json);
        Assert.Equal(Bob, Assert.Single(await Store.ClaimAsync(Start, 10, Cancelled)).Conversation);
    }

    [Fact]
    public async Task Purging_removes_what_is_settled_for_long_and_nothing_else()
    {
        await PutAsync(
            Message("accepted", Chat(1), TimeSpan.Zero), Message("dead", Chat(2), TimeSpan.Zero),
            Message("held", Chat(3), TimeSpan.Zero), Message("waiting", Chat(4), _soon),
            Message("recent", Chat(5), TimeSpan.Zero));
        await ChangeAsync(
            new OutboxChange.Accepted("accepted", "1"), new OutboxChange.Dead("dead", "x"),
            new OutboxChange.Held("held", "x"));
        await CommitAsync(new Commit { At = Start.AddDays(2), Changes = [new OutboxChange.Dead("recent", "x")] });

        await Store.PurgeAsync(Start, Start, Cancelled);
        Assert.NotNull(await Store.FindMessageAsync("accepted", Cancelled));
        await Store.PurgeAsync(Start, Start.AddDays(1), Cancelled);
        await RestartAsync();

        Assert.Null(await Store.FindMessageAsync("accepted", Cancelled));
        Assert.Null(await Store.FindMessageAsync("dead", Cancelled));
        Assert.NotNull(await Store.FindMessageAsync("recent", Cancelled));
        Assert.Equal(["waiting"], await ClaimAsync(_soon));
        var health = await Store.CheckAsync(Cancelled);
        Assert.Equal((true, 1, 1, 1), (health.IsHealthy, health.Waiting, health.Held, health.Dead));
    }

    [Fact]
    public async Task Thousands_of_waiting_messages_are_handed_over_once_each()
    {
        var messages = Enumerable.Range(0, 3000)
            .Select(n => Message($"broadcast/1/{n}", Chat(n % 700), _soon, OutboxPriority.Bulk)).ToArray();
        await PutAsync(messages);
        var claimed = new List<string>();
        while (await ClaimAsync(_soon, 128) is { Length: > 0 } some)
        {
            claimed.AddRange(some);
            await ChangeAsync([.. some.Select(id => new OutboxChange.Done(id))]);
            if (claimed.Count is > 1000 and < 1200)
            {
                await RestartAsync();
            }
        }

        Assert.Equal(3000, claimed.Distinct().Count());
        Assert.Equal(3000, claimed.Count);
        Assert.All(claimed.GroupBy(Conversation), g => Assert.Equal(g.OrderBy(Number), g));

        static int Number(string id) => int.Parse(id["broadcast/1/".Length..], null);
        static int Conversation(string id) => Number(id) % 700;
    }

    private static ConversationKey Chat(int n) => new("whatsapp", $"7701{n}");

    private async Task<(long Waiting, long Held)> WaitingAndHeldAsync()
    {
        var health = await Store.CheckAsync(Cancelled);
        return (health.Waiting, health.Held);
    }
}
