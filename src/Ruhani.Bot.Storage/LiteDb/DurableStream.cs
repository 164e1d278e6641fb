namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// A file LiteDB reads and writes through. Remembers the first failure, and refuses everything once given up, so that
/// an engine that is being thrown away can't write on.
/// </summary>
internal sealed class DurableStream(Stream inner) : Stream
{
    private volatile Exception? _failure;

    /// <summary>The first failure; null while all went well.</summary>
    public Exception? Failure => _failure;

    /// <summary>Called before each write; null for nothing.</summary>
    public Action? Writing { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    /// <summary>Makes everything written so far durable.</summary>
    public void Sync() => Guarded(() =>
    {
        if (inner is FileStream file)
        {
            DiskSync.Sync(file);
        }
        else
        {
            inner.Flush();
        }
    });

    /// <summary>LiteDB flushes the data file after a checkpoint, before it empties the log, and means it.</summary>
    public override void Flush() => Sync();

    /// <summary>Refuses everything from now on and closes the file.</summary>
    public void GiveUp()
    {
        _failure ??= new IOException("The file was given up.");
        inner.Dispose();
    }

    public override int Read(byte[] buffer, int offset, int count) => inner.ReadAtLeast(
        buffer.AsSpan(offset, count), count, throwOnEndOfStream: false);

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => Guarded(() => inner.SetLength(value));

    public override void Write(byte[] buffer, int offset, int count) =>
        Guarded(() =>
        {
            Writing?.Invoke();
            inner.Write(buffer, offset, count);
        });

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Guarded(Action act)
    {
        if (_failure is { } failure)
        {
            throw new IOException(failure.Message, failure);
        }

        try
        {
            act();
        }
        catch (Exception failed)
        {
            _failure = failed;
            throw;
        }
    }
}
