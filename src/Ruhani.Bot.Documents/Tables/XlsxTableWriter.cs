using System.IO.Compression;
using System.Text;

namespace Ruhani.Bot.Documents.Tables;

/// <summary>
/// An Excel workbook (ECMA-376, SpreadsheetML): a bold head that stays in sight and filters, cells with their types,
/// texts that are never formulas. Rows beyond a sheet's limit go on in another sheet.
/// </summary>
/// <param name="rowsOfASheet">How many rows a sheet holds, the head among them.</param>
internal sealed class XlsxTableWriter(int rowsOfASheet = XlsxTableWriter.MostRows) : ITableWriter
{
    private const int MostRows = 1_048_576;

    /// <inheritdoc/>
    public string Format => "xlsx";

    /// <inheritdoc/>
    public string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc/>
    public async Task WriteAsync(
        Stream target,
        TableHead table,
        IAsyncEnumerable<IReadOnlyList<TableValue>> rows,
        CancellationToken cancellationToken)
    {
        var archive = await ZipArchive.CreateAsync(
            target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken)
            .ConfigureAwait(false);
        await using (archive.ConfigureAwait(false))
        {
            var sheets = 0;
            var source = rows.GetAsyncEnumerator(cancellationToken);
            await using (source.ConfigureAwait(false))
            {
                var more = await source.MoveNextAsync().ConfigureAwait(false);
                do
                {
                    more = await WriteSheetAsync(++sheets).ConfigureAwait(false);
                }
                while (more);

                async Task<bool> WriteSheetAsync(int number)
                {
                    var entry = archive.CreateEntry(XlsxParts.SheetPath(number), CompressionLevel.Fastest);
                    var content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
                    await using (content.ConfigureAwait(false))
                    {
                        var sheet = new XlsxSheet(table);
                        for (; more && sheet.Rows < rowsOfASheet; more = await source.MoveNextAsync()
                            .ConfigureAwait(false))
                        {
                            sheet.Add(source.Current);
                            await sheet.SpillAsync(content, cancellationToken).ConfigureAwait(false);
                        }

                        sheet.Close();
                        await sheet.SpillAsync(content, cancellationToken, all: true).ConfigureAwait(false);
                    }

                    return more;
                }
            }

            foreach (var (path, text) in XlsxParts.Around(table.Title, sheets))
            {
                var content = await archive.CreateEntry(path).OpenAsync(cancellationToken).ConfigureAwait(false);
                await using (content.ConfigureAwait(false))
                {
                    await content.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }
}
