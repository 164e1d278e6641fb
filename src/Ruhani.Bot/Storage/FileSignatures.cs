using System.Text;

namespace Ruhani.Bot.Storage;

/// <summary>Reads signatures.</summary>
internal static class FileSignatures
{
    // Readers look for a PDF's mark within its first 1024 bytes (ISO 32000-1, annex H).
    private const int PdfSearch = 1024;

    private const int BeginningOfText = 256;

    private static readonly byte[] Mp3Frames = [0xFB, 0xF3, 0xF2];

    private static readonly (byte[] Beginning, FileSignature Signature)[] Beginnings =
    [
        ([0xFF, 0xD8, 0xFF], FileSignature.Jpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], FileSignature.Png),
        ("GIF87a"u8.ToArray(), FileSignature.Gif),
        ("GIF89a"u8.ToArray(), FileSignature.Gif),
        ([0x50, 0x4B, 0x03, 0x04], FileSignature.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileSignature.Ole),
        ("{\\rtf"u8.ToArray(), FileSignature.Rtf),
        ("ID3"u8.ToArray(), FileSignature.Mp3),
        ("OggS"u8.ToArray(), FileSignature.Ogg),
        ([0x1A, 0x45, 0xDF, 0xA3], FileSignature.Webm),
    ];

    /// <summary>The signature of a file's first bytes; null for one that is not known (a program, a page).</summary>
    public static FileSignature? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (beginning, signature) in Beginnings)
        {
            if (head.StartsWith(beginning))
            {
                return signature;
            }
        }

        if (head.Length >= 12 && head.StartsWith("RIFF"u8))
        {
            return head[8..].StartsWith("WEBP"u8) ? FileSignature.Webp
                : head[8..].StartsWith("WAVE"u8) ? FileSignature.Wav
                : null;
        }

        return head.Length >= 12 && head[4..].StartsWith("ftyp"u8) ? FileSignature.Iso
            : head.Length >= 2 && head[0] == 0xFF && Mp3Frames.Contains(head[1]) ? FileSignature.Mp3
            : head[..Math.Min(head.Length, PdfSearch)].IndexOf("%PDF-"u8) >= 0 ? FileSignature.Pdf
            : IsText(head) ? FileSignature.Text
            : null;
    }

    // UTF-8 or a one-byte Cyrillic, or UTF-16 with its mark; what begins a program or a page of the web is neither.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((byte[])[0xFF, 0xFE]) || head.StartsWith((byte[])[0xFE, 0xFF]))
        {
            return true;
        }

        foreach (var b in head)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
            {
                return false;
            }
        }

        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, BeginningOfText)])
            .TrimStart('\u00EF', '\u00BB', '\u00BF').TrimStart();
        return !start.StartsWith("#!", StringComparison.Ordinal) && !start.StartsWith('<');
    }
}
