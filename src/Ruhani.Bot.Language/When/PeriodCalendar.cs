namespace Ruhani.Bot.Linguistics.When;

/// <summary>What said periods are in the calendar: without a year the nearest that has not ended.</summary>
/// <param name="today">The day of the saying.</param>
internal sealed class PeriodCalendar(DateOnly today)
{
    // 29 February may be eight years away.
    private const int MostYears = 8;
    private const int MostMonths = 12;

    // Over a New Year that nobody named a longer period has rather its ends swapped.
    private const int LongestOverNewYear = 200;

    /// <summary>Its days.</summary>
    public PeriodReading Resolve(SaidPeriod period) => period switch
    {
        SaidPeriod.Fixed said => new PeriodReading.Found(said.From, said.To),
        SaidPeriod.Long { From.Day: var day, Length: var length } =>
            Periods(Beginnings(day), from => [length.From(from).AddDays(-1)]),
        SaidPeriod.Between { From.Day: SaidDay.Calendar from, To: { Day: SaidDay.Calendar to } end } =>
            Dated(from, to, end.IsMonth),
        SaidPeriod.Between { From.Day: SaidDay.Calendar from, To.Day: var to } => Ending(from, to),
        SaidPeriod.Between { From.Day: var from, To: var to } =>
            Periods(Beginnings(from), day => Endings(to, day)),
        _ => new PeriodReading.NotAPeriod(),
    };

    // Every beginning with every end it can have.
    private static PeriodReading Periods(DateReading beginnings, Func<DateOnly, IReadOnlyList<DateOnly>> endings)
    {
        if (beginnings is DateReading.Invalid why)
        {
            return new PeriodReading.Invalid(why);
        }

        var all = Alternatives.Dates(beginnings).SelectMany(from => endings(from).Select(to => (from, to))).ToList();
        var periods = all.FindAll(period => period.from <= period.to).Distinct().ToList();
        return periods.Count switch
        {
            0 when all.Count > 0 => new PeriodReading.Backwards(),
            0 => new PeriodReading.NotAPeriod(),
            1 => new PeriodReading.Found(periods[0].from, periods[0].to),
            _ => new PeriodReading.Ambiguous(periods),
        };
    }

    // A weekday is the nearest: the period may begin today.
    private DateReading Beginnings(SaidDay day) => day is SaidDay.OnWeekday { Weekday: var weekday }
        ? new DateReading.Found(DayCalendar.OnOrAfter(today, weekday))
        : new DayCalendar(today).Resolve(day);

    private IReadOnlyList<DateOnly> Endings(SaidEnd end, DateOnly from)
    {
        if (end.Day is SaidDay.OnWeekday { Weekday: var weekday })
        {
            return [DayCalendar.OnOrAfter(from.AddDays(1), weekday)];
        }

        if (end is { IsMonth: true, Day: SaidDay.Calendar { Month: { } month, Year: var year } })
        {
            var last = DayCalendar.LastOf((int)(year ?? from.Year), (int)month);
            return [year is null && last < from ? DayCalendar.LastOf(from.Year + 1, (int)month) : last];
        }

        return Alternatives.Dates(
            (end.Day is SaidDay.Calendar ? new DayCalendar(from) : new DayCalendar(today)).Resolve(end.Day));
    }

    // с 1 июня до конца месяца
    private PeriodReading Ending(SaidDay.Calendar from, SaidDay to)
    {
        var ends = Alternatives.Dates(new DayCalendar(today).Resolve(to));
        if (ends.Count == 0)
        {
            return new PeriodReading.NotAPeriod();
        }

        var beginning = new DayCalendar(ends[0], preferPast: true).Resolve(from);
        return Periods(beginning, _ => ends);
    }

    private PeriodReading Dated(SaidDay.Calendar first, SaidDay.Calendar second, bool isMonth)
    {
        var month = first.Month ?? second.Month;
        first = first with { Month = month };
        second = second with { Month = second.Month ?? month };
        if (DayCalendar.Fault(first.Day, first.Month, first.Year) is { } fault
            || (fault = DayCalendar.Fault(second.Day, second.Month, second.Year)) is not null)
        {
            return new PeriodReading.Invalid(fault);
        }

        if (first.Month == second.Month && first.Day > second.Day && !isMonth
            && (first.Year is null || second.Year is null || first.Year == second.Year))
        {
            return new PeriodReading.Backwards();
        }

        var isYearUnsaid = first.Year is null || second.Year is null;
        (first, second) = first.Month is null ? WithMonth(first, second) : WithYears(first, second, isMonth);
        var (beginning, ending) = (new DayCalendar(today).Resolve(first), new DayCalendar(today).Resolve(second));
        if ((beginning as DateReading.Invalid ?? ending as DateReading.Invalid) is { } why)
        {
            return new PeriodReading.Invalid(why);
        }

        if ((beginning, ending) is not (DateReading.Found { Date: var begin }, DateReading.Found { Date: var end }))
        {
            return new PeriodReading.NotAPeriod();
        }

        end = isMonth ? DayCalendar.LastOf(end.Year, end.Month) : end;
        return end < begin || (isYearUnsaid && end.Year > begin.Year && end > begin.AddDays(LongestOverNewYear))
            ? new PeriodReading.Backwards()
            : new PeriodReading.Found(begin, end);
    }

    // The nearest month that has both days and in which the last is not past.
    private (SaidDay.Calendar From, SaidDay.Calendar To) WithMonth(SaidDay.Calendar first, SaidDay.Calendar second)
    {
        for (var i = 0; i <= MostMonths; i++)
        {
            var month = new DateOnly(today.Year, today.Month, 1).AddMonths(i);
            if (second.Day <= DateTime.DaysInMonth(month.Year, month.Month)
                && month.AddDays((int)second.Day - 1) >= today)
            {
                return (first with { Month = month.Month, Year = month.Year },
                    second with { Month = month.Month, Year = month.Year });
            }
        }

        return (first, second);
    }

    private (SaidDay.Calendar From, SaidDay.Calendar To) WithYears(
        SaidDay.Calendar first, SaidDay.Calendar second, bool isMonth)
    {
        var years = first.Month > second.Month ? 1 : 0;
        if (first.Year is not null || second.Year is not null)
        {
            return (
                first with { Year = first.Year ?? (second.Year - years) },
                second with { Year = second.Year ?? (first.Year + years) });
        }

        for (var year = today.Year - years; year <= today.Year + MostYears; year++)
        {
            var last = DayCalendar.LastOf(year + years, (int)second.Month!);
            if (second.Day <= last.Day && first.Day <= DateTime.DaysInMonth(year, (int)first.Month!)
                && (isMonth ? last : new DateOnly(last.Year, last.Month, (int)second.Day)) >= today)
            {
                return (first with { Year = year }, second with { Year = year + years });
            }
        }

        return (first, second);
    }
}
