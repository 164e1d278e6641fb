using System.Text;

namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>The runs of digits in a text that may be phone numbers.</summary>
internal static class PhoneRuns
{
    private const int LeastWhole = 10;

    // «доб.», «вн.», «ішкі», «қосымша» before an extension.
    private static readonly string[] ExtensionWords =
        [
            "доб", "добавочный", "внутр", "вн", "ішкі", "ишки", "қосымша", "ext",
            "dob", "vn", "ishki", "işki", "ışkı", "qosymsha",
        ];

    /// <summary>The runs of cleaned text, in order.</summary>
    public static IReadOnlyList<PhoneRun> Of(string text)
    {
        var runs = new List<PhoneRun>();
        var digits = new StringBuilder();
        var word = new StringBuilder();
        var hasPlus = false;
        var isExtension = false;
        var gap = false;
        for (var at = 0; at < text.Length; at++)
        {
            var symbol = text[at];
            if (Letters.IsDigit(symbol))
            {
                // Two whole numbers with a space between them.
                if (gap && digits.Length >= LeastWhole && IsWhole(text, at))
                {
                    End();
                }

                isExtension |= digits.Length == 0 && ExtensionWords.Contains(word.ToString());
                digits.Append(symbol);
                gap = false;
            }
            else if (symbol == '+')
            {
                End();
                hasPlus = true;
            }
            else if (char.IsLetter(symbol))
            {
                End();
                word.Append(symbol);
                continue;
            }
            else if (symbol is ',' or ';' or '/' or '\\' or ':')
            {
                End();
            }
            else
            {
                gap |= symbol == ' ';
                continue;
            }

            word.Clear();
        }

        End();
        return runs;

        static bool IsWhole(string text, int at) =>
            text.Length - at >= LeastWhole && text.AsSpan(at, LeastWhole).IndexOfAnyExceptInRange('0', '9') < 0;

        void End()
        {
            if (digits.Length > 0)
            {
                runs.Add(new PhoneRun(digits.ToString(), hasPlus, isExtension));
                word.Clear();
            }

            digits.Clear();
            (hasPlus, isExtension, gap) = (false, false, false);
        }
    }
}

/// <summary>Digits in a row, whatever marks part them.</summary>
/// <param name="Digits">The digits.</param>
/// <param name="HasPlus">Whether a plus stands before them.</param>
/// <param name="IsExtension">Whether a word before them calls them an extension.</param>
internal sealed record PhoneRun(string Digits, bool HasPlus, bool IsExtension);
