using System.Globalization;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>What said days are in the calendar, from the day they are said on.</summary>
/// <param name="today">The day of the saying.</param>
/// <param name="preferPast">Whether what has no year lies behind rather than ahead.</param>
internal sealed class DayCalendar(DateOnly today, bool preferPast = false)
{
    public const int FirstYear = 1900;
    public const int LastYear = 2199;

    // 29 February may be eight years away.
    private const int MostYears = 8;
    private const int MostMonths = 12;
    private const int Week = 7;

    /// <summary>Its place in the calendar.</summary>
    public DateReading Resolve(SaidDay day) => day switch
    {
        SaidDay.Fixed { Date: var date } => new DateReading.Found(date),
        SaidDay.OneOf { Dates: var dates } => Several(dates),
        SaidDay.OnWeekday { Weekday: var weekday } => Resolve(weekday),
        SaidDay.Calendar calendar => Resolve(calendar),
        SaidDay.Impossible { Why: var why } => why,
        _ => new DateReading.NotADate(),
    };

    /// <summary>The day of a weekday in the week so many weeks on.</summary>
    public DateOnly InWeek(int weeks, int weekday) => Monday().AddDays((weeks * Week) + weekday - 1);

    /// <summary>The first such weekday that is not before a day.</summary>
    public static DateOnly OnOrAfter(DateOnly day, int weekday) =>
        day.AddDays((weekday - WeekdayOf(day) + Week) % Week);

    /// <summary>1 is Monday.</summary>
    public static int WeekdayOf(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? Week : (int)date.DayOfWeek;

    /// <summary>The last day of a month.</summary>
    public static DateOnly LastOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>Why a day of a month of a year can't be; null when it can. A year of null may be a leap year.</summary>
    public static DateReading.Invalid? Fault(long day, long? month, long? year) =>
        day is < 1 or > 31 ? Invalid(DateFault.Day, $"{day}")
        : month is < 1 or > 12 ? Invalid(DateFault.Month, $"{month}")
        : year is < FirstYear or > LastYear ? Invalid(DateFault.Year, $"{year}")
        : month is null || day <= DateTime.DaysInMonth((int)(year ?? 2000), (int)month) ? null
        : day > DateTime.DaysInMonth(2000, (int)month) ? Invalid(DateFault.DayOfMonth, $"{day:00}.{month:00}")
        : Invalid(DateFault.DayOfYear, $"{day:00}.{month:00}.{year}");

    private static DateReading.Invalid Invalid(DateFault fault, FormattableString part) =>
        new(part.ToString(CultureInfo.InvariantCulture)) { Fault = fault };

    private static DateReading Several(IEnumerable<DateOnly> dates)
    {
        var distinct = dates.Distinct().ToList();
        return distinct.Count == 1 ? new DateReading.Found(distinct[0]) : new DateReading.Ambiguous(distinct);
    }

    private DateReading Resolve(int weekday)
    {
        var ahead = OnOrAfter(today, weekday);
        var behind = ahead == today ? today : ahead.AddDays(-Week);
        return (ahead == today, preferPast) switch
        {
            (true, false) => new DateReading.Ambiguous([today, today.AddDays(Week)]),
            (true, true) => new DateReading.Ambiguous([today, today.AddDays(-Week)]),
            (false, false) => new DateReading.Found(ahead),
            (false, true) => new DateReading.Found(behind),
        };
    }

    private DateReading Resolve(SaidDay.Calendar said)
    {
        if (Fault(said.Day, said.Month, said.Year) is { } fault)
        {
            return fault;
        }

        if (Find((int)said.Day, (int?)said.Month, (int?)said.Year) is not { } date)
        {
            return new DateReading.NotADate();
        }

        return said.Weekday is { } weekday && WeekdayOf(date) != weekday
            ? Invalid(DateFault.Weekday, $"{date:dd.MM.yyyy}")
            : new DateReading.Found(date);
    }

    private DateOnly? Find(int day, int? month, int? year)
    {
        if (year is { } known)
        {
            return new DateOnly(known, month ?? today.Month, day);
        }

        var step = preferPast ? -1 : 1;
        for (var i = 0; i <= (month is null ? MostMonths : MostYears); i++)
        {
            var first = month is null
                ? new DateOnly(today.Year, today.Month, 1).AddMonths(i * step)
                : new DateOnly(today.Year + (i * step), month.Value, 1);
            if (day <= DateTime.DaysInMonth(first.Year, first.Month)
                && first.AddDays(day - 1) is var date
                && (preferPast ? date <= today : date >= today))
            {
                return date;
            }
        }

        return null;
    }

    private DateOnly Monday() => today.AddDays(1 - WeekdayOf(today));
}
