using System.IO.Compression;
using System.Text;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Tests.Storage;

public sealed class FileKindsTests
{
    [Theory]
    [InlineData("FF D8 FF E0 00 10", "x", "image/jpeg")]
    [InlineData("89 50 4E 47 0D 0A 1A 0A", "photo.jpg", "image/png")]
    [InlineData("47 49 46 38 39 61", null, "image/gif")]
    [InlineData("52 49 46 46 00 00 00 00 57 45 42 50", null, "image/webp")]
    [InlineData("52 49 46 46 00 00 00 00 57 41 56 45", null, "audio/wav")]
    [InlineData("25 50 44 46 2D 31 2E 37", "letter.doc", "application/pdf")]
    [InlineData("EF BB BF 25 50 44 46 2D 31 2E 37", "x.pdf", "application/pdf")]
    [InlineData("D0 CF 11 E0 A1 B1 1A E1", "хат.DOC", "application/msword")]
    [InlineData("D0 CF 11 E0 A1 B1 1A E1", "кесте.xls", "application/vnd.ms-excel")]
    [InlineData("7B 5C 72 74 66 31", "a.rtf", "application/rtf")]
    [InlineData("4F 67 67 53 00 02", null, "audio/ogg")]
    [InlineData("49 44 33 03", null, "audio/mpeg")]
    [InlineData("00 00 00 20 66 74 79 70 69 73 6F 6D", null, "video/mp4")]
    [InlineData("00 00 00 20 66 74 79 70 71 74 20 20", null, "video/quicktime")]
    [InlineData("00 00 00 20 66 74 79 70 68 65 69 63", null, "image/heic")]
    [InlineData("00 00 00 20 66 74 79 70 4D 34 41 20", null, "audio/mp4")]
    [InlineData("FF FE 04 04", "a.txt", "text/plain")]
    public void A_kind_is_told_by_the_bytes(string hex, string? name, string expected) =>
        Assert.Equal(expected, Detect(Bytes(hex), name)?.MediaType);

    [Theory]
    [InlineData("4D 5A 90 00", "setup.exe")]
    [InlineData("7F 45 4C 46", "a.pdf")]
    [InlineData("D0 CF 11 E0 A1 B1 1A E1", "setup.msi")]
    [InlineData("CA FE BA BE", "a.png")]
    [InlineData("52 49 46 46 00 00 00 00 41 56 49 20", "film.mp4")]
    [InlineData("00 01 02 03", "a.txt")]
    public void What_is_not_in_the_table_is_no_kind(string hex, string name) => Assert.Null(Detect(Bytes(hex), name));

    [Theory]
    [InlineData("қонақтар.csv", "Аты;Тегі", "text/csv")]
    [InlineData("ескерту.txt", "Сәлем", "text/plain")]
    [InlineData(null, "Сәлем", "text/plain")]
    [InlineData("data.json", "{}", "application/json")]
    [InlineData("run.bat", "del *", null)]
    [InlineData("page.txt", "<script>alert(1)</script>", null)]
    [InlineData("picture.svg", "<svg/>", null)]
    [InlineData("do.txt", "#!/bin/sh", null)]
    public void Text_is_what_its_name_says_or_nothing(string? name, string text, string? expected) =>
        Assert.Equal(expected, Detect(Encoding.UTF8.GetBytes(text), name)?.MediaType);

    [Fact]
    public void A_text_in_the_old_encoding_of_windows_is_text() =>
        Assert.Equal("text/plain", Detect([0xD1, 0xEB, 0xEE, 0xE2, 0xEE, 0x0D, 0x0A], "a.txt")?.MediaType);

    [Theory]
    [InlineData("[Content_Types].xml,_rels/.rels,word/document.xml", ".docx")]
    [InlineData("[Content_Types].xml,xl/workbook.xml", ".xlsx")]
    [InlineData("[Content_Types].xml,ppt/presentation.xml", ".pptx")]
    [InlineData("word/document.xml,readme.txt", ".zip")]
    [InlineData("фото/1.jpg", ".zip")]
    public void Documents_of_today_are_told_by_what_is_in_them(string entries, string expected) =>
        Assert.Equal(expected, Detect(Archive(entries.Split(',')), "whatever.zip")?.Extensions[0]);

    [Fact]
    public void A_document_with_macros_is_refused() => Assert.Null(
        Detect(Archive(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]), "хат.docx"));

    [Fact]
    public void An_opendocument_text_says_so_in_its_first_entry()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("mimetype", CompressionLevel.NoCompression).Open();
            entry.Write("application/vnd.oasis.opendocument.text"u8);
        }

        Assert.Equal(".odt", Detect(bytes.ToArray(), "a.odt")?.Extensions[0]);
    }

    [Fact]
    public void Random_bytes_never_break_it()
    {
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(0, 80)];
            random.NextBytes(bytes);
            if (i % 3 == 0 && bytes.Length > 4)
            {
                "PK\u0003\u0004"u8.CopyTo(bytes);
                "PK\u0001\u0002"u8.CopyTo(bytes.AsSpan(random.Next(0, bytes.Length - 4)));
            }

            _ = FileKinds.Detect(bytes, bytes, "a.zip");
        }
    }

    private static FileKind? Detect(byte[] bytes, string? name) => FileKinds.Detect(
        bytes.AsSpan(0, Math.Min(bytes.Length, FileKinds.HeadLength)),
        bytes.AsSpan(Math.Max(0, bytes.Length - FileKinds.TailLength)),
        name);

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    private static byte[] Archive(string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(new byte[50_000]);
            }
        }

        return bytes.ToArray();
    }
}
