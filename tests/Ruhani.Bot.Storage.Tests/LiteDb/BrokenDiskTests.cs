using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage.LiteDb;

namespace Ruhani.Bot.Storage.Tests.LiteDb;

public sealed class BrokenDiskTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commits_fail_while_the_disk_is_full_and_go_on_when_it_is_not()
    {
        var disk = new SimulatedDisk();
        await using var store = LiteDbStore.Open(disk, new LiteDbOptions(), NullLogger.Instance);
        await store.CommitAsync(Turn("a", 1), Cancelled);

        disk.IsFull = true;
        var failed = await Task.WhenAll(Enumerable.Range(0, 5).Select(async n =>
            await Record.ExceptionAsync(() => store.CommitAsync(Turn($"n{n}", 1), Cancelled))));
        Assert.All(failed, e => Assert.IsType<StoreUnavailableException>(e));
        Assert.All(failed, e => Assert.DoesNotContain('\n', e!.Message));
        Assert.False((await store.CheckAsync(Cancelled)).IsHealthy);

        disk.IsFull = false;
        var health = await store.CheckAsync(Cancelled);
        Assert.Equal((true, 1), (health.IsHealthy, health.Waiting));
        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(Turn("a", 2), Cancelled));
        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(Turn("n0", 1), Cancelled));
        Assert.Equal(2, (await store.FindAsync(DocumentKind.Conversation, "telegram:a", Cancelled))!.Version);
    }

    [Fact]
    public async Task The_first_commit_of_a_new_store_outlives_a_power_cut_on_a_slow_disk()
    {
        var disk = new SimulatedDisk { IsSlow = true };
        await using var store = LiteDbStore.Open(disk, new LiteDbOptions(), NullLogger.Instance);
        await store.CommitAsync(Turn("a", 1), Cancelled);

        var after = disk.Restart(new Random(1));

        await using var again = LiteDbStore.Open(after, new LiteDbOptions(), NullLogger.Instance);
        Assert.NotNull(await again.FindAsync(DocumentKind.Conversation, "telegram:a", Cancelled));
        Assert.NotNull(await again.FindMessageAsync("a/1", Cancelled));
    }

    [Fact]
    public async Task A_commit_alone_opens_the_store_again()
    {
        var disk = new SimulatedDisk();
        await using var store = LiteDbStore.Open(disk, new LiteDbOptions(), NullLogger.Instance);
        disk.IsFull = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync(Turn("a", 1), Cancelled));
        disk.IsFull = false;
        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(Turn("a", 1), Cancelled));
        Assert.True((await store.CheckAsync(Cancelled)).IsHealthy);
    }

    [Fact]
    public async Task What_is_being_sent_is_not_handed_over_again_after_a_failure()
    {
        var disk = new SimulatedDisk();
        await using var store = LiteDbStore.Open(disk, new LiteDbOptions(), NullLogger.Instance);
        await store.CommitAsync(Turn("held", 1), Cancelled);
        await store.CommitAsync(Turn("claimed", 1, dueIn: 1), Cancelled);
        Assert.Single(await store.ClaimAsync(_now.AddSeconds(1), 10, Cancelled));
        await store.CommitAsync(Turn("waiting", 1, dueIn: 1), Cancelled);

        disk.IsFull = true;
        var done = new Commit { At = _now, Changes = [new OutboxChange.Done("held/1")] };
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync(done, Cancelled));
        disk.IsFull = false;

        var claimed = await store.ClaimAsync(_now.AddSeconds(1), 10, Cancelled);
        Assert.Equal("waiting/1", Assert.Single(claimed).Id);
        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(done, Cancelled));
        Assert.Null(await store.FindMessageAsync("held/1", Cancelled));
    }

    private static Commit Turn(string chat, long version, int dueIn = 0) => new()
    {
        At = _now,
        Documents = [new(new(DocumentKind.Conversation, $"telegram:{chat}", version, "{}"))],
        Messages =
        [
            new OutboxMessage
            {
                Id = $"{chat}/{version}",
                Conversation = new ConversationKey("telegram", chat),
                Order = version,
                Text = "Сәлем",
                Language = "kk",
                CreatedAt = _now,
                DueAt = _now.AddSeconds(dueIn),
            },
        ],
    };
}
