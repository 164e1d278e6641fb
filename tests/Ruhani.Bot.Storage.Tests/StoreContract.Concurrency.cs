using System.Globalization;

namespace Ruhani.Bot.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Many_turns_of_one_conversation_lose_no_update()
    {
        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                while (await IncrementAsync("one") != CommitOutcome.Committed)
                {
                    Interlocked.Increment(ref conflicts);
                }
            }
        }, Cancelled)));

        Assert.Equal(400, (await FindAsync("one"))!.Version);
        await RestartAsync();
        Assert.Equal("400", (await FindAsync("one"))!.Json);
    }

    [Fact]
    public async Task Many_conversations_side_by_side_lose_no_update()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(CommitOutcome.Committed, await IncrementAsync($"conversation{n % 32}/{n / 32}"));
            }
        }, Cancelled)));

        await RestartAsync();
        for (var n = 0; n < 64; n++)
        {
            Assert.Equal("20", (await FindAsync($"conversation{n % 32}/{n / 32}"))!.Json);
        }
    }

    [Fact]
    public async Task An_activity_has_its_effect_once_however_often_it_comes()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(
            () => CommitAsync(Write(Document($"d{n}")) with { ActivityId = $"telegram:{n % 4}" }), Cancelled)));

        Assert.Equal(4, outcomes.Count(o => o == CommitOutcome.Committed));
        Assert.Equal(36, outcomes.Count(o => o == CommitOutcome.Duplicate));
        Assert.Equal(4, (await Store.ListAsync(new DocumentQuery(DocumentKind.Conversation), Cancelled)).Count);
        await RestartAsync();
        var again = await CommitAsync(Write(Document("late")) with { ActivityId = "telegram:0" });
        Assert.Equal(CommitOutcome.Duplicate, again);
        Assert.Null(await FindAsync("late"));
    }

    [Fact]
    public async Task A_duplicate_is_a_duplicate_even_when_its_documents_moved_on()
    {
        await CommitAsync(Write(Document("a")) with { ActivityId = "telegram:1" });
        var again = Write(Document("a")) with { ActivityId = "telegram:1" };
        Assert.Equal(CommitOutcome.Duplicate, await CommitAsync(again));
        var other = Write(Document("b")) with { ActivityId = "Telegram:1" };
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(other));
    }

    [Fact]
    public async Task Commits_of_no_activity_are_never_duplicates()
    {
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(Write(Document("a"))));
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(Write(Document("b"))));
    }

    [Fact]
    public async Task Purging_forgets_only_old_marks()
    {
        await CommitAsync(new Commit { At = Start.AddHours(-49), ActivityId = "old" });
        await CommitAsync(new Commit { At = Start.AddHours(-47), ActivityId = "recent" });
        await CommitAsync(new Commit { At = Start.AddHours(-50), ActivityId = "older" });

        await Store.PurgeAsync(Start.AddHours(-48), Start.AddDays(-30), Cancelled);
        await RestartAsync();

        Assert.Equal(CommitOutcome.Duplicate, await CommitAsync(new Commit { At = Start, ActivityId = "recent" }));
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(new Commit { At = Start, ActivityId = "old" }));
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(new Commit { At = Start, ActivityId = "older" }));
    }

    private async Task<CommitOutcome> IncrementAsync(string id)
    {
        var read = await FindAsync(id);
        var next = int.Parse(read?.Json ?? "0", CultureInfo.InvariantCulture) + 1;
        return await CommitAsync(Write(
            Document(id, (read?.Version ?? 0) + 1, next.ToString(CultureInfo.InvariantCulture))));
    }
}
