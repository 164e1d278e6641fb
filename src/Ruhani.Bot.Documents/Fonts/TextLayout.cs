using SkiaSharp;

namespace Ruhani.Bot.Documents.Fonts;

/// <summary>Breaks a text into lines of a width, at its own line ends, spaces and, if need be, within a word.</summary>
internal static class TextLayout
{
    private const string Ellipsis = "…";

    /// <summary>The lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="font">The font it will be drawn in.</param>
    /// <param name="width">How wide a line may be.</param>
    /// <param name="most">How many lines there may be; what is left ends in «…».</param>
    public static IReadOnlyList<string> Wrap(string text, SKFont font, float width, int most = int.MaxValue)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            AddParagraph(paragraph, font, width, lines);
        }

        if (lines.Count <= most)
        {
            return lines;
        }

        var last = lines[most - 1];
        while (last.Length > 0 && font.MeasureText(last + Ellipsis) > width)
        {
            last = last[..^(char.IsLowSurrogate(last[^1]) ? 2 : 1)];
        }

        return [.. lines.Take(most - 1), last.TrimEnd() + Ellipsis];
    }

    private static void AddParagraph(string paragraph, SKFont font, float width, List<string> lines)
    {
        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (font.MeasureText(longer) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = AddLongWord(word, font, width, lines);
        }

        lines.Add(line);
    }

    // What is left of a word after as many full lines as it takes.
    private static string AddLongWord(string word, SKFont font, float width, List<string> lines)
    {
        while (font.MeasureText(word) > width && word.Length > 1)
        {
            var fits = Math.Max(1, font.BreakText(word, width));
            fits = fits > 1 && char.IsHighSurrogate(word[fits - 1]) ? fits - 1 : fits;
            if (fits >= word.Length)
            {
                break;
            }

            lines.Add(word[..fits]);
            word = word[fits..];
        }

        return word;
    }
}
