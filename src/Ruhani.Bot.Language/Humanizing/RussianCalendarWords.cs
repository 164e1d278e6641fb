namespace Ruhani.Bot.Linguistics.Humanizing;

/// <summary>
/// Names of months (genitive, as dates need them) and days of the week in Russian, in small letters, independent of a
/// machine's locale data.
/// </summary>
public static class RussianCalendarWords
{
    private static readonly string[] Months =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    private static readonly string[] Days =
        ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];

    /// <summary>The month of a day, genitive: <c>мая</c>.</summary>
    public static string Month(DateOnly day) => Months[day.Month - 1];

    /// <summary>The day of the week: <c>вторник</c>.</summary>
    public static string DayOfWeek(DateOnly day) => Days[(int)day.DayOfWeek];

    /// <summary>A date: <c>25 мая 2027 года</c>.</summary>
    public static string Date(DateOnly day) => FormattableString.Invariant($"{day.Day} {Month(day)} {day.Year} года");
}
