using System.Text.RegularExpressions;
using Ruhani.Bot.Testing;

namespace Ruhani.Bot.Content.Tests;

/// <summary>
/// Letters that do not belong: Latin ones in Kazakh read in Cyrillic (an English word, a look-alike), Cyrillic ones in
/// Kazakh read in Latin. What leads somewhere (links, domains, addresses, hashtags, commands) is left out, and so are
/// Roman numerals and the exceptions named here.
/// </summary>
internal static partial class Letters
{
    // Names as the guide and their owners write them, and the one term it quotes.
    private static readonly HashSet<string> LatinNames = new(StringComparer.Ordinal)
    {
        "Twitter", "Telegram", "Instagram", "WhatsApp", "Facebook", "YouTube", "VK", "Stories", "Dalatunes",
        "TIMSS", "PISA", "QS", "WUR", "IMD", "LED", "press", "kit", "Qazaqşa", "latyn", "PDF", "RZ",
        "Word", "Excel", "PowerPoint", "CSV", "JSON",
    };

    // What who reads Kazakh in Latin sees in its own letters: the languages' names, and whatever the content has put
    // between backticks (Russian words that are quoted).
    private static readonly HashSet<string> KeptWords =
    [
        "Русский", "Қазақша",
        .. Directory.EnumerateFiles(Repository.Path("localization/kk"), "*.yaml", SearchOption.AllDirectories)
            .SelectMany(file => Backticks().Matches(File.ReadAllText(file)))
            .SelectMany(match => Cyrillic().Matches(match.Value)).Select(match => match.Value),
    ];

    /// <summary>Latin words of a text that is read in Cyrillic.</summary>
    public static IEnumerable<string> StrayLatin(string text) => Latin().Matches(Bare(text))
        .Select(match => match.Value).Where(word => !Roman().IsMatch(word) && !LatinNames.Contains(word));

    /// <summary>Cyrillic words of a text that is read in Latin.</summary>
    public static IEnumerable<string> StrayCyrillic(string text) => Cyrillic().Matches(Bare(text))
        .Select(match => match.Value).Where(word => !KeptWords.Contains(word));

    private static string Bare(string text) => Leading().Replace(Tag().Replace(text, ""), " ");

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Backticks();

    [GeneratedRegex("</?[a-z]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"https?://\S*|[\w.-]+@[\w.-]+|[#@]\w+|(?<![\w/])/[a-z_]+"
        + @"|\b[\w-]+\.(?:kz|KZ|ru|com|org|қаз|png|jpg|pdf)\b\S*")]
    private static partial Regex Leading();

    [GeneratedRegex(@"[\p{IsBasicLatin}\u00c0-\u024f-[\P{L}]]+")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\p{IsCyrillic}+")]
    private static partial Regex Cyrillic();

    [GeneratedRegex("^[IVX]+$")]
    private static partial Regex Roman();
}
