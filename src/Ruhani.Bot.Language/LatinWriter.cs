using System.Text;

namespace Ruhani.Bot.Linguistics;

/// <summary>Writes Kazakh Cyrillic in Latin letters. What is no Kazakh or Russian letter stays as it is.</summary>
public static class LatinWriter
{
    private const string Shared = "абвгдезклмнопрстф";
    private const string SharedLatin = "abvgdezklmnoprstf";
    private const string Special = "әғийқңөуұүхһчшщыіэцюяжё";

    private static readonly string[][] Tables =
    [
        "a' g' i' i' q n' o' y' u u' h h c' s' s' y i e ts i'y' i'a j e".Split(' '),
        "á ǵ ı ı q ń ó ý u ú h h ch sh sh y i e ts ıý ıa j e".Split(' '),
        "ä ğ ı ı q ŋ ö w u ü h h ç ş ş y i e ts ıw ıa j e".Split(' '),
        "ä ğ i i q ñ ö u ū ü h h ch ş ş y ı e ts iu ia j e".Split(' '),
        "a g i i k n o u u u h h ch sh sh y i e ts yu ya zh e".Split(' '),
    ];

    /// <summary>The text in one of the Latin spellings; capitals stay capitals.</summary>
    public static string Write(string text, LatinAlphabet alphabet)
    {
        var table = Tables[(int)alphabet];
        var latin = new StringBuilder(text.Length + 8);
        foreach (var symbol in text)
        {
            var letter = char.ToLowerInvariant(symbol);
            var written = letter is 'ъ' or 'ь' ? "" : Letter(table, letter);
            if (written is null)
            {
                latin.Append(symbol);
            }
            else if (symbol != letter && written.Length > 0)
            {
                latin.Append(Capital(written[0], alphabet)).Append(written, 1, written.Length - 1);
            }
            else
            {
                latin.Append(written);
            }
        }

        return latin.ToString();
    }

    private static string? Letter(string[] table, char letter)
    {
        var at = Special.IndexOf(letter);
        if (at >= 0)
        {
            return table[at];
        }

        at = Shared.IndexOf(letter);
        return at < 0 ? null : SharedLatin.Substring(at, 1);
    }

    // The alphabet of 2021 pairs İ with i and I with ı; the others have no dotted capital.
    private static char Capital(char letter, LatinAlphabet alphabet) => letter switch
    {
        'ı' => 'I',
        'i' when alphabet == LatinAlphabet.Approved2021 => 'İ',
        _ => char.ToUpperInvariant(letter),
    };
}
