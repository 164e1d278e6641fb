using System.Buffers.Binary;
using System.Text;

namespace Ruhani.Bot.Storage;

/// <summary>
/// The kinds of files there are. What is not here is refused: programs, scripts, pages, documents with macros.
/// </summary>
public static class FileKinds
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    // Macros of Word, Excel and PowerPoint lie in an entry of this name.
    private const string Macros = "vbaProject.bin";

    private const int EntryHeader = 46;

    private static readonly FileKind[] Known =
    [
        new("image/jpeg", FileSignature.Jpeg, [".jpg", ".jpeg", ".jpe", ".jfif"], IsInline: true),
        new("image/png", FileSignature.Png, [".png"], IsInline: true),
        new("image/gif", FileSignature.Gif, [".gif"], IsInline: true),
        new("image/webp", FileSignature.Webp, [".webp"], IsInline: true),
        new("image/heic", FileSignature.Iso, [".heic", ".heif"], IsInline: true, Mark: "heic heix heim heis mif1 msf1"),
        new("application/pdf", FileSignature.Pdf, [".pdf"]),
        new(Office + "wordprocessingml.document", FileSignature.Zip, [".docx"], Mark: "word/"),
        new(Office + "spreadsheetml.sheet", FileSignature.Zip, [".xlsx"], Mark: "xl/"),
        new(Office + "presentationml.presentation", FileSignature.Zip, [".pptx"], Mark: "ppt/"),
        new("application/vnd.oasis.opendocument.text", FileSignature.Zip, [".odt"], Mark: "mimetype"),
        new("application/zip", FileSignature.Zip, [".zip"]),
        new("application/msword", FileSignature.Ole, [".doc"]),
        new("application/vnd.ms-excel", FileSignature.Ole, [".xls"]),
        new("application/vnd.ms-powerpoint", FileSignature.Ole, [".ppt"]),
        new("application/rtf", FileSignature.Rtf, [".rtf"]),
        new("text/plain", FileSignature.Text, [".txt"]),
        new("text/csv", FileSignature.Text, [".csv"]),
        new("application/json", FileSignature.Text, [".json"]),
        new("text/calendar", FileSignature.Text, [".ics"]),
        new("audio/mpeg", FileSignature.Mp3, [".mp3"], IsInline: true),
        new("audio/ogg", FileSignature.Ogg, [".ogg", ".oga", ".opus"], IsInline: true),
        new("audio/wav", FileSignature.Wav, [".wav"], IsInline: true),
        new("audio/mp4", FileSignature.Iso, [".m4a"], IsInline: true, Mark: "M4A M4B"),
        new("video/webm", FileSignature.Webm, [".webm"], IsInline: true),
        new("video/quicktime", FileSignature.Iso, [".mov"], IsInline: true, Mark: "qt"),
        new("video/mp4", FileSignature.Iso, [".mp4", ".m4v"], IsInline: true),
    ];

    /// <summary>Bytes of a file's beginning that <see cref="Detect"/> wants.</summary>
    public const int HeadLength = 4096;

    /// <summary>Bytes of a file's end that hold a usual archive's list of entries.</summary>
    public const int TailLength = 64 * 1024;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FileKind> All => Known;

    /// <summary>The kind a name claims to be; null when it is none that is allowed.</summary>
    public static FileKind? ByName(string name) => Known.FirstOrDefault(kind => kind.Covers(name));

    /// <summary>The kind of a media type of this table; null for another.</summary>
    public static FileKind? ByMediaType(string mediaType) =>
        Known.FirstOrDefault(kind => kind.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The kind a file is by its bytes. Its name decides only where bytes can't: between the old formats of one office,
    /// and between kinds of text.
    /// </summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, or all.</param>
    /// <param name="tail">The last <see cref="TailLength"/> bytes, or all.</param>
    /// <param name="name">What its sender calls it.</param>
    public static FileKind? Detect(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, string? name)
    {
        if (FileSignatures.Of(head) is not { } signature)
        {
            return null;
        }

        var kinds = Array.FindAll(Known, kind => kind.Signature == signature);
        return signature switch
        {
            FileSignature.Zip => OfArchive(kinds, head, tail),
            FileSignature.Iso => OfBrand(kinds, head),
            FileSignature.Ole => Array.Find(kinds, kind => kind.Covers(name ?? "")),
            FileSignature.Text => Path.GetExtension(name) is { Length: > 0 }
                ? Array.Find(kinds, kind => kind.Covers(name!))
                : kinds[0],
            _ => kinds[0],
        };
    }

    private static FileKind? OfArchive(FileKind[] kinds, ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        var plain = kinds.First(kind => kind.Mark is null);
        if (head.Length > 38 && head[30..].StartsWith("mimetypeapplication/vnd.oasis.opendocument.text"u8))
        {
            return kinds.First(kind => kind.Mark == "mimetype");
        }

        var entries = Entries(tail);
        return entries.Exists(entry => entry.EndsWith(Macros, StringComparison.OrdinalIgnoreCase)) ? null
            : !entries.Contains("[Content_Types].xml") ? plain
            : kinds.FirstOrDefault(kind => kind.Mark is { } mark
                && entries.Exists(entry => entry.StartsWith(mark, StringComparison.Ordinal))) ?? plain;
    }

    // The central directory (APPNOTE.TXT 4.3.12), read without unpacking anything.
    private static List<string> Entries(ReadOnlySpan<byte> tail)
    {
        var entries = new List<string>();
        for (var rest = tail; rest.IndexOf("PK\u0001\u0002"u8) is >= 0 and var at; rest = rest[4..])
        {
            rest = rest[at..];
            if (rest.Length < EntryHeader)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16LittleEndian(rest[28..]);
            entries.Add(Encoding.UTF8.GetString(rest.Slice(EntryHeader, Math.Min(length, rest.Length - EntryHeader))));
        }

        return entries;
    }

    private static FileKind OfBrand(FileKind[] kinds, ReadOnlySpan<byte> head)
    {
        var brand = Encoding.Latin1.GetString(head.Slice(8, 4)).Trim();
        return Array.Find(kinds, kind => kind.Mark?.Split(' ').Contains(brand, StringComparer.Ordinal) == true)
            ?? kinds.First(kind => kind.Mark is null);
    }
}
