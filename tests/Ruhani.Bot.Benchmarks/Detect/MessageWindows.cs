using Ruhani.Bot.Benchmarks.Quality;
using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Benchmarks.Detect;

/// <summary>Short messages cut out of longer texts: so many words in a row, at seeded places.</summary>
internal static class MessageWindows
{
    private const int Most = 1_000;

    /// <summary>At most a thousand windows of a length, as people would type them: small letters, no marks.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> texts, int words, int seed)
    {
        var random = new Random(seed);
        var windows = texts.Select(Split).Where(text => text.Length >= words).Select(text =>
        {
            var start = random.Next(text.Length - words + 1);
            return string.Join(' ', text[start..(start + words)]);
        }).Distinct().ToArray();
        random.Shuffle(windows);
        return windows.Length > Most ? windows[..Most] : windows;
    }

    /// <summary>The ways a message of a language is typed otherwise, named.</summary>
    public static IEnumerable<(string Style, string Text)> Typed(Language language, string text) =>
        Noise.Of(language, text, 1).Where(noise => noise.Style is "folded" or "latin translit"
            || noise.Style == "latin " + LatinAlphabet.Approved2021
            || noise.Style == "latin " + LatinAlphabet.Casual
            || noise.Style.StartsWith("layout", StringComparison.Ordinal))
            .Prepend(("clean", text));

    // Cyrillic words only: numbers and foreign names are in no language.
    private static string[] Split(string text) =>
    [
        .. text.ToLowerInvariant().Split(' ').Select(word => word.Trim(".,:;?!«»\"()–-…".ToCharArray()))
            .Where(word => word.Length > 0 && word.All(letter => letter is >= 'а' and <= 'ӿ')),
    ];
}
