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
            var least = rest.Length - maxLast;
            var cut = rest.Length > max
                ? CutBefore(rest.ToString(), max)
                : CutAfter(rest.ToString(), Math.Max(least, rest.Length / 2), least, max);
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

        // Even a short page is better than a word cut in two.
        var space = text.AsSpan(0, limit).LastIndexOfAny(' ', '\n');
        return space > 0 ? space + 1 : Whole(text, limit);
    }

    private static int CutAfter(string text, int from, int least, int max)
    {
        foreach (var seam in Seams)
        {
            var at = text.IndexOf(seam, from, StringComparison.Ordinal);
            if (at >= 0 && at + seam.Length <= max && at + seam.Length < text.Length)
            {
                return at + seam.Length;
            }
        }

        // No seam in the second half: the last one before it that still leaves little enough.
        foreach (var seam in Seams)
        {
            var at = text.LastIndexOf(seam, Math.Min(from, text.Length - 1), StringComparison.Ordinal);
            if (at > 0 && at + seam.Length >= least)
            {
                return at + seam.Length;
            }
        }

        return Whole(text, Math.Min(Math.Max(from, 1), max));
    }

    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
