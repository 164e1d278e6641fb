using Ruhani.Bot.Testing;

namespace Ruhani.Bot.Benchmarks.Morphology;

/// <summary>
/// The treebanks of Universal Dependencies in <c>../shared/language-data</c>; they are there for measuring, not for
/// shipping.
/// </summary>
internal static class Treebank
{
    public const string Kazakh = "UD_Kazakh-KTB";
    public const string Russian = "UD_Russian-Taiga";

    /// <summary>All words of a treebank in Cyrillic letters only; says so and gives null where it isn't.</summary>
    public static IReadOnlyList<TreebankWord>? Read(string name)
    {
        if (Folder(name) is not { } folder)
        {
            return null;
        }

        return
        [
            .. Rows(folder)
                .Select(row => new TreebankWord(
                    row[1].ToLowerInvariant(), row[2].ToLowerInvariant(), row[3], Features(row[5])))
                .Where(word => word.Form.All(IsCyrillic) && word.Lemma.All(IsCyrillic)),
        ];
    }

    /// <summary>Its sentences as they were written; says so and gives null where it isn't.</summary>
    public static IReadOnlyList<string>? Sentences(string name)
    {
        const string Mark = "# text = ";
        return Folder(name) is { } folder
            ? [.. Lines(folder).Where(line => line.StartsWith(Mark, StringComparison.Ordinal))
                .Select(line => line[Mark.Length..])]
            : null;
    }

    private static string? Folder(string name)
    {
        var folder = SharedFolder.Find(Path.Combine("language-data", name));
        if (folder is null)
        {
            Console.WriteLine($"Skipped: {name} is not in ../shared/language-data (or where RUHANI_SHARED points).");
        }

        return folder;
    }

    // Words of several syntactic parts have a row of their own with a range for a number; so have empty ones.
    private static IEnumerable<string[]> Rows(string folder) =>
        Lines(folder).Select(line => line.Split('\t')).Where(row => row.Length == 10 && row[0].All(char.IsAsciiDigit));

    private static IEnumerable<string> Lines(string folder) =>
        Directory.GetFiles(folder, "*.conllu").Order(StringComparer.Ordinal).SelectMany(File.ReadLines);

    private static Dictionary<string, string> Features(string column) => column == "_"
        ? []
        : column.Split('|').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static bool IsCyrillic(char letter) => letter is >= 'а' and <= 'ӿ';
}
