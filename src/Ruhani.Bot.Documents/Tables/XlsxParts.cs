using System.Globalization;
using System.Text;
using System.Xml;

namespace Ruhani.Bot.Documents.Tables;

/// <summary>What a workbook consists of besides its sheets, as ECMA-376 wants it at least.</summary>
internal static class XlsxParts
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // Places in the list of cell formats below.
    public const int NumberStyle = 0;
    public const int HeadStyle = 1;
    public const int TextStyle = 2;
    public const int DayStyle = 3;
    public const int MomentStyle = 4;

    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int LongestName = 31;

    /// <summary>Where a sheet lies.</summary>
    public static string SheetPath(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    /// <summary>A column's letters: 1 is A, 27 is AA.</summary>
    public static string ColumnName(int number)
    {
        var name = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }

    /// <summary>A text within XML, without the characters XML has no place for.</summary>
    public static string Escape(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => clean.Append("&amp;"),
                '<' => clean.Append("&lt;"),
                '>' => clean.Append("&gt;"),
                '"' => clean.Append("&quot;"),
                '\r' => clean,
                > 0xFFFF => clean.Append(rune.ToString()),
                _ when XmlConvert.IsXmlChar((char)rune.Value) => clean.Append((char)rune.Value),
                _ => clean,
            };
        }

        // Excel takes _x0041_ for an escape of its own.
        return clean.Replace("_x", "_x005F_x").ToString();
    }

    /// <summary>All parts but the sheets.</summary>
    public static IEnumerable<(string Path, string Text)> Around(string title, int sheets)
    {
        var numbers = Enumerable.Range(1, sheets).ToList();
        yield return ("[Content_Types].xml", Declaration + $"<Types xmlns=\"{Package}/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}.styles+xml\"/>"
            + Join(numbers, n => $"<Override PartName=\"/{SheetPath(n)}\" ContentType=\"{Types}.worksheet+xml\"/>")
            + "</Types>");
        yield return ("_rels/.rels", Declaration + $"<Relationships xmlns=\"{Package}/relationships\">"
            + $"<Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + "</Relationships>");
        yield return ("xl/workbook.xml", Declaration + $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
            + Join(numbers, n => $"<sheet name=\"{Escape(Name(title, n))}\" sheetId=\"{n}\" r:id=\"s{n}\"/>")
            + "</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", Declaration + $"<Relationships xmlns=\"{Package}/relationships\">"
            + Join(numbers, n => $"<Relationship Id=\"s{n}\" Type=\"{Relations}/worksheet\" "
                + $"Target=\"worksheets/sheet{n}.xml\"/>")
            + $"<Relationship Id=\"styles\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        yield return ("xl/styles.xml", Declaration + $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"2\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"dd\\.mm\\.yyyy\\ hh:mm\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"5\"><xf/><xf fontId=\"1\" applyFont=\"1\"/>"
            + "<xf numFmtId=\"49\" applyNumberFormat=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            + "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf numFmtId=\"165\" applyNumberFormat=\"1\"/></cellXfs>"
            + "</styleSheet>");
    }

    // Unique within the book, and without what Excel forbids in a name.
    private static string Name(string title, int number)
    {
        var plain = string.Concat(title.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal))).Trim();
        var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {number}");
        var room = LongestName - suffix.Length;
        var name = plain.Length > room ? plain[..room].TrimEnd() : plain;
        return (name.Length == 0 ? "1" : name) + suffix;
    }

    private static string Join(IEnumerable<int> numbers, Func<int, string> part) => string.Concat(numbers.Select(part));
}
