namespace Ruhani.Bot.Channels;

/// <summary>
/// The body of an answer that is read as a file: disposing it lets go of the connection, and whatever breaks while
/// reading is an <see cref="IOException"/>.
/// </summary>
internal sealed class ResponseStream : Stream
{
    private readonly HttpResponseMessage _answer;
    private readonly Stream _body;

    private ResponseStream(HttpResponseMessage answer, Stream body) => (_answer, _body) = (answer, body);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Takes an answer over.</summary>
    public static async Task<Stream> OpenAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        new ResponseStream(answer, await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

    public override int Read(byte[] buffer, int offset, int count) => _body.Read(buffer, offset, count);

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException fault)
        {
            throw new IOException("The file broke off.", fault);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
            _answer.Dispose();
        }

        base.Dispose(disposing);
    }
}
