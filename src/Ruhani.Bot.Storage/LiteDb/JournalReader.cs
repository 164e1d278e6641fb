using System.Buffers.Binary;
using System.Text;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>Reads what <see cref="JournalBuffer"/> wrote, in the same order.</summary>
internal ref struct JournalReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    public JournalOp Op() => (JournalOp)Take(1)[0];

    public StoredDocument Document()
    {
        var kind = (DocumentKind)Take(1)[0];
        var id = Text()!;
        var version = Number();
        var sort = Number();
        var group = Text();
        return new StoredDocument(kind, id, version, Text()!, group, sort);
    }

    public DocumentKey Key() => new((DocumentKind)Take(1)[0], Text()!);

    public UInt128 Mark() => BinaryPrimitives.ReadUInt128LittleEndian(Take(16));

    public long Number() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public byte[] Bytes() => Take(Length()).ToArray();

    private string? Text() => Length() is var length and >= 0 ? Encoding.UTF8.GetString(Take(length)) : null;

    private int Length() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
