using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Ruhani.Bot.Files;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Storage;

namespace Ruhani.Bot.Tests.Files;

public sealed class FileSweeperTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 5, 25, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_stays_as_long_as_any_document_needs_it()
    {
        var (files, store) = (new MemoryFileStore(_time), new MemoryStore());
        var letter = await files.PutAsync("хат.pdf", "%PDF-1.7"u8.ToArray());
        using var sweeper = new FileSweeper(
            files, store, new FileLimits(), _time, NullLogger<FileSweeper>.Instance);
        await CommitAsync(store, FileUses.Add(letter, "logo:1/letter"), FileUses.Add(letter, "logo:2/letter"));
        _time.Advance(TimeSpan.FromDays(400));

        Assert.Equal(0, await sweeper.SweepAsync(Cancel));
        await CommitAsync(store, FileUses.Remove(letter.Id, "logo:1/letter"));
        Assert.Equal(0, await sweeper.SweepAsync(Cancel));
        await CommitAsync(store, FileUses.Remove(letter.Id, "logo:2/letter"));
        Assert.Equal(1, await sweeper.SweepAsync(Cancel));
        Assert.Empty(files.Ids);
    }

    [Fact]
    public async Task A_file_nobody_needs_yet_is_left_alone()
    {
        var (files, store) = (new MemoryFileStore(_time), new MemoryStore());
        await files.PutAsync("хат.pdf", "%PDF-1.7"u8.ToArray());
        using var sweeper = new FileSweeper(
            files, store, new FileLimits(), _time, NullLogger<FileSweeper>.Instance);
        _time.Advance(TimeSpan.FromDays(44));

        Assert.Equal(0, await sweeper.SweepAsync(Cancel));
    }

    private async Task CommitAsync(MemoryStore store, params DocumentWrite[] writes) => Assert.Equal(
        CommitOutcome.Committed,
        await store.CommitAsync(new Commit { At = _time.GetUtcNow(), Documents = writes }, Cancel));
}
