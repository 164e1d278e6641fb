using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>Finds times among tokens.</summary>
internal sealed class TimeGrammar(TokenList tokens)
{
    private const int Minutes = 60;
    private const int Quarter = 15;
    private const int HalfHour = 30;
    private const int Noon = 12;
    private const int HoursOfClock = 12;

    private readonly DigitalTimes _digital = new(tokens);

    /// <summary>The time that begins at a token, or null. Moves behind it.</summary>
    /// <param name="at">The token.</param>
    /// <param name="isExpected">Whether a number with nothing to mark it as an hour is one.</param>
    public SaidTime? Read(ref int at, bool isExpected)
    {
        var next = at;
        var around = new Surroundings();
        while (around.Take(tokens, ref next, isBefore: true))
        {
        }

        if (ReadCore(ref next, isExpected || around.IsMarked) is not { } time)
        {
            return null;
        }

        var behind = next;
        while (around.Take(tokens, ref behind, isBefore: false))
        {
            next = behind;
        }

        at = next;
        return time with { Part = around.Part, IsAfternoon = around.IsAfternoon };
    }

    private SaidTime? ReadCore(ref int at, bool isMarked)
    {
        var token = tokens[at];
        if (token.Is(Sense.Noon) || token.Is(Sense.Midnight))
        {
            at++;
            return new SaidTime(token.Is(Sense.Noon) ? Noon : 0, 0);
        }

        if (token.Is(Sense.Middle) && tokens[at - 1].Is(Sense.Part, (int)DayPart.Night))
        {
            at++;
            return new SaidTime(0, 0);
        }

        if (token.Find(Sense.HalfHour) is { Value: var half })
        {
            at++;
            return Before(half, HalfHour);
        }

        return ReadOfNextHour(ref at) ?? ReadWithout(ref at) ?? ReadFromHour(ref at)
            ?? _digital.Read(ref at, isMarked) ?? ReadHour(ref at, isMarked) ?? ReadOneOClock(ref at);
    }

    // половина восьмого · четверть девятого · десять минут девятого
    private SaidTime? ReadOfNextHour(ref int at)
    {
        var next = at;
        long minutes;
        if (tokens[next].Is(Sense.HalfOf) || tokens[next].Is(Sense.QuarterOf))
        {
            minutes = tokens[next].Is(Sense.HalfOf) ? HalfHour : Quarter;
            next++;
        }
        else if (NumberGrammar.Read(tokens, ref next) is { Value: < Minutes } number && tokens[next].Is(Unit.Minute))
        {
            minutes = number.Value;
            next++;
        }
        else
        {
            return null;
        }

        if (NumberGrammar.Read(tokens, ref next) is not { IsOrdinal: true, Value: >= 1 and <= HoursOfClock } hour)
        {
            return null;
        }

        at = next;
        return Before(hour.Value, Minutes - minutes);
    }

    // без пяти восемь · без четверти три
    private SaidTime? ReadWithout(ref int at)
    {
        var next = at + 1;
        if (!tokens[at].Is(Sense.Without) || ReadMinutes(ref next) is not { } minutes
            || NumberGrammar.Read(tokens, ref next) is not { Value: >= 1 and <= 24 } hour)
        {
            return tokens[at].Is(Sense.Without) && ReadMinutes(ref next) is { } left && tokens[next].Is(Unit.Hour)
                ? Moved(ref at, next + 1, Before(1, left))
                : null;
        }

        return Moved(ref at, next, Before(hour.Value, minutes));
    }

    // сегізге он бес минут қалды · сегізден он минут өтті
    private SaidTime? ReadFromHour(ref int at)
    {
        var next = at;
        if (NumberGrammar.Read(tokens, ref next) is not
            { Case: KazakhCase.To or KazakhCase.From, Value: >= 1 and <= 24, IsOrdinal: false } hour
            || ReadMinutes(ref next) is not { } minutes)
        {
            return null;
        }

        var isBefore = tokens[next].Is(Sense.Remaining);
        if (hour.Case == KazakhCase.To ? !isBefore : !tokens[next].Is(Sense.Gone))
        {
            return null;
        }

        return Moved(ref at, next + 1, isBefore ? Before(hour.Value, minutes) : new SaidTime(hour.Value, minutes));
    }

