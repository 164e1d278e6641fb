using System.Globalization;
using System.Text;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Documents.Tables;

/// <summary>One sheet's XML, written row by row and spilt into its entry as it grows.</summary>
internal sealed class XlsxSheet
{
    // Excel's own limit of a cell.
    private const int LongestText = 32_767;
    private const int SpillAt = 64 * 1024;
    private static readonly DateTime Epoch = new(1899, 12, 30);
    private readonly StringBuilder _xml = new();
    private readonly int _columns;

    /// <summary>Begins a sheet with its head.</summary>
    public XlsxSheet(TableHead table)
    {
        _columns = table.Columns.Count;
        _xml.Append(XlsxParts.Declaration)
            .Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{XlsxParts.Main}\"><sheetViews>")
            .Append("<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" ")
            .Append("state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < _columns; i++)
        {
            _xml.Append(
                CultureInfo.InvariantCulture,
                $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{table.Columns[i].Width}\" customWidth=\"1\"/>");
        }

        _xml.Append("</cols><sheetData>");
        Add([.. table.Columns.Select(column => TableValue.Of(column.Title))], XlsxParts.HeadStyle);
    }

    /// <summary>Rows so far, the head among them.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(IReadOnlyList<TableValue> row) => Add(row, XlsxParts.TextStyle);

    /// <summary>Ends the sheet.</summary>
    public void Close() => _xml.Append(
        CultureInfo.InvariantCulture,
        $"</sheetData><autoFilter ref=\"A1:{XlsxParts.ColumnName(_columns)}{Rows}\"/></worksheet>");

    /// <summary>Hands over what has gathered, once it is worth it.</summary>
    public async Task SpillAsync(Stream target, CancellationToken cancellationToken, bool all = false)
    {
        if (all || _xml.Length > SpillAt)
        {
            await target.WriteAsync(Encoding.UTF8.GetBytes(_xml.ToString()), cancellationToken).ConfigureAwait(false);
            _xml.Clear();
        }
    }

    private void Add(IReadOnlyList<TableValue> row, int textStyle)
    {
        Rows++;
        _xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{Rows}\">");
        for (var i = 0; i < row.Count; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{XlsxParts.ColumnName(i + 1)}{Rows}");
            Append(row[i], at, textStyle);
        }

        _xml.Append("</row>");
    }

    private void Append(TableValue value, string at, int textStyle)
    {
        _ = value switch
        {
            TableValue.Text text => Words(at, textStyle, text.Value),
            TableValue.Named named => Words(at, textStyle, named.Words),
            TableValue.Number number => Number(at, XlsxParts.NumberStyle, number.Value),
            TableValue.Day day => Number(
                at, XlsxParts.DayStyle, (decimal)(day.Value.ToDateTime(TimeOnly.MinValue) - Epoch).TotalDays),
            TableValue.Moment moment => Number(at, XlsxParts.MomentStyle, Serial(moment.Value)),
            _ => _xml,
        };
    }

    private StringBuilder Words(string at, int style, string words) => _xml
        .Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\">")
        .Append("<is><t xml:space=\"preserve\">")
        .Append(XlsxParts.Escape(words.Length > LongestText ? words[..LongestText] : words))
        .Append("</t></is></c>");

    // To the minute, so that a cell shows the minute it holds.
    private static decimal Serial(DateTimeOffset moment)
    {
        var minutes = Math.Floor((KazakhstanTime.Of(moment).DateTime - Epoch).TotalMinutes);
        return Math.Round((decimal)minutes / (24 * 60), 10);
    }

    private StringBuilder Number(string at, int style, decimal value) =>
        _xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>");
}
