using System.Buffers;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>A body read whole into a rented buffer.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int FirstSize = 4096;

    private byte[] _buffer;
    private int _length;

    private PooledBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>The bytes; valid until disposal.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The body.</param>
    /// <param name="expected">Its length when it is announced.</param>
    /// <param name="limit">The most bytes that are taken.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there are more bytes than the limit.</returns>
    public static async Task<PooledBody?> ReadAsync(
        Stream stream, long? expected, int limit, CancellationToken cancellationToken)
    {
        if (expected > limit)
        {
            return null;
        }

        // One byte more than announced, so that the end is seen without growing.
        var body = new PooledBody((int)(expected ?? FirstSize) + 1);
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken)
                    .ConfigureAwait(false);
                if (read == 0)
                {
                    return body;
                }

                body._length += read;
                if (body._length > limit)
                {
                    body.Dispose();
                    return null;
                }

                body.GrowIfFull();
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        _length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void GrowIfFull()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
