using System.Buffers.Binary;
using System.Text;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>What a journal entry is made of.</summary>
internal enum JournalOp : byte
{
    Document = 1,
    DocumentGone = 2,
    Seen = 3,
    Message = 4,
    RowStatus = 5,
    RowGone = 6,
}

/// <summary>Puts together the bytes of a journal entry.</summary>
internal sealed class JournalBuffer
{
    /// <summary>Kept between batches up to this size.</summary>
    private const int Kept = 1 << 20;

    private byte[] _bytes = new byte[1 << 16];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear()
    {
        _length = 0;
        if (_bytes.Length > Kept)
        {
            _bytes = new byte[Kept];
        }
    }

    public void Document(StoredDocument document)
    {
        Op(JournalOp.Document);
        Byte((byte)document.Kind);
        Text(document.Id);
        Number(document.Version);
        Number(document.Sort);
        Text(document.Group);
        Text(document.Json);
    }

    public void DocumentGone(DocumentKey key)
    {
        Op(JournalOp.DocumentGone);
        Byte((byte)key.Kind);
        Text(key.Id);
    }

    public void Seen(UInt128 mark, long at)
    {
        Op(JournalOp.Seen);
        BinaryPrimitives.WriteUInt128LittleEndian(Take(16), mark);
        Number(at);
    }

    public void Message(long row, byte[] json)
    {
        Op(JournalOp.Message);
        Number(row);
        Bytes(json);
    }

    public void RowStatus(long row, byte[] json)
    {
        Op(JournalOp.RowStatus);
        Number(row);
        Bytes(json);
    }

    public void RowGone(long row)
    {
        Op(JournalOp.RowGone);
        Number(row);
    }

    private void Op(JournalOp op) => Byte((byte)op);

    private void Byte(byte value) => Take(1)[0] = value;

    private void Number(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    private void Length(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    private void Bytes(byte[] bytes)
    {
        Length(bytes.Length);
        bytes.CopyTo(Take(bytes.Length));
    }

    private void Text(string? text)
    {
        if (text is null)
        {
            Length(-1);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Length(length);
        Encoding.UTF8.GetBytes(text, Take(length));
    }

    private Span<byte> Take(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        var span = _bytes.AsSpan(_length, count);
        _length += count;
        return span;
    }
}
