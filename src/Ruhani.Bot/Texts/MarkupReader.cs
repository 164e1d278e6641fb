namespace Ruhani.Bot.Texts;

/// <summary>
/// Reads content markup: <c>**bold**</c>, and between backticks words that keep their letters in every script. Marks
/// are switches, so each needs a partner.
/// </summary>
internal static class MarkupReader
{
    /// <summary>The runs of a text, none empty.</summary>
    public static IEnumerable<RichSpan> Read(string markup)
    {
        var (bold, kept) = (false, false);
        foreach (var byBold in markup.Split("**"))
        {
            foreach (var (index, text) in byBold.Split('`').Index())
            {
                kept = index > 0 ? !kept : kept;
                if (text.Length > 0)
                {
                    yield return new RichSpan(text, bold, kept);
                }
            }

            bold = !bold;
        }
    }

    /// <summary>What is wrong with a text's marks; null for nothing.</summary>
    public static string? Fault(string markup) =>
        markup.Split("**").Length % 2 == 0 ? "a ** has no partner"
        : markup.Count(c => c == '`') % 2 != 0 ? "a ` has no partner"
        : null;
}
