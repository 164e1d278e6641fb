using System.Globalization;

namespace Ruhani.Bot.Linguistics.Humanizing;

/// <summary>
/// Kazakh numerals: words, ordinals and the ordinal mark behind digits. Kazakh counts without gender or plural; a
/// hundred and a thousand alone take no «бір», a million and more do.
/// </summary>
public static class KazakhNumerals
{
    private const string Minus = "минус";

    private static readonly string[] Units =
        ["нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];

    private static readonly string[] Tens =
        ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];

    private static readonly (ulong Value, string Word)[] Powers =
    [
        (1_000_000_000_000_000_000, "квинтиллион"), (1_000_000_000_000_000, "квадриллион"),
        (1_000_000_000_000, "триллион"), (1_000_000_000, "миллиард"), (1_000_000, "миллион"), (1_000, "мың"),
    ];

    /// <summary>The number in words: 125 is <c>жүз жиырма бес</c>.</summary>
    public static string Words(long number)
    {
        var words = new List<string>();
        if (number < 0)
        {
            words.Add(Minus);
        }

        AddWords(words, number < 0 ? (ulong)-(number + 1) + 1 : (ulong)number);
        return string.Join(' ', words);
    }

    /// <summary>The place in an order, in words: 3 is <c>үшінші</c>, 26 is <c>жиырма алтыншы</c>.</summary>
    public static string Ordinal(long number)
    {
        var words = Words(number);
        var last = words.LastIndexOf(' ') + 1;
        return words[..last] + OrdinalOf(words[last..]);
    }

    /// <summary>The place in an order, in digits: <c>3-ші</c>, <c>26-шы</c>.</summary>
    public static string OrdinalDigits(long number) =>
        number.ToString(CultureInfo.InvariantCulture) + (IsBack(LastWord(number)) ? "-шы" : "-ші");

    /// <summary>The word a number ends with when read aloud; what stands behind its digits follows that word.</summary>
    public static string LastWord(long number)
    {
        var words = Words(number);
        return words[(words.LastIndexOf(' ') + 1)..];
    }

    private static string OrdinalOf(string word) => word switch
    {
        "жиырма" => "жиырмасыншы",

        // The narrow vowel of the last syllable falls.
        "қырық" => "қырқыншы",
        _ when word[^1] is 'ы' or 'і' => word + (IsBack(word) ? "ншы" : "нші"),
        _ => word + (IsBack(word) ? "ыншы" : "інші"),
    };

    // Of the numerals only елу ends with a neutral vowel, and it is front by its first.
    private static bool IsBack(string word) =>
        word[word.LastIndexOfAny(['а', 'о', 'ы', 'ұ', 'ә', 'е', 'ө', 'і', 'ү'])] is 'а' or 'о' or 'ы' or 'ұ';

    private static void AddWords(List<string> words, ulong number)
    {
        if (number == 0)
        {
            words.Add(Units[0]);
            return;
        }

        foreach (var (value, word) in Powers)
        {
            if (number >= value)
            {
                if (number / value != 1 || value > 1_000)
                {
                    AddHundreds(words, (int)(number / value));
                }

                words.Add(word);
                number %= value;
            }
        }

        AddHundreds(words, (int)number);
    }

    private static void AddHundreds(List<string> words, int number)
    {
        if (number >= 100)
        {
            if (number >= 200)
            {
                words.Add(Units[number / 100]);
            }

            words.Add("жүз");
        }

        if (number % 100 >= 10)
        {
            words.Add(Tens[number % 100 / 10]);
        }

        if (number % 10 > 0)
        {
            words.Add(Units[number % 10]);
        }
    }
}