    // пятнадцать ноль ноль · девять тридцать · 15 часов 30 минут · тоғыз жарым · кешкі жетіде
    private SaidTime? ReadHour(ref int at, bool isMarked)
    {
        var next = at;
        if (NumberGrammar.Read(tokens, ref next) is not { IsOrdinal: false, Digits: <= 2 } hour || hour.Value > 99)
        {
            return null;
        }

        var isHour = tokens[next].Is(Unit.Hour);
        next += isHour ? 1 : 0;
        next += isHour && tokens[next].Is('.') ? 1 : 0;
        if (tokens[next].Is(Sense.AndHalf))
        {
            return Moved(ref at, next + 1, new SaidTime(hour.Value, HalfHour));
        }

        // A number in words may be said on: ноль пять, тридцать.
        var minute = next;
        if (hour.Case == KazakhCase.Plain && (hour.Digits == 0 || isHour) && hour.Value < 24)
        {
            minute += tokens[minute].Is(Sense.Cardinal, 0) ? 1 : 0;
            if (NumberGrammar.Read(tokens, ref minute) is { IsOrdinal: false, Value: < Minutes, Digits: <= 2 } minutes
                && !IsDate(minute))
            {
                minute += tokens[minute].Is(Unit.Minute) ? 1 : 0;
                return Moved(ref at, minute, new SaidTime(hour.Value, minutes.Value));
            }

            if (tokens[minute - 1].Is(Sense.Cardinal, 0) && minute > next)
            {
                next = minute;
            }
        }

        var isPart = tokens[next].Is(Sense.Part) || (tokens[next].Is(Sense.Midday) && tokens[next + 1].Is(Sense.Later));
        return (isMarked || isHour || isPart) && !IsDate(next) && !tokens[next].Is('-')
            ? Moved(ref at, next, new SaidTime(hour.Value, 0))
            : null;
    }

    // в час · час дня
    private SaidTime? ReadOneOClock(ref int at) => tokens[at].Text == "час"
        && (tokens[at - 1].Is(Sense.At) || tokens[at + 1].Is(Sense.Part))
        ? Moved(ref at, at + 1, new SaidTime(1, 0))
        : null;

    private long? ReadMinutes(ref int at)
    {
        if (tokens[at].Is(Sense.QuarterOf))
        {
            at++;
            return Quarter;
        }

        var next = at;
        if (NumberGrammar.Read(tokens, ref next) is not { Value: >= 1 and < Minutes } minutes)
        {
            return null;
        }

        at = next + (tokens[next].Is(Unit.Minute) ? 1 : 0);
        return minutes.Value;
    }

    // «в 25 мая», «в 3 дня назад»: a day's number or a count of something else than hours.
    private bool IsDate(int at) => tokens[at].Is(Sense.Month) || tokens[at].Is(Sense.MonthShort)
        || tokens[at].Is(Sense.DayNumber) || tokens[at].Is(Unit.Year)
        || (tokens[at].Is(Sense.Unit) && !tokens[at].Is(Sense.Part) && !tokens[at].Is(Unit.Hour)
            && !tokens[at].Is(Unit.Minute) && !tokens[at].Is(Sense.Weekday));

    private static SaidTime Before(long hour, long minutes) =>
        new(hour == 1 ? HoursOfClock : hour - 1, Minutes - minutes);

    private static SaidTime Moved(ref int at, int next, SaidTime time)
    {
        at = next;
        return time;
    }

    // What stands around an hour and tells its part of the day, or that it is one.
    private sealed class Surroundings
    {
        public DayPart? Part { get; private set; }

        public bool IsAfternoon { get; private set; }

        public bool IsMarked { get; private set; }

        public bool Take(TokenList tokens, ref int at, bool isBefore)
        {
            var start = at + (tokens[at].Is(',') ? 1 : 0);
            var token = tokens[start];
            var length = 1;
            if ((token.Is(Sense.Midday) && tokens[start + 1].Is(Sense.Later))
                || (token.Is(Sense.After) && tokens[start + 1].Is(Sense.Midday)))
            {
                (IsAfternoon, length) = (true, 2);
            }
            else if ((token.Is(Sense.Midday) && tokens[start + 1].Is(Sense.Until))
                || (token.Is(Sense.Until) && tokens[start + 1].Is(Sense.Midday)))
            {
                (Part, length) = (DayPart.Morning, 2);
            }
            else if (token.Find(Sense.Part) is { } part)
            {
                Part ??= (DayPart)part.Value;
            }
            else if (!isBefore || !(token.Is(Sense.At) || token.Is(Sense.Since) || token.Is(Sense.Until)
                || (token.Is(Unit.Hour) && token.Text != "час") || token.Is(Sense.Filler)))
            {
                return false;
            }
            else if (token.Is(Sense.Filler))
            {
                at = start + 1;
                return true;
            }

            // «С 5 по 7 июня»: from and to mark days as well.
            IsMarked |= !(token.Is(Sense.Since) || token.Is(Sense.Until)) || length == 2;
            at = start + length;
            return true;
        }
    }
}
