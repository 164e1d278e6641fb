namespace Ruhani.Bot.Channels.WebChat.Uploads;

/// <summary>
/// The kinds of files people may send, by the end of their name; with what such a file must begin with, so that a
/// programme does not pass as a picture. What is not here is refused.
/// </summary>
internal static class FileKinds
{
    private static readonly byte[] Zip = [0x50, 0x4B];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0];

    private static readonly Dictionary<string, FileKind> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = new("image/jpeg", true, [[0xFF, 0xD8, 0xFF]]),
        [".jpeg"] = new("image/jpeg", true, [[0xFF, 0xD8, 0xFF]]),
        [".png"] = new("image/png", true, [[0x89, 0x50, 0x4E, 0x47]]),
        [".gif"] = new("image/gif", true, ["GIF8"u8.ToArray()]),
        [".webp"] = new("image/webp", true, ["RIFF"u8.ToArray()]),
        [".pdf"] = new("application/pdf", false, ["%PDF"u8.ToArray()]),
        [".docx"] = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, [Zip]),
        [".xlsx"] = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, [Zip]),
        [".pptx"] = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", false, [Zip]),
        [".odt"] = new("application/vnd.oasis.opendocument.text", false, [Zip]),
        [".zip"] = new("application/zip", false, [Zip]),
        [".doc"] = new("application/msword", false, [Ole]),
        [".xls"] = new("application/vnd.ms-excel", false, [Ole]),
        [".ppt"] = new("application/vnd.ms-powerpoint", false, [Ole]),
        [".rtf"] = new("application/rtf", false, ["{\\rtf"u8.ToArray()]),
        [".txt"] = new("text/plain", false, []),
        [".csv"] = new("text/csv", false, []),
        [".mp3"] = new("audio/mpeg", true, ["ID3"u8.ToArray(), [0xFF, 0xFB], [0xFF, 0xF3], [0xFF, 0xF2]]),
        [".ogg"] = new("audio/ogg", true, ["OggS"u8.ToArray()]),
        [".oga"] = new("audio/ogg", true, ["OggS"u8.ToArray()]),
        [".wav"] = new("audio/wav", true, ["RIFF"u8.ToArray()]),
        [".webm"] = new("video/webm", true, [[0x1A, 0x45, 0xDF, 0xA3]]),
        [".mp4"] = new("video/mp4", true, []),
        [".mov"] = new("video/quicktime", true, []),
        [".m4a"] = new("audio/mp4", true, []),
        [".heic"] = new("image/heic", true, []),
    };

    /// <summary>The ends of names, for the page's file picker.</summary>
    public static IEnumerable<string> Extensions => Known.Keys;

    /// <summary>The kind of a file by its name; null when it is not allowed.</summary>
    public static FileKind? Of(string name) => Known.GetValueOrDefault(Path.GetExtension(name));
}

/// <summary>A kind of file.</summary>
/// <param name="MediaType">The type it is served as.</param>
/// <param name="IsInline">True when a browser may show it; otherwise it is only offered for saving.</param>
/// <param name="Beginnings">Bytes it must begin with, one of them; none when any will do.</param>
internal sealed record FileKind(string MediaType, bool IsInline, byte[][] Beginnings)
{
    /// <summary>True when a file's first bytes fit.</summary>
    public bool Fits(ReadOnlySpan<byte> head)
    {
        if (Beginnings.Length == 0)
        {
            return true;
        }

        foreach (var beginning in Beginnings)
        {
            if (head.StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }
}
