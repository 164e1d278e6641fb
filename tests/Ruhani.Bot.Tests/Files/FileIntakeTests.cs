using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Files;
using Ruhani.Bot.Testing.Storage;

namespace Ruhani.Bot.Tests.Files;

public sealed class FileIntakeTests : IFileSource
{
    private static readonly ConversationKey Conversation = new("telegram", "1");
    private static readonly byte[] Pdf = "%PDF-1.7 letter"u8.ToArray();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 5, 25, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryFileStore _store = new();
    private Func<CancellationToken, Task<FileFetch>> _answer = _ => throw new InvalidOperationException();

    public string Channel => "telegram";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<FileFetch> OpenAsync(
        Attachment file, ConversationKey conversation, CancellationToken cancellationToken) =>
        _answer(cancellationToken);

    [Fact]
    public async Task A_file_that_was_sent_is_kept_under_its_own_name()
    {
        Answer(new FileFetch.Fetched(new MemoryStream(Pdf), Pdf.Length));

        var kept = Assert.IsType<FileTaken.Kept>(await TakeAsync(new Attachment("f1", "Әкімдік хаты.pdf")));

        Assert.Equal(("Әкімдік хаты.pdf", "application/pdf"), (kept.File.Name, kept.File.MediaType));
        Assert.Equal([kept.File.Id], _store.Ids);
    }

    [Fact]
    public async Task Every_end_of_fetching_has_its_answer()
    {
        await ExpectAsync<FileTaken.Expired>(new FileFetch.Expired());
        await ExpectAsync<FileTaken.Refused>(new FileFetch.Refused("x"));
        await ExpectAsync<FileTaken.Unavailable>(new FileFetch.Unavailable("x"));
        await ExpectAsync<FileTaken.Empty>(new FileFetch.Fetched(new MemoryStream(), null));
        await ExpectAsync<FileTaken.WrongKind>(new FileFetch.Fetched(new MemoryStream("MZ\0\0"u8.ToArray()), null));
        await ExpectAsync<FileTaken.Unavailable>(new FileFetch.Fetched(new BrokenStream(), null));
        Assert.Empty(_store.Ids);
    }

    [Fact]
    public async Task The_smaller_limit_is_the_one_that_is_told()
    {
        Answer(new FileFetch.TooLarge(20 << 20));
        Assert.Equal(new FileTaken.TooLarge(5 << 20), await TakeAsync(new Attachment("f1"), megabytes: 5));
        Assert.Equal(new FileTaken.TooLarge(20 << 20), await TakeAsync(new Attachment("f1"), megabytes: 50));
        Assert.Equal(
            new FileTaken.TooLarge(1 << 20), await TakeAsync(new Attachment("f1", Size: 2 << 20), megabytes: 1));
        Answer(new FileFetch.Fetched(new MemoryStream(new byte[2 << 20]), null));
        Assert.Equal(new FileTaken.TooLarge(1 << 20), await TakeAsync(new Attachment("f1"), megabytes: 1));
    }

    [Fact]
    public async Task A_network_that_does_not_answer_is_given_up()
    {
        _answer = async stop =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, stop);
            throw new InvalidOperationException();
        };
        var taking = TakeAsync(new Attachment("f1"));
        _time.Advance(TimeSpan.FromSeconds(91));

        Assert.IsType<FileTaken.Unavailable>(await taking);
    }

    [Fact]
    public async Task A_host_that_stops_is_not_taken_for_a_slow_network()
    {
        using var stop = new CancellationTokenSource();
        _answer = token => Task.Delay(Timeout.InfiniteTimeSpan, _time, token)
            .ContinueWith<FileFetch>(_ => throw new OperationCanceledException(token), TaskScheduler.Default);
        var taking = Intake(20).TakeAsync(new Attachment("f1"), Conversation, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking);
    }

    [Fact]
    public async Task A_channel_without_files_refuses() => Assert.IsType<FileTaken.Refused>(
        await Intake(20).TakeAsync(new Attachment("f1"), new ConversationKey("carrier-pigeon", "1"), Cancel));

    private void Answer(FileFetch fetch) => _answer = _ => Task.FromResult(fetch);

    private async Task ExpectAsync<T>(FileFetch fetch)
    {
        Answer(fetch);
        Assert.IsType<T>(await TakeAsync(new Attachment("f1", "a.pdf")));
    }

    private Task<FileTaken> TakeAsync(Attachment file, int megabytes = 20) =>
        Intake(megabytes).TakeAsync(file, Conversation, Cancel);

    private FileIntake Intake(int megabytes) => new(
        [this], _store, new FileLimits { MaxMegabytes = megabytes }, _time, NullLogger<FileIntake>.Instance);

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("the line broke");
    }
}
