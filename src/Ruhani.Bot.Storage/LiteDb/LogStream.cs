using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// The log as LiteDB sees it, over a file that makes it safe and quick. LiteDB 5.0.20 has no checksums, can't tell a
/// page of now from one of before, and empties its log by cutting the file, so that each sync after it waits for the
/// file system. Here each page carries a checksum and the number of the round it was written in; emptying the log
/// begins a new round and the file is written over in place. On opening, the log ends before the first page that isn't
/// whole and of this round, so a transaction counts only if all its pages got to the disk: one sync makes it durable,
/// and neither torn nor lost nor stale pages are ever read.
/// </summary>
internal sealed class LogStream : Stream
{
    private const int PageSize = 8192;

    /// <summary>After each page: the round (8 bytes) and the checksum (4), padded.</summary>
    private const int RecordSize = PageSize + 16;

    /// <summary>Before the first record: the mark, the round and their checksum, in a sector of their own.</summary>
    private const int HeaderSize = 4096;

    private const ulong Mark = 0x3130_474F_4C48_5552;

    /// <summary>
    /// Where a page says that it is the last one of its transaction (<c>BasePage.P_IS_CONFIRMED</c>).
    /// </summary>
    private const int ConfirmedFlag = 18;

    /// <summary>Where a page names its transaction (<c>BasePage.P_TRANSACTION_ID</c>), 4 bytes.</summary>
    private const int TransactionId = 14;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly DurableStream _file;
    private readonly byte[] _record = new byte[RecordSize];
    private readonly ManualResetEventSlim _confirmed = new();
    private readonly Lock _lock = new();
    private Exception? _failure;
    private ulong _round;
    private long _length;
    private bool _isWritten;

    /// <exception cref="InvalidDataException">The file is something else.</exception>
    public LogStream(DurableStream file)
    {
        _file = file;
        var header = new byte[HeaderSize];
        file.Position = 0;
        if (file.Read(header, 0, HeaderSize) < HeaderSize || !header.AsSpan().ContainsAnyExcept((byte)0))
        {
            BeginRound(1);
            return;
        }

        _round = BinaryPrimitives.ReadUInt64LittleEndian(header.AsSpan(8));
        if (BinaryPrimitives.ReadUInt64LittleEndian(header) != Mark
            || BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(16)) != Checksum(header.AsSpan(0, 16), 0))
        {
            throw new InvalidDataException("The log beside the store is not its log.");
        }

        while (TryRead(_length))
        {
            _length += PageSize;
        }

