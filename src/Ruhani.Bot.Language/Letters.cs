namespace Ruhani.Bot.Linguistics;

/// <summary>What sort of letter a lower-case character is.</summary>
internal static class Letters
{
    public const string KazakhOnly = "әғқңөұүһі";

    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    public static bool IsLatin(char letter) =>
        letter is (>= 'a' and <= 'z') or (>= '\u00DF' and <= '\u024F' and not '÷') or (>= 'A' and <= 'Z')
            or '\u0261';

    public static bool IsDigit(char letter) => letter is >= '0' and <= '9';

    public static bool IsKazakh(char letter) => KazakhOnly.Contains(letter);

    /// <summary>Vowels of folded text.</summary>
    public static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';

    /// <summary>
    /// The modern Cyrillic letter for one of the Latin alphabet of 1929 or of a neighbouring alphabet.
    /// </summary>
    public static char Modern(char letter) => letter switch
    {
        'ə' => 'ә',
        'ɵ' => 'ө',
        'ћ' => 'һ',
        'є' => 'е',
        'ї' => 'і',
        _ => letter,
    };
}
