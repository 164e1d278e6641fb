using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Distances from now: через две недели · через полгода · екі аптадан кейін · жарты сағаттан соң · 3 күн бұрын · месяц
/// назад.
/// </summary>
internal sealed class Distances(TokenList tokens)
{
    // Ten years; further ones are slips of the finger.
    private const int MostDays = 3660;

    /// <summary>The distance that begins at a token, or null. Moves behind it.</summary>
    public Distance? Read(ref int at)
    {
        var next = at;
        var isAhead = tokens[next].Is(Sense.In);
        next += isAhead ? 1 : 0;
        while (isAhead && tokens[next].Is(Sense.Filler))
        {
            next++;
        }

        if (ReadLength(ref next) is not { } distance)
        {
            return null;
        }

        if (!isAhead)
        {
            var sign = tokens[next].Is(Sense.Later) ? 1 : tokens[next].Is(Sense.Ago) ? -1 : 0;
            if (sign == 0)
            {
                return null;
            }

            next++;
            distance = distance with { Halves = distance.Halves * sign };
        }

        if (Math.Abs(distance.Halves) > MostDays * 2 || Math.Abs(distance.Days) > MostDays
            || (distance.IsOfDays && !distance.IsWhole))
        {
            return null;
        }

        at = next;
        return distance;
    }

    /// <summary>A length of time: две недели · бір апта · полгода · бір жарым ай · неделя.</summary>
    public Distance? ReadLength(ref int at)
    {
        var next = at;
        if (tokens[next].Find(Sense.HalfUnit) is { } half)
        {
            at = next + 1;
            return new Distance(1, (Unit)half.Value);
        }

        long halves = 2;
        if (tokens[next].Is(Sense.OneAndHalf))
        {
            (halves, next) = (3, next + 1);
        }
        else if (tokens[next].Is(Sense.HalfOf))
        {
            (halves, next) = (1, next + 1);
        }
        else if (NumberGrammar.Read(tokens, ref next) is { IsOrdinal: false } number)
        {
            halves = Math.Min(number.Value, int.MaxValue) * 2;
            if (tokens[next].Is(Sense.AndHalf))
            {
                (halves, next) = (halves + 1, next + 1);
            }
        }

        if (tokens[next].Find(Sense.Unit) is not { } unit)
        {
            return null;
        }

        at = next + 1;
        return new Distance(halves, (Unit)unit.Value);
    }
}

/// <summary>A length of time, with its sign.</summary>
/// <param name="Halves">Half units.</param>
/// <param name="Unit">The unit.</param>
internal sealed record Distance(long Halves, Unit Unit)
{
    private const int Week = 7;

    /// <summary>Whether it is whole days, so that it leads from a day to a day.</summary>
    public bool IsOfDays => Unit is not (Unit.Minute or Unit.Hour);

    /// <summary>Whether it comes out even in days.</summary>
    public bool IsWhole => Unit switch
    {
        Unit.Quarter or Unit.HalfYear or Unit.Year => true,
        _ => Halves % 2 == 0,
    };

    /// <summary>About how many days.</summary>
    public long Days => Halves / 2 * Unit switch
    {
        Unit.Minute or Unit.Hour => 0,
        Unit.Day => 1,
        Unit.Week => Week,
        Unit.Month => 31,
        Unit.Quarter => 92,
        Unit.HalfYear => 183,
        _ => 366,
    };

    /// <summary>How many minutes, of minutes and hours.</summary>
    public long Minutes => Unit == Unit.Hour ? Halves * 30 : Halves / 2;

    /// <summary>The day so far from another.</summary>
    public DateOnly From(DateOnly day) => Unit switch
    {
        Unit.Day => day.AddDays((int)(Halves / 2)),
        Unit.Week => day.AddDays((int)(Halves / 2 * Week)),
        Unit.Month => day.AddMonths((int)(Halves / 2)),
        Unit.Quarter => day.AddMonths((int)(Halves * 3 / 2)),
        Unit.HalfYear => day.AddMonths((int)(Halves * 3)),
        Unit.Year => day.AddMonths((int)(Halves * 6)),
        _ => day,
    };
}
