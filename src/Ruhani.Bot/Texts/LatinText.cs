using System.Text;
using System.Text.RegularExpressions;
using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Texts;

/// <summary>
/// A Kazakh text in the Latin alphabet of 2021. Addresses, hashtags, <c>@names</c>, commands, file names and whatever
/// keeps its letters (<see cref="RichSpan.KeepsLetters"/>) stay as they are, or they would lead nowhere.
/// </summary>
public static partial class LatinText
{
    /// <summary>The text, its boldness kept.</summary>
    public static RichText Write(RichText text)
    {
        var latin = new RichText.Builder();
        foreach (var span in text.Spans)
        {
            latin.AddPlain(span.KeepsLetters ? span.Text : Write(span.Text), span.Bold);
        }

        return latin.BuildUntrimmed();
    }

    /// <summary>The text.</summary>
    public static string Write(string text)
    {
        var latin = new StringBuilder(text.Length + 16);
        var done = 0;
        foreach (var kept in Kept().EnumerateMatches(text))
        {
            latin.Append(LatinWriter.Write(text[done..kept.Index], LatinAlphabet.Approved2021))
                .Append(text, kept.Index, kept.Length);
            done = kept.Index + kept.Length;
        }

        return latin.Append(LatinWriter.Write(text[done..], LatinAlphabet.Approved2021)).ToString();
    }

    // In turn: a link, an e-mail address or a name with @, a hashtag, a command, a domain or a file with what follows.
    [GeneratedRegex(
        @"[a-z][a-z0-9+.-]*://\S+|[\w.+-]*@[\w.-]*\w|#\w+|(?<![\w/])/\w+"
        + @"|\w[\w-]*(?:\.[\w-]+)*\.(?:[a-z][a-z0-9]+|қаз|рф)\b(?:/\S*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kept();
}
