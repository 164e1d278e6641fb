using LiteDB;
using LiteDB.Engine;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// The batches committed last, each as a few pieces of one page, written over the pieces of batches that have been
/// folded into the tables since. Overwriting in place is what LiteDB does cheapest: one page, no index, nothing to
/// free.
/// </summary>
internal sealed class Journal
{
    /// <summary>Bytes of a batch in one piece: with its fields it fills one LiteDB page.</summary>
    private const int PieceLength = 8000;

    /// <summary>Buffers kept between batches.</summary>
    private const int KeptPieces = 128;

    private readonly Queue<JournalEntry> _entries = new();
    private readonly Stack<int> _freeSlots = new();
    private readonly List<byte[]> _pieces = [];
    private int _slots;

    public Journal() => Pending = new JournalEntry(1);

    /// <summary>The entry being made.</summary>
    public JournalEntry Pending { get; private set; }

    public JournalBuffer Buffer { get; } = new();

    /// <summary>True when <see cref="Pending"/> must be written, even when it is empty.</summary>
    public bool IsPending { get; set; }

    /// <summary>Bytes waiting to be folded.</summary>
    public long Length { get; private set; }

    /// <summary>The entry to fold next.</summary>
    public JournalEntry? Oldest => _entries.TryPeek(out var entry) ? entry : null;

    /// <summary>Forgets the oldest entry, all folded: its place is free again.</summary>
    public void Trim()
    {
        var entry = _entries.Dequeue();
        Length -= entry.Length;
        entry.Slots.ForEach(_freeSlots.Push);
    }

    /// <summary>
    /// Writes the pending entry, and with it where the journal now begins and the line of forgotten marks.
    /// </summary>
    public void Write(LiteEngine engine, long forgottenBefore)
    {
        var begins = Oldest?.Number ?? Pending.Number;
        var bytes = Buffer.Written;
        var count = Math.Max(1, (bytes.Length + PieceLength - 1) / PieceLength);
        List<BsonDocument> reused = [];
        List<BsonDocument> added = [];
        for (var i = 0; i < count; i++)
        {
            var into = _freeSlots.TryPop(out var slot) ? reused : added;
            slot = ReferenceEquals(into, added) ? ++_slots : slot;
            into.Add(new BsonDocument
            {
                ["_id"] = slot,
                ["n"] = Pending.Number,
                ["i"] = i,
                ["length"] = bytes.Length,
                ["begins"] = begins,
                ["forgotten"] = forgottenBefore,
                ["d"] = Piece(i, bytes[(i * PieceLength)..Math.Min(bytes.Length, (i + 1) * PieceLength)]),
            });
            Pending.Slots.Add(slot);
        }

        if (reused.Count > 0 && engine.Update(Collections.Journal, reused) != reused.Count)
        {
            throw new InvalidDataException("A piece of the journal is missing.");
        }

        if (added.Count > 0)
        {
            engine.Insert(Collections.Journal, added, BsonAutoId.Int32);
        }

        Append(Pending, bytes.Length);
        Buffer.Clear();
        if (_pieces.Count > KeptPieces)
        {
            _pieces.RemoveRange(KeptPieces, _pieces.Count - KeptPieces);
        }

        IsPending = false;
    }

    /// <summary>
    /// Reads what is there; for each entry not folded yet, oldest first, calls <paramref name="replay"/>.
    /// </summary>
    /// <returns>The line of forgotten marks.</returns>
    public long Load(LiteEngine engine, Action<JournalEntry, byte[], long> replay)
    {
        var pieces = new List<BsonDocument>();
        using (var reader = engine.Query(Collections.Journal, new Query()))
        {
            while (reader.Read())
            {
                pieces.Add(reader.Current.AsDocument);
            }
        }

        _slots = pieces.Count;
        if (pieces.MaxBy(p => p["n"].AsInt64) is not { } newest)
        {
            return long.MinValue;
        }

        var (begins, forgotten) = (newest["begins"].AsInt64, newest["forgotten"].AsInt64);
        foreach (var entry in pieces.GroupBy(p => p["n"].AsInt64).OrderBy(g => g.Key))
        {
            var slots = entry.OrderBy(p => p["i"].AsInt32).ToList();
            if (entry.Key < begins)
            {
                slots.ForEach(p => _freeSlots.Push(p["_id"].AsInt32));
                continue;
            }

            var bytes = new byte[slots.Count * PieceLength];
            Pending = new JournalEntry(entry.Key);
            for (var i = 0; i < slots.Count; i++)
            {
                slots[i]["d"].AsBinary.CopyTo(bytes, i * PieceLength);
                Pending.Slots.Add(slots[i]["_id"].AsInt32);
            }

            var length = slots[0]["length"].AsInt32;
            replay(Pending, bytes[..length], forgotten);
            Append(Pending, length);
        }

        Pending = new JournalEntry(newest["n"].AsInt64 + 1);
        return forgotten;
    }

    private void Append(JournalEntry entry, int length)
    {
        entry.Length = length;
        Length += length;
        _entries.Enqueue(entry);
        Pending = new JournalEntry(entry.Number + 1);
    }

    /// <summary>A piece always has its full length, so that it never moves in the file.</summary>
    private byte[] Piece(int index, ReadOnlySpan<byte> bytes)
    {
        if (index == _pieces.Count)
        {
            _pieces.Add(new byte[PieceLength]);
        }

        var piece = _pieces[index];
        bytes.CopyTo(piece);
        piece.AsSpan(bytes.Length).Clear();
        return piece;
    }
}
