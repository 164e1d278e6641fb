using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Benchmarks.Quality;

/// <summary>A question and the entries that answer it; none where the bot should say that it doesn't know.</summary>
internal sealed record AskedQuestion(Language Language, string Style, string Text, IReadOnlyList<string> Expected)
{
    public bool IsUnknowable => Expected.Count == 0;

    /// <summary>
    /// Which half of a file its own text puts it in: nothing is tuned on the other one, which gives the figures.
    /// </summary>
    public bool IsForTuning =>
        (Text.Aggregate(2166136261, (hash, letter) => (hash ^ letter) * 16777619) >> 13) % 2 == 0;

    /// <summary>Reads the tab-separated file <c>lang style question expected</c>.</summary>
    public static IReadOnlyList<AskedQuestion> ReadFile(string path) =>
    [
        .. File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(row =>
            new AskedQuestion(
                Languages.FromTag(row[0]) ?? throw new InvalidDataException($"'{row[0]}' is no language: {row[2]}"),
                row[1],
                row[2],
                row[3] == "none" ? [] : row[3].Split('|'))),
    ];
}
