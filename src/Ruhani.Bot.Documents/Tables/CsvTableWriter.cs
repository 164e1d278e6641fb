using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ruhani.Bot.Documents.Tables;

/// <summary>
/// CSV as Excel opens it by a double click on a machine set to Kazakh or Russian: UTF-8 with its mark, <c>;</c> between
/// the cells, decimal commas, days as 25.05.2027. A text that a spreadsheet would take for a formula gets an apostrophe
/// before it (OWASP, «CSV Injection»).
/// </summary>
internal sealed class CsvTableWriter : ITableWriter
{
    private const string Separator = ";";
    private const string LineEnd = "\r\n";
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\";\r\n\t,");

    // Also the wide forms that East Asian keyboards write and spreadsheets accept.
    private static readonly SearchValues<char> BeginFormulas = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public string MediaType => "text/csv; charset=utf-8";

    /// <inheritdoc/>
    public async Task WriteAsync(
        Stream target,
        TableHead table,
        IAsyncEnumerable<IReadOnlyList<TableValue>> rows,
        CancellationToken cancellationToken)
    {
        var writer = new StreamWriter(target, new UTF8Encoding(true), leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            await WriteLineAsync(table.Columns.Select(column => Text(column.Title))).ConfigureAwait(false);
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await WriteLineAsync(row.Select(Cell)).ConfigureAwait(false);
            }

            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        Task WriteLineAsync(IEnumerable<string> cells) => writer.WriteAsync(
            (string.Join(Separator, cells) + LineEnd).AsMemory(), cancellationToken);
    }

    private static string Cell(TableValue value) => value switch
    {
        TableValue.Empty => "",
        TableValue.Text text => Text(text.Value),
        TableValue.Named named => Text(named.Words),
        TableValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
        TableValue.Day day => Shown.Day(day.Value),
        TableValue.Moment moment => Shown.Moment(moment.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Text(string text)
    {
        // Zero bytes end a cell for some readers.
        var guarded = text.Replace("\0", "", StringComparison.Ordinal);
        if (BeginFormulas.Contains(guarded.AsSpan().TrimStart(' ') is [var first, ..] ? first : '\0')
            || (guarded.Length > 0 && BeginFormulas.Contains(guarded[0])))
        {
            guarded = "'" + guarded;
        }

        return guarded.AsSpan().ContainsAny(NeedQuotes) || guarded.StartsWith(' ') || guarded.EndsWith(' ')
            ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : guarded;
    }
}
