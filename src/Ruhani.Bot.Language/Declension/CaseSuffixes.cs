namespace Ruhani.Bot.Linguistics.Declension;

/// <summary>
/// The suffixes of the cases and of the plural by the sound they follow, after Karl A. Krippes, <i>Kazakh Grammar with
/// Affix List</i> (1996), §§ 0.2, 2.0.2–2.0.7; after a possessive of the third person they begin with н. Written in
/// their back form; the front one has е for а and і for ы.
/// </summary>
internal static class CaseSuffixes
{
    /// <summary>The suffix of a case.</summary>
    public static string Of(NounCase noun, WordEnd word)
    {
        var back = word.IsPossessed ? AfterPossessive(noun) : AfterStem(noun, word.Last);
        return word.IsFront ? ToFront(back) : back;
    }

    /// <summary>The suffix of the plural: only л, nasals and hisses take д; р, й and glides keep л.</summary>
    public static string Plural(WordEnd word, bool isAfterL)
    {
        var back = word.Last switch
        {
            Sound.Voiceless => "тар",
            Sound.Nasal or Sound.Hiss => "дар",
            _ when isAfterL => "дар",
            _ => "лар",
        };
        return word.IsFront ? ToFront(back) : back;
    }

    private static string AfterStem(NounCase noun, Sound last) => (noun, last) switch
    {
        (NounCase.Genitive, Sound.Vowel or Sound.Nasal) => "ның",
        (NounCase.Genitive, Sound.Voiceless) => "тың",
        (NounCase.Genitive, _) => "дың",
        (NounCase.Dative, Sound.Voiceless) => "қа",
        (NounCase.Dative, _) => "ға",
        (NounCase.Accusative, Sound.Vowel) => "ны",
        (NounCase.Accusative, Sound.Voiceless) => "ты",
        (NounCase.Accusative, _) => "ды",
        (NounCase.Locative, Sound.Voiceless) => "та",
        (NounCase.Locative, _) => "да",
        (NounCase.Ablative, Sound.Nasal) => "нан",
        (NounCase.Ablative, Sound.Voiceless) => "тан",
        (NounCase.Ablative, _) => "дан",
        (NounCase.Instrumental, Sound.Hiss) => "бен",
        (NounCase.Instrumental, Sound.Voiceless) => "пен",
        (NounCase.Instrumental, _) => "мен",
        _ => throw new ArgumentOutOfRangeException(nameof(noun), noun, message: null),
    };

    private static string AfterPossessive(NounCase noun) => noun switch
    {
        NounCase.Genitive => "ның",
        NounCase.Dative => "на",
        NounCase.Accusative => "н",
        NounCase.Locative => "нда",
        NounCase.Ablative => "нан",
        NounCase.Instrumental => "мен",
        _ => throw new ArgumentOutOfRangeException(nameof(noun), noun, message: null),
    };

    private static string ToFront(string suffix) =>
        suffix.Replace('а', 'е').Replace('ы', 'і').Replace('ғ', 'г').Replace('қ', 'к');
}
