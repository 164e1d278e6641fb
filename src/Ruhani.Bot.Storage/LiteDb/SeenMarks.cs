using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LiteDB;
using LiteDB.Engine;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// Which activities were committed: half of each id's SHA-256, with its time, all in memory (some 50 bytes each). On
/// disk they lie a page full at a time, so that marking costs a turn next to nothing.
/// </summary>
internal sealed class SeenMarks(LiteEngine engine, Journal journal)
{
    private const int MarkLength = 16 + 8;

    /// <summary>Marks that fill one LiteDB page.</summary>
    private const int PackSize = 330;

    private readonly Dictionary<UInt128, long> _marks = [];
    private readonly Queue<(UInt128 Mark, long At, long Entry)> _unpacked = new();
    private readonly List<(long Id, long Last)> _packs = [];
    private readonly List<long> _expired = [];
    private long _packId;

    /// <summary>Marks from before this are forgotten, wherever they still lie.</summary>
    public long ForgottenBefore { get; set; } = long.MinValue;

    public static UInt128 Of(string activityId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var longest = Encoding.UTF8.GetMaxByteCount(activityId.Length);
        var utf8 = longest <= 512 ? stackalloc byte[512] : new byte[longest];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(activityId, utf8)], hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    public bool Contains(UInt128 mark) => _marks.ContainsKey(mark);

    public void Add(UInt128 mark, long at)
    {
        journal.Buffer.Seen(mark, at);
        Replay(mark, at, journal.Pending);
    }

    public void Replay(UInt128 mark, long at, JournalEntry entry)
    {
        if (at >= ForgottenBefore)
        {
            _marks[mark] = at;
            _unpacked.Enqueue((mark, at, entry.Number));
        }
    }

    public void Purge(long before)
    {
        ForgottenBefore = Math.Max(ForgottenBefore, before);
        foreach (var (mark, at) in _marks)
        {
            if (at < ForgottenBefore)
            {
                _marks.Remove(mark);
            }
        }

        _expired.AddRange(_packs.Where(p => p.Last < ForgottenBefore).Select(p => p.Id));
        _packs.RemoveAll(p => p.Last < ForgottenBefore);
        journal.IsPending = true;
    }

    public void Load(long forgottenBefore)
    {
        ForgottenBefore = forgottenBefore;
        using var reader = engine.Query(Collections.Seen, new Query());
        while (reader.Read())
        {
            var pack = reader.Current.AsDocument;
            var last = long.MinValue;
            for (ReadOnlySpan<byte> rest = pack["d"].AsBinary; rest.Length >= MarkLength; rest = rest[MarkLength..])
            {
                var at = BinaryPrimitives.ReadInt64LittleEndian(rest[16..]);
                last = Math.Max(last, at);
                if (at >= forgottenBefore)
                {
                    _marks[BinaryPrimitives.ReadUInt128LittleEndian(rest)] = at;
                }
            }

            _packId = Math.Max(_packId, pack["_id"].AsInt64);
            _packs.Add((pack["_id"].AsInt64, last));
        }
    }

    /// <summary>Packs the marks of an entry, and as many later ones as fit beside them.</summary>
    public void Fold(long entry)
    {
        while (_unpacked.TryPeek(out var first) && first.Entry <= entry)
        {
            var bytes = new byte[Math.Min(PackSize, _unpacked.Count) * MarkLength];
            var last = long.MinValue;
            for (var rest = bytes.AsSpan(); rest.Length > 0; rest = rest[MarkLength..])
            {
                var (mark, at, _) = _unpacked.Dequeue();
                BinaryPrimitives.WriteUInt128LittleEndian(rest, mark);
                BinaryPrimitives.WriteInt64LittleEndian(rest[16..], at);
                last = Math.Max(last, at);
            }

            engine.Insert(
                Collections.Seen, [new BsonDocument { ["_id"] = ++_packId, ["d"] = bytes }], BsonAutoId.Int64);
            _packs.Add((_packId, last));
        }
    }

    /// <summary>Removes the packs that hold nothing but what was purged.</summary>
    public void DeleteExpired()
    {
        if (_expired.Count > 0)
        {
            engine.Delete(Collections.Seen, _expired.Select(id => new BsonValue(id)));
            _expired.Clear();
        }
    }
}
