using System.IO.Compression;
using System.Text;
using Ruhani.Bot.Documents;

namespace Ruhani.Bot.Testing.Documents;

/// <summary>Draws charts as lines that a test can read, behind the mark of a picture.</summary>
public sealed class PlainCharts : IChartDrawer
{
    private static readonly byte[] Mark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public byte[] Draw(BarChart chart)
    {
        var lines = chart.Bars.Select(bar => $"{bar.Label}: {string.Join(" + ", bar.Values)}")
            .Prepend(string.Join(" | ", chart.Parts)).Prepend(chart.Title).Append(chart.Note ?? "");
        return [.. Mark, .. Encoding.UTF8.GetBytes(string.Join('\n', lines))];
    }
}

/// <summary>Writes tables as lines that a test can read, in what the format's files begin with.</summary>
public sealed class PlainTables(string format) : ITableWriter
{
    public string Format => format;

    public string MediaType => "text/plain";

    public async Task WriteAsync(
        Stream target,
        TableHead table,
        IAsyncEnumerable<IReadOnlyList<TableValue>> rows,
        CancellationToken cancellationToken)
    {
        var lines = new List<string> { string.Join(" | ", table.Columns.Select(column => column.Title)) };
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            lines.Add(string.Join(" | ", row));
        }

        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        if (format != "xlsx")
        {
            await target.WriteAsync(bytes, cancellationToken);
            return;
        }

        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        archive.CreateEntry("[Content_Types].xml");
        await using var entry = archive.CreateEntry("xl/rows.txt", CompressionLevel.NoCompression).Open();
        await entry.WriteAsync(bytes, cancellationToken);
    }
}
