namespace Ruhani.Bot.Linguistics.Declension;

/// <summary>What of a word its suffixes follow.</summary>
/// <param name="IsFront">True when its suffixes have front vowels.</param>
/// <param name="Last">The class of its last sound.</param>
/// <param name="IsPossessed">True when it ends with the possessive of the third person: облыс<b>ы</b>.</param>
internal readonly record struct WordEnd(bool IsFront, Sound Last, bool IsPossessed = false)
{
    private const string Front = "әеөүіэ";
    private const string Back = "аоұыёя";
    private const string Neutral = "иую";

    // A word with one of these is no foreign one.
    private const string KazakhOnly = "әғқңөұүһыі";

    /// <summary>The end of a word in small Cyrillic letters; a word without a vowel is read letter by letter.</summary>
    public static WordEnd Of(string word) => new(HasFrontSuffixes(word), LastSound(word));

    /// <summary>True when a letter makes a syllable.</summary>
    public static bool IsVowel(char letter) =>
        Front.Contains(letter) || Back.Contains(letter) || Neutral.Contains(letter);

    // The last vowel that is not neutral decides; и and ю alone sound front, у back, and a soft sign softens.
    private static bool HasFrontSuffixes(string word)
    {
        if (word[^1] == 'ь' || IsSoftLoan(word))
        {
            return true;
        }

        for (var i = word.Length - 1; i >= 0; i--)
        {
            if (Front.Contains(word[i]))
            {
                return true;
            }

            if (Back.Contains(word[i]))
            {
                return false;
            }
        }

        return word.LastIndexOfAny(['и', 'у', 'ю']) is var at and >= 0 && word[at] != 'у';
    }

    // Foreign words whose last syllable is closed with и: логотипке, кредитке (but тарихқа).
    private static bool IsSoftLoan(string word) =>
        !IsVowel(word[^1]) && word[^1] is not ('х' or 'й')
        && word.LastOrDefault(IsVowel) == 'и' && !word.Any(KazakhOnly.Contains);

    // Final у, ю, и are glides; final б, в, г, ғ, д are said voiceless.
    private static Sound LastSound(string word) => word.TrimEnd('ь', 'ъ') is [.., var last]
        ? last switch
        {
            'м' or 'н' or 'ң' => Sound.Nasal,
            'ж' or 'з' => Sound.Hiss,
            'л' or 'р' or 'й' or 'у' or 'ю' or 'и' => Sound.Liquid,
            _ when IsVowel(last) => Sound.Vowel,
            _ => Sound.Voiceless,
        }
        : Sound.Vowel;
}
