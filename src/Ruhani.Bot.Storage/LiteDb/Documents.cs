namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// The documents as the writer sees them: those changed since they were last folded into their tables, over the tables.
/// </summary>
internal sealed class Documents(DocumentTable table, DocumentCache cache, Journal journal)
{
    private readonly Dictionary<DocumentKey, Change> _changes = [];
    private readonly Dictionary<DocumentKey, StoredDocument?> _staged = [];
    private readonly List<DocumentKey> _unpublished = [];

    public StoredDocument? Find(DocumentKey key)
    {
        if (_changes.TryGetValue(key, out var change))
        {
            return change.Document;
        }

        if (!cache.TryGet(key, out var document))
        {
            document = table.Find(key);
            cache.Set(key, document);
        }

        return document;
    }

    /// <summary>The table's page with the changes since laid over it.</summary>
    public List<StoredDocument> List(DocumentQuery query)
    {
        var page = new SortedSet<StoredDocument>(BySortThenId.Instance);
        foreach (var (key, change) in _changes)
        {
            if (key.Kind == query.Kind && change.Document is { } document
                && (query.Group is null || query.Group == document.Group) && query.IsAfter(document))
            {
                page.Add(document);
            }
        }

        var next = query;
        for (var wanted = query.Limit; wanted > 0;)
        {
            var asked = wanted;
            var stored = table.List(next, asked);
            foreach (var document in stored.Where(d => !_changes.ContainsKey(DocumentKey.Of(d))))
            {
                page.Add(document);
                wanted--;
            }

            if (stored.Count < asked)
            {
                break;
            }

            next = next with { AfterSort = stored[^1].Sort, AfterId = stored[^1].Id };
        }

        return [.. page.Take(query.Limit)];
    }

    /// <summary>True when every document is at the version its write was made for.</summary>
    public bool Fit(IReadOnlyList<DocumentWrite> writes)
    {
        _staged.Clear();
        foreach (var (document, delete) in writes)
        {
            var key = DocumentKey.Of(document);
            var current = _staged.TryGetValue(key, out var earlier) ? earlier : Find(key);
            if ((current?.Version ?? 0) != (delete ? document.Version : document.Version - 1))
            {
                return false;
            }

            if (writes.Count > 1)
            {
                _staged[key] = delete ? null : document;
            }
        }

        return true;
    }

    /// <summary>Writes, or removes when there is no document, into the journal entry being made.</summary>
    public void Put(DocumentKey key, StoredDocument? document)
    {
        if (document is null)
        {
            journal.Buffer.DocumentGone(key);
        }
        else
        {
            journal.Buffer.Document(document);
        }

        Remember(key, document, journal.Pending);
        _unpublished.Add(key);
    }

    /// <summary>Takes over what a journal entry says.</summary>
    public void Remember(DocumentKey key, StoredDocument? document, JournalEntry entry)
    {
        if (!_changes.TryGetValue(key, out var earlier) || earlier.Entry != entry.Number)
        {
            entry.Documents.Add(key);
        }

        _changes[key] = new Change(document, entry.Number);
    }

    /// <summary>Shows readers what has become durable.</summary>
    public void Publish()
    {
        foreach (var key in _unpublished)
        {
            cache.Set(key, _changes[key].Document);
        }

        _unpublished.Clear();
    }

    /// <summary>Writes a document to its table unless a later entry has changed it again.</summary>
    /// <returns>True when something was written.</returns>
    public bool Fold(DocumentKey key, long entry)
    {
        if (!_changes.TryGetValue(key, out var change) || change.Entry != entry)
        {
            return false;
        }

        if (change.Document is null)
        {
            table.Delete(key);
        }
        else
        {
            table.Put(change.Document);
        }

        _changes.Remove(key);
        return true;
    }

    private readonly record struct Change(StoredDocument? Document, long Entry);

    private sealed class BySortThenId : IComparer<StoredDocument>
    {
        public static readonly BySortThenId Instance = new();

        public int Compare(StoredDocument? x, StoredDocument? y) =>
            x!.Sort != y!.Sort ? x.Sort.CompareTo(y.Sort) : string.CompareOrdinal(x.Id, y.Id);
    }
}
