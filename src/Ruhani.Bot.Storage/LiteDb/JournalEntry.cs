namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>What one batch wrote, as long as it has not all been folded into the tables.</summary>
internal sealed class JournalEntry(long number)
{
    private int _folded;

    /// <summary>Rises by one from batch to batch.</summary>
    public long Number => number;

    /// <summary>Its length in the journal.</summary>
    public int Length { get; set; }

    /// <summary>The documents it changed.</summary>
    public List<DocumentKey> Documents { get; } = [];

    /// <summary>The outbox rows it added, changed or removed.</summary>
    public List<long> Rows { get; } = [];

    /// <summary>Where in the journal it lies.</summary>
    public List<int> Slots { get; } = [];

    public int Count => Documents.Count + Rows.Count;

    /// <summary>Takes the next thing to fold.</summary>
    public bool TryNext(out DocumentKey? document, out long row)
    {
        (document, row) = (null, 0);
        if (_folded == Count)
        {
            return false;
        }

        var index = _folded++;
        if (index < Documents.Count)
        {
            document = Documents[index];
        }
        else
        {
            row = Rows[index - Documents.Count];
        }

        return true;
    }
}
