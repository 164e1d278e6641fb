namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>One meaning of a word.</summary>
internal readonly record struct Meaning(Sense Sense, int Value = 0, KazakhCase Case = KazakhCase.Plain);

/// <summary>Kazakh cases as far as they tell what a date is to its sentence.</summary>
internal enum KazakhCase
{
    /// <summary>Nominative, accusative, or no Kazakh word.</summary>
    Plain,

    /// <summary>Genitive: <c>мамырдың</c>.</summary>
    Of,

    /// <summary>Dative: <c>жұмаға</c>.</summary>
    To,

    /// <summary>Locative: <c>жұмада</c>.</summary>
    In,

    /// <summary>Ablative: <c>жұмадан</c>.</summary>
    From,

    /// <summary>Instrumental: <c>жұмамен</c>.</summary>
    With,
}

/// <summary>Units of time, as values of <see cref="Sense.Unit"/>.</summary>
internal enum Unit
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>Parts of a day, as values of <see cref="Sense.Part"/>.</summary>
internal enum DayPart
{
    Morning,
    Day,
    Evening,
    Night,
}
