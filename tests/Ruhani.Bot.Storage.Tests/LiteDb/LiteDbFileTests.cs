using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage.LiteDb;

namespace Ruhani.Bot.Storage.Tests.LiteDb;

public sealed class LiteDbFileTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("ruhani-");

    private LiteDbOptions Options => new() { Path = Path.Combine(_directory.FullName, "деректер", "ruhani.db") };

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_second_opener_is_refused_with_one_line()
    {
        await using (Open())
        {
            var refused = Assert.Throws<StoreUnavailableException>(Open);
            Assert.Contains("ruhani.db is in use", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
        }

        await using var again = Open();
        Assert.True((await again.CheckAsync(TestContext.Current.CancellationToken)).IsHealthy);
    }

    [Fact]
    public void A_file_of_something_else_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Options.Path)!);
        var text = string.Concat(Enumerable.Repeat("Not a database. ", 2000));
        File.WriteAllText(Options.Path, text);
        var refused = Assert.Throws<StoreUnavailableException>(Open);
        Assert.Contains("can't be opened", refused.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Options.Path));
    }

    [Fact]
    public async Task A_closed_store_refuses_commits()
    {
        var store = Open();
        await store.DisposeAsync();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CommitAsync(
            new Commit { At = _now }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_can_harm_others()
    {
        await using var store = Open();
        var large = new StoredDocument(DocumentKind.Person, new string('x', 201), 1, "{}");
        await Assert.ThrowsAsync<ArgumentException>(() => store.CommitAsync(
            new Commit { At = _now, Documents = [new(large)] }, TestContext.Current.CancellationToken));
        Assert.True((await store.CheckAsync(TestContext.Current.CancellationToken)).IsHealthy);
    }

    [Fact]
    public async Task The_files_stop_growing_under_steady_use()
    {
        var disk = new SimulatedDisk();
        var options = new LiteDbOptions { CheckpointPages = 100, JournalLength = 200_000 };
        await using var store = LiteDbStore.Open(disk, options, NullLogger.Instance);
        await UseAsync(store, 0, 1500);
        await store.PurgeAsync(_now.AddDays(1), _now, TestContext.Current.CancellationToken);
        var length = disk.Length;
        for (var round = 1; round < 5; round++)
        {
            await UseAsync(store, round, 1500);
            await store.PurgeAsync(_now.AddDays(1), _now, TestContext.Current.CancellationToken);
        }

        Assert.InRange(disk.Length, 0, length * 5 / 4);
    }

    private static async Task UseAsync(LiteDbStore store, int round, int turns) =>
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(async () =>
        {
            for (var turn = 0; turn < turns / 50; turn++)
            {
                var id = $"{n}/{round}/{turn}";
                var version = (await store.FindAsync(DocumentKind.Conversation, $"t:{n}", default))?.Version + 1 ?? 1;
                var state = new string('ү', 400 + ((turn * 37) % 200));
                await store.CommitAsync(
                    new Commit
                    {
                        ActivityId = id,
                        At = _now,
                        Documents = [new(new(DocumentKind.Conversation, $"t:{n}", version, state, "g", version))],
                        Messages =
                        [
                            new OutboxMessage
                            {
                                Id = id,
                                Conversation = new ConversationKey("t", $"{n}"),
                                Order = version,
                                Text = state,
                                Language = "kk",
                                CreatedAt = _now,
                                DueAt = _now,
                            },
                        ],
                    },
                    default);
                await store.CommitAsync(new Commit { At = _now, Changes = [new OutboxChange.Done(id)] }, default);
            }
        })));

    private LiteDbStore Open() => LiteDbStore.Open(Options, NullLogger<LiteDbStore>.Instance);
}
