using System.Globalization;
using Humanizer;
using Ruhani.Bot.Linguistics.Humanizing;

namespace Ruhani.Bot.Texts;

/// <summary>
/// Days, times and lengths of time as one says them in a language. Kazakh puts the year first and the day of the week
/// last, Russian the other way round; neither leans on a machine's locale data.
/// </summary>
/// <param name="Language">The language.</param>
/// <param name="Now">The moment distances are counted from.</param>
public sealed record DateWording(Language Language, DateTimeOffset Now)
{
    private const int DaysOfWeek = 7;

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>The day of <see cref="Now"/> in Kazakhstan.</summary>
    public DateOnly Today => DateOf(Now);

    private bool IsKazakh => Language == Language.Kazakh;

    private CultureInfo Culture => IsKazakh ? KazakhHumanizer.Culture : Russian;

    // Unregistered, Humanizer would speak English and nobody would be told.
    private CultureInfo Humane => !IsKazakh || KazakhHumanizer.IsRegistered
        ? Culture
        : throw new InvalidOperationException($"{nameof(KazakhHumanizer)} must be registered at the start.");

    /// <summary>A day: <c>2027 жылғы 25 мамыр, сейсенбі</c>, <c>вторник, 25 мая 2027 года</c>.</summary>
    public string Day(DateOnly day) => IsKazakh
        ? $"{Date(day)}, {KazakhCalendarWords.DayOfWeek(day)}"
        : $"{RussianCalendarWords.DayOfWeek(day)}, {Date(day)}";

    /// <summary>A day near enough to need no year: <c>25 мамыр, сейсенбі</c>; with it in another year.</summary>
    public string NearDay(DateOnly day) => day.Year != Today.Year ? Day(day)
        : IsKazakh ? $"{DayAndMonth(day)}, {KazakhCalendarWords.DayOfWeek(day)}"
        : $"{RussianCalendarWords.DayOfWeek(day)}, {DayAndMonth(day)}";

    /// <summary>A date alone: <c>2027 жылғы 25 мамыр</c>, <c>25 мая 2027 года</c>.</summary>
    public string Date(DateOnly day) =>
        IsKazakh ? KazakhCalendarWords.Date(day) : RussianCalendarWords.Date(day);

    /// <summary>A time of the day: <c>15:00</c>.</summary>
    public string Time(TimeOnly time) => time.ToString("HH':'mm", Culture);

    /// <summary>From a time to a time: <c>15:00–17:30</c>.</summary>
    public string Times(TimeOnly from, TimeOnly to) => $"{Time(from)}–{Time(to)}";

    /// <summary>A day and a time: <c>2027 жылғы 25 мамыр, сейсенбі, 15:00</c>.</summary>
    public string Moment(DateOnly day, TimeOnly time) => $"{Day(day)}, {Time(time)}";

    /// <summary>A moment by Kazakhstan's clock; no year when it is this one.</summary>
    public string Moment(DateTimeOffset moment) =>
        $"{NearDay(DateOf(moment))}, {Time(TimeOnly.FromDateTime(moment.ToOffset(KazakhstanTime.Offset).DateTime))}";

    /// <summary>
    /// From a day to a day, saying nothing twice: <c>2027 жылғы 25–27 мамыр</c>, <c>25 мая – 3 июня 2027 года</c>.
    /// </summary>
    public string Period(DateOnly from, DateOnly to)
    {
        if (from == to)
        {
            return Day(from);
        }

        if (from.Year != to.Year)
        {
            return $"{Date(from)} – {Date(to)}";
        }

        var start = from.Month == to.Month ? $"{Digits(from.Day)}–" : $"{DayAndMonth(from)} – ";
        return IsKazakh
            ? $"{Digits(from.Year)} жылғы {start}{DayAndMonth(to)}"
            : $"{start}{Date(to)}";
    }

    /// <summary>How far a moment is: <c>3 сағаттан кейін</c>, <c>кеше</c>, <c>через 3 часа</c>.</summary>
    public string Distance(DateTimeOffset moment) => moment.Humanize(Now, Humane);

    /// <summary>How far a day is: <c>бүгін</c>, <c>ертең</c>, <c>через 3 дня</c>.</summary>
    public string Distance(DateOnly day) => day == Today
        ? IsKazakh ? "бүгін" : "сегодня"
        : day.Humanize(Today, Humane);

    /// <summary>
    /// A length of time, to the minute, in its two greatest units: <c>2 сағат 15 минут</c>; weeks only when they are
    /// whole.
    /// </summary>
    public string Length(TimeSpan length) => length.Humanize(
        precision: 2,
        culture: Humane,
        maxUnit: length.Days % DaysOfWeek == 0 ? TimeUnit.Week : TimeUnit.Day,
        minUnit: TimeUnit.Minute,
        collectionSeparator: " ");

    /// <summary>Things one after the other: <c>тіл, дін және дәстүр</c>.</summary>
    public string List(IEnumerable<string> items)
    {
        // Humanizer's Russian has no list of its own and would end it with "&".
        var lists = Configurator.CollectionFormatters.ResolveForCulture(Humane);
        return IsKazakh ? lists.Humanize(items) : lists.Humanize(items, "и");
    }

    private static DateOnly DateOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(moment.ToOffset(KazakhstanTime.Offset).DateTime);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string DayAndMonth(DateOnly day) =>
        $"{Digits(day.Day)} {(IsKazakh ? KazakhCalendarWords.Month(day) : RussianCalendarWords.Month(day))}";
}
