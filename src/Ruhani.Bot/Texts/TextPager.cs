namespace Ruhani.Bot.Texts;

/// <summary>
/// Cuts a text into messages: between paragraphs if it can, else between lines, sentences, words; never inside a word
/// (unless the word alone is too long), a surrogate pair or a bold mark.
/// </summary>
internal static class TextPager
{
    private static readonly string[] Seams = ["\n\n", "\n", ". ", " "];

    /// <summary>
    /// Pages of at most <paramref name="max"/> characters, the last of at most <paramref name="maxLast"/>, because it
    /// carries the choices.
    /// </summary>
    public static IReadOnlyList<RichText> Split(RichText text, int max, int maxLast)
    {
        var pages = new List<RichText>();
        var rest = text;
        while (rest.Length > maxLast)
        {
            // A rest that fits a full page but not the last one is cut so that what follows fits the last one.
            var limit = rest.Length > max ? max : Math.Max(rest.Length - maxLast, rest.Length / 2);
            var cut = rest.Length > max ? CutBefore(rest.ToString(), limit) : CutAfter(rest.ToString(), limit, max);
            pages.Add(rest.Slice(0, cut));
            rest = rest.Slice(cut, rest.Length - cut);
        }

        if (rest.Length > 0 || pages.Count == 0)
        {
            pages.Add(rest);
        }

        return pages;
    }

    private static int CutBefore(string text, int limit)
    {
        foreach (var seam in Seams)
        {
            // A page less than a third full is worse than a finer seam.
            var at = text.LastIndexOf(seam, limit - 1, StringComparison.Ordinal);
            if (at >= limit / 3)
            {
                return Math.Min(at + seam.Length, limit);
            }
        }

        return Whole(text, limit);
    }

    private static int CutAfter(string text, int from, int max)
    {
        foreach (var seam in Seams)
        {
            var at = text.IndexOf(seam, from, StringComparison.Ordinal);
            if (at >= 0 && at + seam.Length <= max && at + seam.Length < text.Length)
            {
                return at + seam.Length;
            }
        }

        return Whole(text, Math.Min(Math.Max(from, 1), max));
    }

    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
