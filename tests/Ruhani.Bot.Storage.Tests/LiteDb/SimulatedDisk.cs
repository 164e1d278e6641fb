using Ruhani.Bot.Storage.LiteDb;

namespace Ruhani.Bot.Storage.Tests.LiteDb;

/// <summary>A disk that loses power, or is full, when a test says so.</summary>
internal sealed class SimulatedDisk(byte[] data, byte[] log) : IStoreFiles
{
    private readonly Lock _lock = new();
    private readonly SimulatedFile _data = new(data);
    private readonly SimulatedFile _log = new(log);
    private int _writesLeft = int.MaxValue;

    public SimulatedDisk()
        : this([], [])
    {
    }

    public string Name => "simulated";

    /// <summary>True while nothing can be written; what was written stays readable.</summary>
    public bool IsFull { get; set; }

    /// <summary>True makes a write take about as long as it does on a disk.</summary>
    public bool IsSlow { get; init; }

    public bool IsOff => _writesLeft == 0;

    /// <summary>Bytes of both files.</summary>
    public int Length => _data.Length + _log.Length;

    public Stream OpenData() => new SimulatedStream(this, _data);

    public Stream OpenLog() => new SimulatedStream(this, _log);

    /// <summary>Lets so many more writes through; then the power is off.</summary>
    public void CutAfter(int writes) => _writesLeft = writes;

    /// <summary>The disk after the power is back.</summary>
    public SimulatedDisk Restart(Random random)
    {
        lock (_lock)
        {
            return new SimulatedDisk(_data.Survivors(random), _log.Survivors(random));
        }
    }

    private T Access<T>(bool writes, Func<T> access)
    {
        if (writes && IsSlow)
        {
            Thread.SpinWait(20_000);
        }

        lock (_lock)
        {
            if (writes && _writesLeft > 0)
            {
                _writesLeft--;
            }

            return _writesLeft == 0 ? throw new IOException("The power is off.")
                : writes && IsFull ? throw new IOException("No space left on device.")
                : access();
        }
    }

    private sealed class SimulatedStream(SimulatedDisk disk, SimulatedFile file) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => file.Length;

        public override long Position { get; set; }

        public override void Flush() => disk.Access(writes: true, () =>
        {
            file.Sync();
            return true;
        });

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = disk.Access(
                writes: false, () => file.Read((int)Position, buffer.AsSpan(offset, count)));
            Position += read;
            return read;
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            disk.Access(writes: true, () =>
            {
                file.Write((int)Position, buffer.AsSpan(offset, count));
                return true;
            });
            Position += count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => disk.Access(writes: true, () =>
        {
            file.SetLength((int)value);
            return true;
        });
    }
}
