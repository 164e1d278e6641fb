using System.Globalization;
using System.Text;

namespace Ruhani.Bot.Storage;

/// <summary>Names of files: as people gave them, yet safe to show, to save under and to send on.</summary>
public static class FileNames
{
    private const int Longest = 100;

    // What Windows, Linux or a header of HTTP takes for something else.
    private const string Reserved = "<>:\"/\\|?*;";

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>
    /// The last part of a name, composed (NFC), with every letter of every alphabet kept, without what could lead
    /// elsewhere or deceive the eye (controls, marks that turn the direction of writing), at most 100 characters, and
    /// with an end that says what the file is.
    /// </summary>
    /// <param name="name">As its sender wrote it; null when there was none.</param>
    /// <param name="kind">What the file is.</param>
    /// <param name="fallback">What to call it when nothing of the name is left.</param>
    public static string Safe(string? name, FileKind kind, string fallback)
    {
        var whole = Clean(name ?? "");
        var end = kind.Covers(whole) ? Path.GetExtension(whole).ToLowerInvariant() : kind.Extensions[0];
        var stem = FileKinds.ByName(whole) is null ? whole : Path.GetFileNameWithoutExtension(whole);
        stem = Cut(stem, Longest - end.Length).Trim(' ', '.');
        stem = stem.Length == 0 ? fallback : Devices.Contains(stem.Split('.')[0]) ? "_" + stem : stem;
        return stem + end;
    }

    private static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in LastPart(Composed(name)).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator || rune == Rune.ReplacementChar)
            {
                continue;
            }

            var isBlank = Rune.IsWhiteSpace(rune);
            if (!isBlank)
            {
                clean.Append(Reserved.Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        // What stood between a letter and its mark is gone: they may now be one.
        return Composed(clean.ToString()).TrimStart(' ').TrimEnd(' ', '.');
    }

    private static string LastPart(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

    // Half a surrogate pair can't be composed; what is broken is dropped rune by rune instead.
    private static string Composed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    private static string Cut(string text, int length) => text.Length <= length ? text
        : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
