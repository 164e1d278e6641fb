using System.Text;

namespace Ruhani.Bot.Linguistics;

/// <summary>
/// Writes Kazakh Cyrillic in Latin letters. What is no Kazakh or Russian letter stays as it is. The alphabet of 2021
/// has no letters for ч ц ю я: they are ch, ts, iu, ia; ия and ию are ia and iu as well, as it is printed.
/// </summary>
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

    /// <summary>
    /// The text in one of the Latin spellings. Capitals stay capitals, both letters of a pair only in a word that is
    /// all capitals (<c>Chempion</c>, <c>İUNESKO</c>).
    /// </summary>
    public static string Write(string text, LatinAlphabet alphabet)
    {
        var table = Tables[(int)alphabet];
        var latin = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = char.ToLowerInvariant(text[i]);
            var written = letter is 'ъ' or 'ь' ? "" : Letter(table, letter);
            if (written is null)
            {
                latin.Append(text[i]);
                continue;
            }

            var from = IsJoined(text, i) && alphabet == LatinAlphabet.Approved2021 ? 1 : 0;
            for (var j = from; j < written.Length; j++)
            {
                var isCapital = text[i] != letter && (j == 0 || IsAmongCapitals(text, i));
                latin.Append(isCapital ? Capital(written[j], alphabet) : written[j]);
            }
        }

        return latin.ToString();
    }

    /// <summary>
    /// Lower case as the alphabet of 2021 has it, whatever the culture: İ and i are one letter, I and ı another.
    /// </summary>
    public static string Lower(string latin) => string.Create(latin.Length, latin, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = source[i] switch
            {
                'İ' => 'i',
                'I' => 'ı',
                var letter => char.ToLowerInvariant(letter),
            };
        }
    });

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

    private static bool IsJoined(string text, int at) =>
        at > 0 && text[at] is 'я' or 'Я' or 'ю' or 'Ю' && text[at - 1] is 'и' or 'И';

    private static bool IsAmongCapitals(string text, int at) => at + 1 < text.Length && char.IsLetter(text[at + 1])
        ? char.IsUpper(text[at + 1])
        : at > 0 && char.IsUpper(text[at - 1]);

    // The alphabet of 2021 pairs İ with i and I with ı; the others have no dotted capital.
    private static char Capital(char letter, LatinAlphabet alphabet) => letter switch
    {
        'ı' => 'I',
        'i' when alphabet == LatinAlphabet.Approved2021 => 'İ',
        _ => char.ToUpperInvariant(letter),
    };
}
