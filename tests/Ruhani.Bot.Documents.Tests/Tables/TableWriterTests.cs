using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Ruhani.Bot.Documents.Tables;

namespace Ruhani.Bot.Documents.Tests.Tables;

public sealed class TableWriterTests
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly TableHead Head = new(
        "Өтінімдер: 2027/I",
        [
            new TableColumn("number", "Нөмірі"), new TableColumn("title", "Іс-шара", 40),
            new TableColumn("days", "Күн саны", 10), new TableColumn("from", "Басталуы", 12),
            new TableColumn("decided_at", "Шешілді", 18),
        ]);

    private static readonly TableValue[] Row =
    [
        TableValue.Of("RZ-01-2027-00042-5"),
        TableValue.Of("«Ұлттық құндылықтар»; \"форум\"\nекінші күн"),
        TableValue.Of(2.5m),
        TableValue.Of(new DateOnly(2027, 5, 25)),
        TableValue.Of(new DateTimeOffset(2027, 5, 20, 20, 30, 40, TimeSpan.Zero)),
    ];

    public static TheoryData<string> Formulas =>
        ["=1+1", "+7 701 000 00 01", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\0=1"];

    [Fact]
    public async Task Csv_opens_in_Excel_as_it_is()
    {
        var bytes = await WriteAsync(new CsvTableWriter(), Row);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "Нөмірі;Іс-шара;Күн саны;Басталуы;Шешілді\r\n"
            + "RZ-01-2027-00042-5;\"«Ұлттық құндылықтар»; \"\"форум\"\"\nекінші күн\";"
            + "2,5;25.05.2027;21.05.2027 01:30\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task A_named_value_is_words_for_people_and_a_code_for_programs()
    {
        TableValue[] row = [new TableValue.Named("in-review", "Қаралуда"), .. Row[1..]];
        var csv = Encoding.UTF8.GetString(await WriteAsync(new CsvTableWriter(), row));
        var json = Encoding.UTF8.GetString(await WriteAsync(new JsonTableWriter(), row));
        Assert.Contains("\r\nҚаралуда;", csv, StringComparison.Ordinal);
        Assert.Contains("\"in-review\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Қаралуда", json, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task Csv_never_holds_a_formula(string text)
    {
        var bytes = await WriteAsync(new CsvTableWriter(), TableValue.Of(text));
        var cell = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", 2)[1].TrimStart('"');
        Assert.StartsWith("'", cell, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_below_zero_stay_numbers()
    {
        var csv = Encoding.UTF8.GetString(await WriteAsync(new CsvTableWriter(), TableValue.Of(-12.5m)));
        Assert.EndsWith("\r\n-12,5\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_read_by_programs()
    {
        using var json = JsonDocument.Parse(await WriteAsync(new JsonTableWriter(), Row));
        var row = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("RZ-01-2027-00042-5", row.GetProperty("number").GetString());
        Assert.Equal(2.5m, row.GetProperty("days").GetDecimal());
        Assert.Equal("2027-05-25", row.GetProperty("from").GetString());
        Assert.Equal("2027-05-21T01:30:40+05:00", row.GetProperty("decided_at").GetString());
    }

    [Fact]
    public async Task Json_keeps_every_letter_and_says_what_is_empty()
    {
        var text = Encoding.UTF8.GetString(
            await WriteAsync(new JsonTableWriter(), [.. Row[..4], TableValue.None]));
        Assert.Contains("«Ұлттық құндылықтар»", text, StringComparison.Ordinal);
        Assert.Contains("\"decided_at\": null", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_table_is_still_a_table()
    {
        Assert.Equal("[]", Encoding.UTF8.GetString(await WriteAllAsync(new JsonTableWriter(), [])));
        Assert.Equal(
            "Нөмірі;Іс-шара;Күн саны;Басталуы;Шешілді\r\n",
            Encoding.UTF8.GetString((await WriteAllAsync(new CsvTableWriter(), []))[3..]));
        Assert.Single(Rows(await WriteAllAsync(new XlsxTableWriter(), []), 1));
    }

    [Fact]
    public async Task A_workbook_holds_cells_with_their_types()
    {
        var book = await WriteAsync(new XlsxTableWriter(), Row);
        Kept.Save("table.xlsx", book);
        var cells = Rows(book, 1)[1].Elements(Sheet + "c").ToList();
        Assert.Equal("«Ұлттық құндылықтар»; \"форум\"\nекінші күн", cells[1].Value);
        Assert.Equal("inlineStr", cells[1].Attribute("t")?.Value);
        Assert.Equal(["C2", "D2", "E2"], cells[2..].Select(cell => cell.Attribute("r")?.Value));
        Assert.Equal("2.5", cells[2].Value);
        Assert.Equal("46532", cells[3].Value);
        var moment = new DateTime(1899, 12, 30).AddDays(double.Parse(cells[4].Value, CultureInfo.InvariantCulture));
        Assert.Equal(
            "2027-05-21 01:30", moment.AddSeconds(1).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task A_workbook_keeps_formulas_as_words(string text)
    {
        var cell = Rows(await WriteAsync(new XlsxTableWriter(), TableValue.Of(text)), 1)[1].Element(Sheet + "c")!;
        Assert.Null(cell.Element(Sheet + "f"));
        Assert.Equal("inlineStr", cell.Attribute("t")?.Value);
    }

    [Fact]
    public async Task A_workbook_opens_whatever_people_wrote()
    {
        var cell = Rows(
            await WriteAsync(new XlsxTableWriter(), TableValue.Of("<b>&\u0001\uFFFE _x0041_ 🎉 \ud800]]>")), 1)[1];
        Assert.Equal("<b>& _x005F_x0041_ 🎉 \uFFFD]]>", cell.Value);
    }

    [Fact]
    public async Task What_a_sheet_can_t_hold_goes_on_in_the_next()
    {
        var rows = Enumerable.Range(1, 5).Select(IReadOnlyList<TableValue> (n) => [TableValue.Of((decimal)n)]).ToList();
        var book = await WriteAllAsync(new XlsxTableWriter(rowsOfASheet: 3), rows);
        int[] counts = [Rows(book, 1).Count, Rows(book, 2).Count, Rows(book, 3).Count];
        Assert.Equal([3, 3, 2], counts);
        using var archive = new ZipArchive(new MemoryStream(book));
        using var workbook = archive.GetEntry("xl/workbook.xml")!.Open();
        Assert.Equal(
            ["Өтінімдер 2027I", "Өтінімдер 2027I 2", "Өтінімдер 2027I 3"],
            XDocument.Load(workbook).Descendants(Sheet + "sheet").Select(sheet => sheet.Attribute("name")!.Value));
    }

    [Fact]
    public async Task A_stream_that_can_t_seek_is_enough()
    {
        using var buffer = new MemoryStream();
        await using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            await new XlsxTableWriter().WriteAsync(
                gzip, Head, ToAsync([Row]), TestContext.Current.CancellationToken);
        }

        Assert.InRange(buffer.Length, 1, 10_000);
    }

    private static List<XElement> Rows(byte[] book, int sheet)
    {
        using var archive = new ZipArchive(new MemoryStream(book));
        using var content = archive.GetEntry($"xl/worksheets/sheet{sheet}.xml")!.Open();
        return [.. XDocument.Load(content).Descendants(Sheet + "row")];
    }

    private static Task<byte[]> WriteAsync(ITableWriter writer, params TableValue[] row) =>
        WriteAllAsync(writer, [row]);

    private static async Task<byte[]> WriteAllAsync(ITableWriter writer, IEnumerable<IReadOnlyList<TableValue>> rows)
    {
        using var target = new MemoryStream();
        await writer.WriteAsync(target, Head, ToAsync(rows), TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    private static async IAsyncEnumerable<IReadOnlyList<TableValue>> ToAsync(
        IEnumerable<IReadOnlyList<TableValue>> rows)
    {
        foreach (var row in rows)
        {
            yield return await Task.FromResult(row);
        }
    }
}