        ForgetBehindTheEnd();
    }

    /// <summary>True when nothing was ever in it.</summary>
    public bool IsNew => _round == 1 && _length == 0;

    /// <summary>
    /// The newest first page of the data file that a whole transaction in the log brought, as a checkpoint writes it;
    /// null when there is none.
    /// </summary>
    public byte[]? FindFirstPage()
    {
        var open = new Dictionary<uint, byte[]>();
        byte[]? found = null;
        for (var position = 0L; position < _length && TryRead(position); position += PageSize)
        {
            var transaction = BinaryPrimitives.ReadUInt32LittleEndian(_record.AsSpan(TransactionId));
            if (BinaryPrimitives.ReadUInt32LittleEndian(_record) == 0)
            {
                var page = _record.AsSpan(0, PageSize).ToArray();
                BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(TransactionId), uint.MaxValue);
                page[ConfirmedFlag] = 0;
                open[transaction] = page;
            }

            if (_record[ConfirmedFlag] != 0 && open.Remove(transaction, out var confirmed))
            {
                found = confirmed;
            }
        }

        return found;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get; set; }

    /// <summary>Nothing: LiteDB flushes as its queue happens to run; <see cref="AwaitConfirmed"/> knows when.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        lock (_lock)
        {
            if (count != PageSize || Position >= _length)
            {
                return 0;
            }

            if (!TryRead(Position))
            {
                throw new InvalidDataException($"The log is damaged at {Position}.");
            }

            _record.AsSpan(0, PageSize).CopyTo(buffer.AsSpan(offset));
            Position += PageSize;
            return PageSize;
        }
    }

    /// <summary>
    /// Never throws: LiteDB can't take it here (its queue stops for ever, and the transaction's finalizer ends the
    /// process). A failure is kept for <see cref="AwaitConfirmed"/>, and the engine thrown away.
    /// </summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        lock (_lock)
        {
            try
            {
                WritePage(buffer.AsSpan(offset, count));
            }
            catch (Exception failed)
            {
                _failure ??= failed;
            }

            Position = _length += PageSize;
            if (buffer[offset + ConfirmedFlag] != 0 || _failure is not null)
            {
                _confirmed.Set();
            }
        }
    }

    public override void SetLength(long value)
    {
        lock (_lock)
        {
            if (value == 0)
            {
                BeginRound(_round + 1);
            }
            else
            {
                throw new NotSupportedException("The log is only ever emptied.");
            }
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => _length + offset,
    };

    /// <summary>Call before a transaction is committed.</summary>
    public void ExpectConfirmation() => _confirmed.Reset();

    /// <summary>Returns when the transaction committed since <see cref="ExpectConfirmation"/> is durable.</summary>
    /// <exception cref="IOException">It isn't, and nobody knows whether it will turn out to be.</exception>
    public void AwaitConfirmed()
    {
        if (!_confirmed.Wait(_patience))
        {
            throw new IOException("The log did not take the transaction in time.");
        }

        Sync();
    }

    /// <summary>Makes all that was written durable.</summary>
    /// <exception cref="IOException">Some of it could not be written.</exception>
    public void Sync()
    {
        lock (_lock)
        {
            if (_failure is { } failure)
            {
                throw new IOException(failure.Message, failure);
            }

            _file.Sync();
            _isWritten = false;
        }
    }

    /// <summary>
    /// Call before the data file is written: what goes there must be in the log for good, or a power cut in the middle
    /// of a checkpoint leaves neither.
    /// </summary>
    public void SyncWritten()
    {
        lock (_lock)
        {
            if (_isWritten)
            {
                Sync();
            }
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes, ulong seed)
    {
        var sum = BitOperations.Crc32C(uint.MaxValue, seed);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            sum = BitOperations.Crc32C(sum, word);
        }

        return sum;
    }

    private static long Offset(long position) => HeaderSize + (position / PageSize * RecordSize);

    private void BeginRound(ulong round)
    {
        var header = new byte[HeaderSize];
        BinaryPrimitives.WriteUInt64LittleEndian(header, Mark);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(8), round);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), Checksum(header.AsSpan(0, 16), 0));
        _file.Position = 0;
        _file.Write(header, 0, HeaderSize);
        _file.Sync();
        (_round, _length) = (round, 0);
    }

    private void WritePage(ReadOnlySpan<byte> page)
    {
        if (page.Length != PageSize || Position != _length)
        {
            throw new NotSupportedException("The log takes whole pages, one after the other.");
        }

        page.CopyTo(_record);
        BinaryPrimitives.WriteUInt64LittleEndian(_record.AsSpan(PageSize), _round);
        BinaryPrimitives.WriteUInt32LittleEndian(_record.AsSpan(PageSize + 8), Sum(Position));
        _file.Position = Offset(Position);
        _isWritten = true;
        _file.Write(_record, 0, RecordSize);
    }

    // A power cut may leave a hole, and behind it whole pages of this round: once the hole is written over they would
    // pass for what follows.
    private void ForgetBehindTheEnd()
    {
        for (var position = _length + PageSize; Offset(position) < _file.Length; position += PageSize)
        {
            if (TryRead(position))
            {
                _file.SetLength(Offset(_length));
                _file.Sync();
                return;
            }
        }
    }

    private bool TryRead(long position)
    {
        _file.Position = Offset(position);
        return _file.Read(_record, 0, RecordSize) == RecordSize
            && BinaryPrimitives.ReadUInt64LittleEndian(_record.AsSpan(PageSize)) == _round
            && BinaryPrimitives.ReadUInt32LittleEndian(_record.AsSpan(PageSize + 8)) == Sum(position);
    }

    private uint Sum(long position) =>
        Checksum(_record.AsSpan(0, PageSize), _round ^ ((ulong)position << 20));
}
