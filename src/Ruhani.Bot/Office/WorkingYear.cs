namespace Ruhani.Bot.Office;

/// <summary>What is particular about a year's days, besides its Saturdays and Sundays.</summary>
/// <param name="Year">Which.</param>
/// <param name="IsChecked">
/// False as long as the government has not published its calendar and the days are only what is to be expected.
/// </param>
/// <param name="Holidays">
/// National holidays. One that falls on a Saturday or Sunday makes the next working day free (Labour Code, art. 85).
/// </param>
/// <param name="DaysOff">
/// Other free days, which move nothing: Christmas, the first day of Kurban Ait, days that a decree has moved.
/// </param>
/// <param name="WorkingDays">Saturdays and Sundays that a decree has made working days.</param>
public sealed record WorkingYear(
    int Year,
    bool IsChecked,
    IReadOnlySet<DateOnly> Holidays,
    IReadOnlySet<DateOnly> DaysOff,
    IReadOnlySet<DateOnly> WorkingDays)
{
    /// <summary>True for a Saturday or Sunday.</summary>
    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The days that differ from their weekday.</summary>
    internal ResolvedYear Resolve()
    {
        var free = new HashSet<DateOnly>(Holidays.Concat(DaysOff));
        foreach (var holiday in Holidays.Where(IsWeekend).Order())
        {
            var next = holiday.AddDays(1);
            while (free.Contains(next) || (IsWeekend(next) && !WorkingDays.Contains(next)))
            {
                next = next.AddDays(1);
            }

            free.Add(next);
        }

        free.RemoveWhere(IsWeekend);
        return new ResolvedYear(free, WorkingDays);
    }

    /// <summary>What to take a year for that nobody has written down: the same holidays, nothing moved.</summary>
    internal WorkingYear As(int year) => new(
        year,
        IsChecked: false,
        Holidays.Where(day => DateTime.IsLeapYear(year) || day is not { Month: 2, Day: 29 })
            .Select(day => new DateOnly(year, day.Month, day.Day)).ToHashSet(),
        new HashSet<DateOnly>(),
        new HashSet<DateOnly>());
}

/// <summary>The days of a year that differ from their weekday.</summary>
/// <param name="Free">Free, though neither Saturday nor Sunday.</param>
/// <param name="Worked">Saturdays and Sundays that are worked.</param>
internal sealed record ResolvedYear(IReadOnlySet<DateOnly> Free, IReadOnlySet<DateOnly> Worked);
