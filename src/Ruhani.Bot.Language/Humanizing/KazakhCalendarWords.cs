namespace Ruhani.Bot.Linguistics.Humanizing;

/// <summary>
/// Names of months and days of the week as they stand inside a Kazakh sentence, in small letters. Own tables, so that a
/// date reads the same whatever locale data a machine has (CLDR's Kazakh months begin with a capital in some patterns).
/// </summary>
public static class KazakhCalendarWords
{
    private static readonly string[] Months =
    [
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
        "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    ];

    private static readonly string[] Days =
        ["жексенбі", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі"];

    /// <summary>The month of a day: <c>мамыр</c>.</summary>
    public static string Month(DateOnly day) => Months[day.Month - 1];

    /// <summary>The day of the week: <c>сейсенбі</c>.</summary>
    public static string DayOfWeek(DateOnly day) => Days[(int)day.DayOfWeek];

    /// <summary>A date: <c>2027 жылғы 25 мамыр</c>; no «-ші» stands in dates.</summary>
    public static string Date(DateOnly day) => FormattableString.Invariant($"{day.Year} жылғы {day.Day} {Month(day)}");
}
