using System.Globalization;
using System.Text;

namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>Brings a typed name to one apostrophe, one dash and single spaces, its case kept.</summary>
internal static class NameText
{
    /// <summary>The name without emoji and what can't be seen.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var symbol in TextCleaner.Compose(text))
        {
            var category = char.GetUnicodeCategory(symbol);
            if (category == UnicodeCategory.DashPunctuation)
            {
                clean.Append('-');
            }
            else if (symbol is '\u2018' or '\u2019' or '\u02BC' or '`' or '\u00B4')
            {
                clean.Append('\'');
            }
            else if (char.IsWhiteSpace(symbol) || char.IsControl(symbol) || category == UnicodeCategory.OtherSymbol
                || char.IsSurrogate(symbol))
            {
                clean.Append(' ');
            }
            else if (category != UnicodeCategory.Format && symbol is < '\uFE00' or > '\uFE0F')
            {
                clean.Append(symbol);
            }
        }

        return clean.ToString().Trim().TrimEnd('!');
    }
}
