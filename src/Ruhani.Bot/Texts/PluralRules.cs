namespace Ruhani.Bot.Texts;

/// <summary>CLDR's plural categories that Kazakh and Russian use.</summary>
public enum PluralCategory
{
    /// <summary>Kazakh 1; Russian 1, 21, 31 …</summary>
    One,

    /// <summary>Russian 2–4, 22–24 …</summary>
    Few,

    /// <summary>Russian 0, 5–20, 25–30 …</summary>
    Many,

    /// <summary>Everything else; the form of plain texts.</summary>
    Other,
}

/// <summary>Which category a whole number takes (Unicode CLDR 48, cardinal rules for kk and ru).</summary>
public static class PluralRules
{
    /// <summary>The category of a number.</summary>
    public static PluralCategory Category(Language language, long number)
    {
        if (language == Language.Kazakh)
        {
            return number == 1 ? PluralCategory.One : PluralCategory.Other;
        }

        var tens = Math.Abs(number % 100);
        return (tens % 10) switch
        {
            1 when tens != 11 => PluralCategory.One,
            >= 2 and <= 4 when tens is < 12 or > 14 => PluralCategory.Few,
            _ => PluralCategory.Many,
        };
    }

    /// <summary>The categories a text with a count must have in a language.</summary>
    public static IReadOnlyList<PluralCategory> Required(Language language) => language == Language.Kazakh
        ? [PluralCategory.One, PluralCategory.Other]
        : [PluralCategory.One, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other];
}
