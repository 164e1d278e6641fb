using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Days said by their distance from today (через две недели, екі аптадан кейін, 3 күн бұрын), by their place in a
/// week, month or year that is (келесі сейсенбі, айдың 25-і, конец месяца), and weekdays of a month (последняя пятница
/// мая).
/// </summary>
internal sealed class RelativeDays(TokenList tokens, DateOnly today, YearGrammar years)
{
    /// <summary>Counts weekdays from the end of their month.</summary>
    public const int LastOne = -1;

    private const int Friday = 5;
    private const int Sunday = 7;
    private const int Week = 7;

    private readonly DayCalendar _calendar = new(today);
    private readonly Distances _distances = new(tokens);

    /// <summary>The day that begins at a token, or null. Moves behind it.</summary>
    public SaidDay? Read(ref int at) =>
        ReadDistance(ref at) ?? ReadEndOf(ref at) ?? ReadFinal(ref at) ?? ReadRelation(ref at) ?? ReadUnit(ref at);

    /// <summary>The week said by its relation to this one, as weeks from now: на следующей неделе.</summary>
    public int? ReadWeek(ref int at)
    {
        var next = at + (tokens[at].Is(Sense.At) ? 1 : 0);
        if (Relation(tokens[next]) is not { } weeks || !tokens[next + 1].Is(Unit.Week)
            || tokens[next + 1].Is(Sense.Weekday))
        {
            return null;
        }

        at = next + 2;
        return weeks;
    }

    /// <summary>A month said by its relation to this one, with its year: следующего месяца.</summary>
    public (int Year, int Month)? ReadMonthOf(ref int at)
    {
        if (Relation(tokens[at]) is not { } months || !tokens[at + 1].Is(Unit.Month))
        {
            return null;
        }

        at += 2;
        var month = today.AddMonths(months);
        return (month.Year, month.Month);
    }

    /// <summary>
    /// <c>соңы</c>, <c>соңғы күні</c>, <c>соңғы жұмасы</c> behind what ends; the weekday when one is named.
    /// </summary>
    public bool ReadEnd(ref int at, out int? weekday)
    {
        weekday = null;
        if (tokens[at].Is(Sense.Final) && (tokens[at + 1].Is(Unit.Day) || tokens[at + 1].Is(Sense.Weekday)))
        {
            weekday = tokens[at + 1].Find(Sense.Weekday)?.Value;
            at += 2;
            return true;
        }

        if (!tokens[at].Is(Sense.End))
        {
            return false;
        }

        at++;
        return true;
    }

    /// <summary>A weekday of the month that follows: (первая суббота) июня, (последняя пятница) месяца.</summary>
    public SaidDay? WeekdayOfMonth(int nth, int weekday, ref int at)
    {
        if (tokens[at].Find(Sense.Month) is { Value: var month })
        {
            at++;
            return WeekdayOf(years.YearOfMonth(month, ref at), month, nth, weekday);
        }

        if (ReadMonthOf(ref at) is var (year, named))
        {
            return WeekdayOf(year, named, nth, weekday);
        }

        if (tokens[at].Is(Unit.Month))
        {
            at++;
            return WeekdayOf(today.Year, today.Month, nth, weekday);
        }

        return null;
    }

    /// <summary>The nth such weekday of a month, or none when the month has only four.</summary>
    public static SaidDay.Fixed? WeekdayOf(int year, int month, int nth, int weekday)
    {
        var date = nth == LastOne
            ? DayCalendar.OnOrAfter(DayCalendar.LastOf(year, month).AddDays(1 - Week), weekday)
            : DayCalendar.OnOrAfter(new DateOnly(year, month, 1), weekday).AddDays((nth - 1) * Week);
        return date.Month == month ? new SaidDay.Fixed(date) : null;
    }

    private SaidDay.Fixed? ReadDistance(ref int at)
    {
        var next = at;
        if (_distances.Read(ref next) is not { IsOfDays: true } distance)
        {
            return null;
        }

        at = next;
        var date = distance.From(today);
        var weekday = next + (tokens[next].Is(',') ? 1 : 0);
        weekday += tokens[weekday].Is(Sense.At) ? 1 : 0;
        if (distance.Unit == Unit.Week && tokens[weekday].Find(Sense.Weekday) is { Value: var named })
        {
            at = weekday + 1;
            date = new DayCalendar(date).InWeek(0, named);
        }

        return new SaidDay.Fixed(date);
    }

    // конец месяца · конец следующего года · конец мая 2027
    private SaidDay? ReadEndOf(ref int at)
    {
        if (!tokens[at].Is(Sense.End))
        {
            return null;
        }

        var next = at + 1;
        if (tokens[next].Find(Sense.Month) is { Value: var month })
        {
            at = next + 1;
            return new SaidDay.Fixed(DayCalendar.LastOf(years.YearOfMonth(month, ref at), month));
        }

        if (years.ReadNamed(ref next) is { } year)
        {
            at = next;
            return new SaidDay.Fixed(new DateOnly(year, 12, 31));
        }

        var relation = Relation(tokens[next]) ?? 0;
        next += Relation(tokens[next]) is null ? 0 : 1;
        if (EndOf(tokens[next], relation) is not { } day)
        {
            return null;
        }

        at = next + 1;
        return day;
    }

