using System.Collections.Concurrent;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Office;

/// <summary>
/// When the office works: deadlines are counted in its days, waiting in its hours. Read from
/// <c>localization/calendar.yaml</c>; everything in Kazakhstan's time.
/// </summary>
public sealed class WorkingCalendar
{
    private const int MostDays = 10_000;
    private readonly SortedDictionary<int, WorkingYear> _years;
    private readonly ConcurrentDictionary<int, ResolvedYear> _resolved = new();

    /// <summary>A calendar.</summary>
    /// <param name="hours">The hours of a working day, in order, at least one stretch.</param>
    /// <param name="years">At least one year, each once.</param>
    public WorkingCalendar(IReadOnlyList<OpenHours> hours, IEnumerable<WorkingYear> years)
    {
        Hours = hours;
        _years = new SortedDictionary<int, WorkingYear>(years.ToDictionary(year => year.Year));
        if (Hours.Count == 0 || _years.Count == 0)
        {
            throw new ArgumentException("A calendar needs hours and a year.");
        }
    }

    /// <summary>The hours of a working day.</summary>
    public IReadOnlyList<OpenHours> Hours { get; }

    /// <summary>What is written down of a year; null when nothing is.</summary>
    public WorkingYear? Find(int year) => _years.GetValueOrDefault(year);

    /// <summary>
    /// The years that somebody should look up by now: this one and, in its last <paramref name="ahead"/> days, the
    /// next, as far as they are missing or not checked.
    /// </summary>
    public IReadOnlyList<int> Unsure(DateOnly today, int ahead = 60) =>
    [
        .. new[] { today.Year, today.AddDays(ahead).Year }.Distinct()
            .Where(year => Find(year) is not { IsChecked: true }),
    ];

    /// <summary>True for a day the office works on.</summary>
    public bool IsWorkingDay(DateOnly day)
    {
        var year = _resolved.GetOrAdd(day.Year, number => (Find(number) ?? Nearest(number).As(number)).Resolve());
        return year.Worked.Contains(day) || (!WorkingYear.IsWeekend(day) && !year.Free.Contains(day));
    }

    /// <summary>True for a holiday, and for a weekday that is free because of one; not for a plain weekend.</summary>
    public bool IsHoliday(DateOnly day)
    {
        var year = Find(day.Year) ?? Nearest(day.Year).As(day.Year);
        return year.Holidays.Contains(day) || year.DaysOff.Contains(day)
            || (!WorkingYear.IsWeekend(day) && !IsWorkingDay(day));
    }

    /// <summary>
    /// The working day that many working days later (earlier when negative). 0 is the day itself, or the next working
    /// day when it is none.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(days), MostDays);
        var step = days < 0 ? -1 : 1;
        while (days == 0 && !IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        while (days != 0)
        {
            day = day.AddDays(step);
            days -= IsWorkingDay(day) ? step : 0;
        }

        return day;
    }

    /// <summary>
    /// When a term of so many working days ends that begins at a moment: at the same time of day, on the last of them.
    /// What comes while the office is closed begins at the next opening.
    /// </summary>
    public DateTimeOffset Deadline(DateTimeOffset from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var begin = NextOpening(from);
        return KazakhstanTime.At(
            AddWorkingDays(KazakhstanTime.DayOf(begin), workingDays), TimeOnly.FromDateTime(begin.DateTime));
    }

    /// <summary>True while the office works.</summary>
    public bool IsOpen(DateTimeOffset moment)
    {
        var local = KazakhstanTime.Of(moment);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return IsWorkingDay(KazakhstanTime.DayOf(moment)) && Hours.Any(hours => time >= hours.From && time < hours.To);
    }

    /// <summary>The moment itself while the office works, else the next moment it opens.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset moment) =>
        IsOpen(moment) ? KazakhstanTime.Of(moment) : Stretches(moment).First().From;

    /// <summary>How long the office works between two moments; zero when the second is not later.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var total = TimeSpan.Zero;
        foreach (var (begin, end) in Stretches(from).TakeWhile(stretch => stretch.From < to))
        {
            total += (end < to ? end : to) - begin;
        }

        return total;
    }

    /// <summary>
    /// The moment when the office has worked for so long: the end of a stretch rather than the beginning of the next.
    /// </summary>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time.Ticks);
        foreach (var (begin, end) in Stretches(from))
        {
            if (end - begin >= time)
            {
                return begin + time;
            }

            time -= end - begin;
        }

        throw new InvalidOperationException("The calendar came to its end.");
    }

    // What is left of the stretch a moment is in, then every later one.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Stretches(DateTimeOffset from)
    {
        for (var day = KazakhstanTime.DayOf(from); ; day = day.AddDays(1))
        {
            foreach (var hours in IsWorkingDay(day) ? Hours : [])
            {
                var (begin, end) = (KazakhstanTime.At(day, hours.From), KazakhstanTime.At(day, hours.To));
                if (end > from)
                {
                    yield return (begin > from ? begin : KazakhstanTime.Of(from), end);
                }
            }
        }
    }

    private WorkingYear Nearest(int year) =>
        _years.Values.LastOrDefault(known => known.Year < year) ?? _years.Values.First();
}
