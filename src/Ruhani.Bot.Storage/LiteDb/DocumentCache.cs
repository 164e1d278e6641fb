using System.Collections.Concurrent;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// The documents used lately as they durably are, so that a turn's reads cost a dictionary look-up. Any thread reads;
/// only the writer writes. Bounded by characters; what has not been read since it came up last goes first.
/// </summary>
internal sealed class DocumentCache(long capacity)
{
    /// <summary>What an entry costs besides its text, in characters.</summary>
    private const int Overhead = 200;

    private readonly ConcurrentDictionary<DocumentKey, Entry> _entries = new();
    private readonly Queue<DocumentKey> _line = new();
    private long _size;

    /// <summary>True when the document, or that there is none, is known.</summary>
    public bool TryGet(DocumentKey key, out StoredDocument? document)
    {
        document = null;
        if (!_entries.TryGetValue(key, out var entry))
        {
            return false;
        }

        entry.Used = true;
        document = entry.Document;
        return true;
    }

    public void Set(DocumentKey key, StoredDocument? document)
    {
        var entry = new Entry(document);
        if (_entries.TryGetValue(key, out var old))
        {
            entry.Used = true;
            _size -= old.Size;
        }
        else
        {
            _line.Enqueue(key);
        }

        _entries[key] = entry;
        _size += entry.Size;
        Shrink();
    }

    public void Clear()
    {
        _entries.Clear();
        _line.Clear();
        _size = 0;
    }

    private void Shrink()
    {
        while (_size > capacity && _line.TryDequeue(out var key))
        {
            var entry = _entries[key];
            if (entry.Used)
            {
                entry.Used = false;
                _line.Enqueue(key);
            }
            else
            {
                _entries.TryRemove(key, out _);
                _size -= entry.Size;
            }
        }
    }

    private sealed class Entry(StoredDocument? document)
    {
        public readonly StoredDocument? Document = document;
        public volatile bool Used;

        public int Size => Overhead + (Document?.Json.Length ?? 0);
    }
}
