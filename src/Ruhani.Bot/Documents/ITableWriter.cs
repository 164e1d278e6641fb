namespace Ruhani.Bot.Documents;

/// <summary>Writes a table in one format, row by row, however long it is.</summary>
public interface ITableWriter
{
    /// <summary>The format, as <c>export --format</c> names it: <c>csv</c>, <c>json</c>, <c>xlsx</c>.</summary>
    string Format { get; }

    /// <summary>The media type of what is written.</summary>
    string MediaType { get; }

    /// <summary>Writes the whole table; leaves the stream open.</summary>
    /// <param name="target">Where to; need not be seekable.</param>
    /// <param name="table">What the table is.</param>
    /// <param name="rows">Its rows; each has as many values as there are columns.</param>
    /// <param name="cancellationToken">Ends it half-written.</param>
    Task WriteAsync(
        Stream target,
        TableHead table,
        IAsyncEnumerable<IReadOnlyList<TableValue>> rows,
        CancellationToken cancellationToken);
}
