using System.Text;

namespace Ruhani.Bot.Linguistics;

/// <summary>
/// Brings typed text to one form before anything looks at it: composed Unicode (NFC), lower case independent of
/// culture, one apostrophe, one dash, one space; nothing invisible. Never throws, whatever the text holds.
/// </summary>
public static class TextCleaner
{
    // Latin letters drawn like Cyrillic ones, and the Cyrillic they stand for within a Cyrillic word.
    private const string LookAlikes = "aceiopxyhkmtb";
    private const string Originals = "асеіорхуһкмтв";

    /// <summary>The text in its one form; the same text again when cleaned twice.</summary>
    public static string Clean(string text)
    {
        var composed = Compose(text);
        var clean = new StringBuilder(composed.Length);
        foreach (var symbol in composed)
        {
            if (char.IsSurrogate(symbol))
            {
                Space(clean);
                continue;
            }

            var letter = Lower(symbol);
            if (letter == ' ')
            {
                Space(clean);
            }
            else if (letter != '\0')
            {
                clean.Append(letter);
            }
        }

        if (clean.Length > 0 && clean[^1] == ' ')
        {
            clean.Length--;
        }

        // A letter and its mark may only have met when what stood between them went.
        return clean.ToString().Normalize();
    }

    /// <summary>
    /// Puts Cyrillic in place of Latin look-alikes within a lower-case word that is otherwise Cyrillic
    /// (<c>өтiнiш</c> typed with a Latin i). A word with any other Latin letter, or with no Cyrillic at all, stays.
    /// </summary>
    public static string RepairLookAlikes(string word)
    {
        var cyrillic = 0;
        var latin = 0;
        foreach (var letter in word)
        {
            if (Letters.IsLatin(letter))
            {
                latin++;
                if (!LookAlikes.Contains(letter))
                {
                    return word;
                }
            }
            else if (Letters.IsCyrillic(letter))
            {
                cyrillic++;
            }
        }

        return latin == 0 || cyrillic < latin
            ? word
            : string.Create(word.Length, word, static (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    var at = LookAlikes.IndexOf(source[i]);
                    target[i] = at < 0 ? source[i] : Originals[at];
                }
            });
    }

    /// <summary>
    /// The text in composed Unicode (NFC), its case kept. Halves of surrogate pairs and noncharacters such as U+FFFE
    /// are no Unicode text, can't be normalised and are dropped.
    /// </summary>
    internal static string Compose(string text)
    {
        var isSound = true;
        for (var i = 0; i < text.Length && isSound; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // Pairs name noncharacters too; nothing outside the basic plane is a letter here.
                isSound = (char.ConvertToUtf32(text[i], text[i + 1]) & 0xFFFE) != 0xFFFE;
                i++;
            }
            else
            {
                isSound = !char.IsSurrogate(text[i]) && !IsNoncharacter(text[i]);
            }
        }

        return isSound
            ? text.Normalize()
            : string.Concat(text.Where(symbol => !char.IsSurrogate(symbol) && !IsNoncharacter(symbol))).Normalize();
    }

    private static bool IsNoncharacter(char symbol) => symbol is (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';

    private static char Lower(char symbol) => symbol switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' or >= 'а' and <= 'я' => symbol,
        >= 'A' and <= 'Z' => (char)(symbol + 32),
        'İ' => 'i',
        '\u00AD' or '\u034F' or '\u061C' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F') => '\0',
        '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u02B9' or '\u02BB' or '\u0060' or '\u00B4'
            or '\u2032' => '\'',
        (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
        _ when char.IsWhiteSpace(symbol) || char.IsControl(symbol) => ' ',
        _ => Letters.Modern(char.ToLowerInvariant(symbol)),
    };

    private static void Space(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
        {
            clean.Append(' ');
        }
    }
}
