using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Finds periods that have a name: весь май · мамыр айы · келесі апта · эти выходные · III тоқсан 2027 · второе
/// полугодие · 2027 год · ближайшие три дня · соңғы 7 күн.
/// </summary>
internal sealed class NamedPeriods(TokenList tokens, DateOnly today)
{
    private const int Week = 7;
    private const int Saturday = 6;

    private readonly YearGrammar _years = new(tokens, today);
    private readonly Distances _distances = new(tokens);
    private readonly PeriodEnds _ends = new(tokens, today);
    private readonly DayCalendar _calendar = new(today);

    /// <summary>The period that begins at a token, or null. Moves behind it.</summary>
    public SaidPeriod? Read(ref int at)
    {
        var next = at;
        var isWhole = tokens[next].Is(Sense.Whole);
        next += isWhole ? 1 : 0;
        SaidPeriod? period = ReadPartOfYear(ref next);
        period ??= ReadMonth(ref next);
        period ??= ReadRelation(ref next, isWhole) ?? ReadYear(ref next);
        if (period is null)
        {
            return null;
        }

        at = next;
        return period;
    }

    private SaidPeriod.Between? ReadMonth(ref int at) =>
        _ends.ReadMonth(ref at) is { } month ? new SaidPeriod.Between(month, month) : null;

    // III тоқсан · второй квартал 2027 года · 2-е полугодие · 2027 жылдың 1-тоқсаны
    private SaidPeriod.Fixed? ReadPartOfYear(ref int at)
    {
        var next = at;
        var year = _years.ReadNamed(ref next);
        next = year is null ? at : next;
        var place = tokens[next].Find(Sense.Roman)?.Value;
        if (place is not null)
        {
            next++;
        }
        else
        {
            place = (int?)NumberGrammar.Read(tokens, ref next)?.Value;
        }

        next += tokens[next].Is('-') ? 1 : 0;
        var months = tokens[next].Is(Unit.Quarter) ? 3 : tokens[next].Is(Unit.HalfYear) ? 6 : 0;
        if (months == 0 || place is null || place < 1 || place > 12 / months)
        {
            return null;
        }

        next++;
        next += tokens[next].Is('.') ? 1 : 0;
        year ??= _years.ReadBehind(ref next);
        at = next;
        var from = new DateOnly(year ?? today.Year, ((place.Value - 1) * months) + 1, 1);
        from = year is null && from.AddMonths(months) <= today ? from.AddYears(1) : from;
        return Months(from, months);
    }

    private SaidPeriod.Fixed? ReadRelation(ref int at, bool isWhole)
    {
        var token = tokens[at];
        var relation = token.Is(Sense.Next) ? 1
            : token.Is(Sense.This) ? 0
            : token.Is(Sense.Last) || token.Is(Sense.Final) ? -1
            : (int?)null;
        if (relation is null && !isWhole && !token.Is(Sense.Weekend))
        {
            return null;
        }

        var next = at + (relation is null ? 0 : 1);
        next += tokens[next].Is('.') ? 1 : 0;
        if ((Whole(tokens[next], relation ?? 0) ?? (relation is null ? null : ReadDays(ref next, relation.Value)))
            is not { } period)
        {
            return null;
        }

        at = next + 1;
        at += tokens[next].Is(Sense.Weekend) && tokens[at].Is(Unit.Day) ? 1 : 0;
        return period;
    }

    // The week, month, quarter or year so many from this one.
    private SaidPeriod.Fixed? Whole(Token token, int relation)
    {
        if (token.Is(Sense.Weekend))
        {
            var saturday = _calendar.InWeek(relation, Saturday);
            return new SaidPeriod.Fixed(saturday, saturday.AddDays(1));
        }

        if (token.Is(Unit.Week) && !token.Is(Sense.Weekday))
        {
            var monday = _calendar.InWeek(relation, 1);
            return new SaidPeriod.Fixed(monday, monday.AddDays(Week - 1));
        }

        var month = new DateOnly(today.Year, today.Month, 1);
        return token.Is(Unit.Month) ? Months(month.AddMonths(relation), 1)
            : token.Is(Unit.Quarter) ? Months(month.AddMonths((relation * 3) - ((month.Month - 1) % 3)), 3)
            : token.Is(Unit.HalfYear) ? Months(month.AddMonths((relation * 6) - ((month.Month - 1) % 6)), 6)
            : token.Is(Unit.Year) ? Months(new DateOnly(today.Year + relation, 1, 1), 12)
            : null;
    }

    // ближайшие 3 дня · келесі екі апта · последние 7 дней; stays at its last token
    private SaidPeriod.Fixed? ReadDays(ref int at, int relation)
    {
        var next = at;
        if (_distances.ReadLength(ref next) is not { IsOfDays: true, IsWhole: true, Days: > 0 and < 3660 } length)
        {
            return null;
        }

        at = next - 1;
        return relation switch
        {
            0 => new SaidPeriod.Fixed(today, length.From(today).AddDays(-1)),
            > 0 => new SaidPeriod.Fixed(today.AddDays(1), length.From(today)),
            < 0 => new SaidPeriod.Fixed((length with { Halves = -length.Halves }).From(today).AddDays(1), today),
        };
    }

    private SaidPeriod.Fixed? ReadYear(ref int at)
    {
        if (NumericDates.IsYear(tokens[at]) && tokens.Count == 1)
        {
            return Months(new DateOnly((int)tokens[at++].Value, 1, 1), 12);
        }

        return _years.ReadNamed(ref at) is { } year ? Months(new DateOnly(year, 1, 1), 12) : null;
    }

    private static SaidPeriod.Fixed Months(DateOnly from, int count) => new(from, from.AddMonths(count).AddDays(-1));
}
