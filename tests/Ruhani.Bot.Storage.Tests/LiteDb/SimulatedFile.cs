namespace Ruhani.Bot.Storage.Tests.LiteDb;

/// <summary>A file of which only what was synced is sure to outlive a power cut.</summary>
internal sealed class SimulatedFile(byte[] durable)
{
    /// <summary>What a disk writes at once or not at all.</summary>
    private const int Sector = 512;

    private readonly List<(int Offset, byte[] Bytes)> _unsynced = [];
    private byte[] _durable = durable;
    private byte[] _current = [.. durable];

    public int Length => _current.Length;

    public int Read(int offset, Span<byte> into)
    {
        var count = Math.Clamp(_current.Length - offset, 0, into.Length);
        _current.AsSpan(offset, count).CopyTo(into);
        return count;
    }

    public void Write(int offset, ReadOnlySpan<byte> bytes)
    {
        Place(ref _current, offset, bytes);
        _unsynced.Add((offset, bytes.ToArray()));
    }

    /// <summary>Cuts at once: only what no sync stands for is ever cut.</summary>
    public void SetLength(int length)
    {
        Array.Resize(ref _current, length);
        Array.Resize(ref _durable, Math.Min(length, _durable.Length));
    }

    public void Sync()
    {
        _unsynced.ForEach(w => Place(ref _durable, w.Offset, w.Bytes));
        _unsynced.Clear();
    }

    /// <summary>What is left after a power cut: of what was not synced, sectors at random.</summary>
    public byte[] Survivors(Random random)
    {
        byte[] left = [.. _durable];
        foreach (var (offset, bytes) in _unsynced)
        {
            for (var i = 0; i < bytes.Length;)
            {
                var length = Math.Min(bytes.Length - i, Sector - ((offset + i) % Sector));
                if (random.Next(2) == 0)
                {
                    Place(ref left, offset + i, bytes.AsSpan(i, length));
                }

                i += length;
            }
        }

        return left;
    }

    private static void Place(ref byte[] file, int offset, ReadOnlySpan<byte> bytes)
    {
        if (file.Length < offset + bytes.Length)
        {
            Array.Resize(ref file, offset + bytes.Length);
        }

        bytes.CopyTo(file.AsSpan(offset));
    }
}
