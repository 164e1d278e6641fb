using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Finds periods said by their ends: 25–27 мая · с 1 по 10 июня · маусымның 1-інен 10-ына дейін · 1 мен 10 маусым
/// аралығында · май–июнь · с 1 июня на 10 дней · 1 маусымнан бастап 10 күн.
/// </summary>
internal sealed class PeriodRanges(TokenList tokens, DateOnly today)
{
    private readonly PeriodEnds _ends = new(tokens, today);
    private readonly YearGrammar _years = new(tokens, today);
    private readonly Distances _distances = new(tokens);

    /// <summary>The period that begins at a token, or null. Moves behind it.</summary>
    public SaidPeriod? Read(ref int at)
    {
        var next = at;
        if (ReadLength(ref next, isSaidFirst: true) is { } length && Skip(ref next, Sense.Since)
            && _ends.Read(ref next, out _) is { } beginning)
        {
            at = next;
            return new SaidPeriod.Long(beginning, length);
        }

        next = at;
        var year = _years.ReadNamed(ref next);
        next = year is null || tokens[next].Is('-') ? at : next;
        year = next == at ? null : year;
        var isBetween = Skip(ref next, Sense.Between);
        var isSince = Skip(ref next, Sense.Since);
        if (_ends.Read(ref next, out var isBare) is not { } from)
        {
            return null;
        }

        isSince |= tokens[next - 1].Find(Sense.Month)?.Case == KazakhCase.From
            || tokens[next - 1].Find(Sense.Weekday)?.Case == KazakhCase.From
            || tokens[next - 1].Ending?.Case == KazakhCase.From;
        isSince |= Skip(ref next, Sense.Since);
        if (ReadTo(ref next, isSince, isBetween, out var isBareToo) is not { } to)
        {
            return ReadLasting(ref at, next, from, isSince);
        }

        year ??= from.Day is SaidDay.Calendar { Year: null } && to.Day is SaidDay.Calendar { Year: null }
            ? _years.ReadBehind(ref next)
            : null;
        at = next;
        return new SaidPeriod.Between(InYear(from, year), to) { IsWeak = isBare && isBareToo };
    }

    private SaidEnd? ReadTo(ref int at, bool isSince, bool isBetween, out bool isBare)
    {
        var next = at + (tokens[at].Is(',') ? 1 : 0);
        var isDash = false;
        while (tokens[next].Is('-'))
        {
            (isDash, next) = (true, next + 1);
        }

        var isUntil = Skip(ref next, Sense.Until);
        var isAnd = !isUntil && Skip(ref next, Sense.And);
        if (_ends.Read(ref next, out isBare) is not { } to)
        {
            return null;
        }

        isUntil |= Skip(ref next, Sense.Until);
        isBetween |= Skip(ref next, Sense.Between);
        if (!isUntil && !(isAnd && isBetween) && !(isDash && !isAnd) && !(isSince && isBetween))
        {
            return null;
        }

        at = next;
        return to;
    }

    // с 1 июня на 10 дней · 1 маусымнан бастап 10 күн
    private SaidPeriod.Long? ReadLasting(ref int at, int next, SaidEnd from, bool isSince)
    {
        var isFor = Skip(ref next, Sense.At);
        if ((!isSince && !isFor) || ReadLength(ref next, isSaidFirst: false) is not { } length)
        {
            return null;
        }

        at = next;
        return new SaidPeriod.Long(from, length);
    }

    private Distance? ReadLength(ref int at, bool isSaidFirst)
    {
        var next = at;
        if (_distances.ReadLength(ref next) is not { IsOfDays: true, IsWhole: true, Days: > 0 and < 3660 } length
            || (isSaidFirst && !tokens[next].Is(Sense.Since)))
        {
            return null;
        }

        at = next;
        return length;
    }

    private bool Skip(ref int at, Sense sense)
    {
        var isThere = tokens[at].Is(sense);
        at += isThere ? 1 : 0;
        return isThere;
    }

    private static SaidEnd InYear(SaidEnd end, int? year) =>
        year is not null && end.Day is SaidDay.Calendar { Year: null } day
            ? end with { Day = day with { Year = year } }
            : end;
}
