using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage.LiteDb;

namespace Ruhani.Bot.Storage.Tests.LiteDb;

/// <summary>
/// The power fails in the middle of everything, again and again on the same store; unsynced sectors survive at random,
/// so pages tear. Whatever was acknowledged must be there, whole.
/// </summary>
public sealed class PowerCutTests
{
    private const int Cuts = 60;
    private const int Verified = 20;
    private const int Chats = 8;

    private static readonly DateTimeOffset _now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentDictionary<string, long> _acknowledged = new();
    private readonly ConcurrentDictionary<string, bool> _delivered = new();

    [Theory]
    [InlineData(1, 30_000)]
    [InlineData(2, -1)]
    [InlineData(3, 1 << 23)]
    public async Task No_acknowledged_commit_is_lost(int seed, long journalLength)
    {
        var random = new Random(seed);
        var options = new LiteDbOptions { CheckpointPages = 50, JournalLength = journalLength };
        var disk = new SimulatedDisk();
        for (var cut = 0; cut < Cuts; cut++)
        {
            disk.CutAfter(random.Next(1, 400));
            await UseUntilTheCutAsync(disk, options);
            disk = disk.Restart(random);

            await using var store = LiteDbStore.Open(disk, options, NullLogger.Instance);
            await VerifyAsync(store);
        }

        Assert.True(_acknowledged.Values.Sum() > Cuts * 5, "Too little happened between the cuts.");
    }

    [Fact]
    public async Task A_first_start_that_is_cut_short_anywhere_can_be_made_again()
    {
        var options = new LiteDbOptions();
        var random = new Random(4);
        for (var writes = 1; writes < 250; writes += 3)
        {
            var disk = new SimulatedDisk();
            disk.CutAfter(writes);
            try
            {
                await using var cut = LiteDbStore.Open(disk, options, NullLogger.Instance);
            }
            catch (StoreUnavailableException) when (disk.IsOff)
            {
            }

            await using var store = LiteDbStore.Open(disk.Restart(random), options, NullLogger.Instance);
            Assert.Equal(
                CommitOutcome.Committed,
                await store.CommitAsync(new Commit { At = _now }, TestContext.Current.CancellationToken));
        }
    }

    private async Task UseUntilTheCutAsync(SimulatedDisk disk, LiteDbOptions options)
    {
        try
        {
            await using var store = LiteDbStore.Open(disk, options, NullLogger.Instance);
            await Task.WhenAll(Enumerable.Range(0, Chats).Select(n => Task.Run(() => TalkAsync(store, $"t:{n}"))));
        }
        catch (StoreUnavailableException) when (disk.IsOff)
        {
            return;
        }
    }

    private async Task TalkAsync(LiteDbStore store, string chat)
    {
        for (var turn = 0; turn < 40; turn++)
        {
            var version = (await store.FindAsync(DocumentKind.Conversation, chat, default))?.Version + 1 ?? 1;
            var id = $"{chat}/{version}";
            var outcome = await store.CommitAsync(
                new Commit
                {
                    ActivityId = id,
                    At = _now,
                    Documents = [new(new(DocumentKind.Conversation, chat, version, State(version), "g", version))],
                    Messages = [Message(id, new ConversationKey("t", chat), version)],
                },
                default);
            Assert.Equal(CommitOutcome.Committed, outcome);
            _acknowledged[chat] = version;
            if (version % 3 == 0)
            {
                await store.CommitAsync(new Commit { At = _now, Changes = [new OutboxChange.Done(id)] }, default);
                _delivered[id] = true;
            }
        }
    }

    private async Task VerifyAsync(LiteDbStore store)
    {
        var listed = await store.ListAsync(new DocumentQuery(DocumentKind.Conversation, "g"), default);
        foreach (var (chat, acknowledged) in _acknowledged)
        {
            var document = await store.FindAsync(DocumentKind.Conversation, chat, default);
            Assert.NotNull(document);
            Assert.InRange(document.Version, acknowledged, acknowledged + 1);
            Assert.Equal(State(document.Version), document.Json);
            Assert.Contains(document, listed);
            Assert.Null(await store.FindMessageAsync($"{chat}/{document.Version + 1}", default));
            // Older turns were looked at after earlier cuts.
            for (var version = Math.Max(1, document.Version - Verified); version <= document.Version; version++)
            {
                var unknown = version == document.Version && version > acknowledged;
                await VerifyTurnAsync(store, $"{chat}/{version}", unknown);
            }
        }
    }

    private async Task VerifyTurnAsync(LiteDbStore store, string id, bool unknown)
    {
        var message = await store.FindMessageAsync(id, default);
        Assert.False(message is not null && _delivered.ContainsKey(id), $"{id} is to be sent again.");
        if (message is null && !unknown)
        {
            var version = long.Parse(id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..], null);
            Assert.True(version % 3 == 0, $"{id} is lost.");
        }

        var again = new Commit { ActivityId = id, At = _now };
        Assert.Equal(CommitOutcome.Duplicate, await store.CommitAsync(again, default));
    }

    private static string State(long version) => $$"""{"n":{{version}},"pad":"{{new string('қ', 300)}}"}""";

    private static OutboxMessage Message(string id, ConversationKey key, long order) => new()
    {
        Id = id,
        Conversation = key,
        Order = order,
        Text = new string('ө', 400),
        Language = "kk",
        CreatedAt = _now,
        DueAt = _now,
    };
}