    // последний день мая · последнее число месяца · последняя пятница июня
    private SaidDay? ReadFinal(ref int at)
    {
        var next = at;
        if (!ReadEnd(ref next, out var weekday))
        {
            if (!tokens[at].Is(Sense.Final) || !tokens[at + 1].Is(Sense.DayNumber))
            {
                return null;
            }

            next = at + 2;
        }

        if (weekday is { } named)
        {
            var day = WeekdayOfMonth(LastOne, named, ref next);
            at = day is null ? at : next;
            return day;
        }

        if (tokens[next].Find(Sense.Month) is { Value: var month })
        {
            at = next + 1;
            return new SaidDay.Fixed(DayCalendar.LastOf(years.YearOfMonth(month, ref at), month));
        }

        var relation = Relation(tokens[next]) ?? 0;
        next += Relation(tokens[next]) is null ? 0 : 1;
        if (EndOf(tokens[next], relation) is not SaidDay.Fixed end)
        {
            return null;
        }

        at = next + 1;
        return end;
    }

    // келесі сейсенбі · эту среду · келесі аптаның жұмасы · келесі айдың 5-і · осы айдың соңы
    private SaidDay? ReadRelation(ref int at)
    {
        if (Relation(tokens[at]) is not { } relation)
        {
            return null;
        }

        var next = at + 1;
        if (tokens[next].Find(Sense.Weekday) is { Value: var weekday })
        {
            at = next + 1;
            return new SaidDay.Fixed(relation switch
            {
                > 0 => _calendar.InWeek(1, weekday),
                0 => DayCalendar.OnOrAfter(today, weekday),
                < 0 => DayCalendar.OnOrAfter(today.AddDays(-Week), weekday),
            });
        }

        if (tokens[next].Is(Unit.Week))
        {
            var day = next + 1;
            day += tokens[day].Is(',') ? 1 : 0;
            day += tokens[day].Is(Sense.At) ? 1 : 0;
            if (tokens[day].Find(Sense.Weekday) is { Value: var ofWeek })
            {
                at = day + 1;
                return new SaidDay.Fixed(_calendar.InWeek(relation, ofWeek));
            }
        }

        return ReadOfUnit(ref at, next, relation);
    }

    // айдың 25-і · айдың соңы · жылдың аяғы
    private SaidDay? ReadUnit(ref int at) => ReadOfUnit(ref at, at, relation: 0, isBare: true);

    private SaidDay? ReadOfUnit(ref int at, int unit, int relation, bool isBare = false)
    {
        var next = unit + 1;
        if (tokens[unit].Find(Sense.Unit) is null)
        {
            return null;
        }

        if (ReadEnd(ref next, out var weekday))
        {
            var month = today.AddMonths(relation);
            var day = weekday is null ? EndOf(tokens[unit], relation)
                : tokens[unit].Is(Unit.Month) ? WeekdayOf(month.Year, month.Month, LastOne, weekday.Value)
                : null;
            at = day is null ? at : next;
            return day;
        }

        if (!tokens[unit].Is(Unit.Month) || NumberGrammar.Read(tokens, ref next) is not { Digits: <= 2 } number
            || (isBare && tokens[unit].Find(Sense.Unit)!.Value.Case != KazakhCase.Of))
        {
            return null;
        }

        at = next;
        var named = today.AddMonths(relation);
        return isBare
            ? new SaidDay.Calendar(number.Value)
            : new SaidDay.Calendar(number.Value, named.Month, named.Year);
    }

    // The end of a week is its Friday to some and its Sunday to others.
    private SaidDay? EndOf(Token unit, int relation)
    {
        var month = today.AddMonths(relation);
        var quarter = today.AddMonths(relation * 3);
        return unit.Is(Unit.Week) && !unit.Is(Sense.Weekday) ? new SaidDay.OneOf(
                [.. ((int[])[Friday, Sunday]).Select(day => _calendar.InWeek(relation, day))
                    .Where(day => relation != 0 || day >= today)])
            : unit.Is(Unit.Month) ? new SaidDay.Fixed(DayCalendar.LastOf(month.Year, month.Month))
            : unit.Is(Unit.Quarter)
                ? new SaidDay.Fixed(DayCalendar.LastOf(quarter.Year, ((quarter.Month + 2) / 3) * 3))
            : unit.Is(Unit.Year) ? new SaidDay.Fixed(new DateOnly(today.Year + relation, 12, 31))
            : null;
    }

    private static int? Relation(Token token) =>
        token.Is(Sense.Next) ? 1 : token.Is(Sense.This) ? 0 : token.Is(Sense.Last) ? -1 : null;
}
