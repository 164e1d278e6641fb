using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Reads the period somebody answers with, typed as <see cref="DateReader"/> has it. Accepted are:
/// <list type="bullet">
/// <item>25–27 мамыр · 25.05-27.05.2027 · с 1 по 10 июня · маусымның 1-інен 10-ына дейін · 1 мен 10 маусым аралығында ·
/// дүйсенбіден жұмаға дейін;</item>
/// <item>весь май · мамыр–маусым · келесі апта · эти выходные · III тоқсан · второе полугодие · 2027 жыл · ближайшие
/// 3 дня;</item>
/// <item>с 1 июня на 10 дней · 1 маусымнан бастап екі апта;</item>
/// <item>one day, whose period begins and ends on it; 25 и 26 мая, which follow each other.</item>
/// </list>
/// A period without a year is the nearest that has not ended, so it may have begun already.
/// </summary>
public static class PeriodReader
{
    private const int MostOtherWords = 4;

    /// <summary>Reads an answer.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">The day it was typed on, in Kazakhstan.</param>
    public static PeriodReading Read(string text, DateOnly today)
    {
        var tokens = WhenWords.Lexer.Read(text);
        var readings = Alternatives.Split(tokens).Select(part => ReadOne(part, today)).ToList();
        if (readings.Count == 1)
        {
            return readings[0] is PeriodReading.NotAPeriod ? OfDay(tokens, today) : readings[0];
        }

        var periods = readings.SelectMany(Periods).Distinct().ToList();
        return readings.Exists(reading => Periods(reading).Count == 0) ? OfDay(tokens, today)
            : periods.Count == 1 ? new PeriodReading.Found(periods[0].From, periods[0].To)
            : new PeriodReading.Ambiguous(periods);
    }

    private static PeriodReading ReadOne(TokenList tokens, DateOnly today)
    {
        var (ranges, names) = (new PeriodRanges(tokens, today), new NamedPeriods(tokens, today));
        var times = new TimeGrammar(tokens);
        var days = new DayGrammar(tokens, today);
        SaidPeriod? found = null;
        var others = 0;
        for (var at = 0; at < tokens.Count;)
        {
            var token = tokens[at];
            if (token.Is('?') || token.Is(Sense.Not) || tokens.Asks(at) || token.Is(Sense.After))
            {
                return new PeriodReading.NotAPeriod();
            }

            if (token.Is(Unit.Hour) && times.Read(ref at, isExpected: true) is not null)
            {
                continue;
            }

            var day = at;
            var isDay = days.Read(ref day) is not null;
            if (ranges.Read(ref at) is { } range)
            {
                if (found is not null)
                {
                    return new PeriodReading.NotAPeriod();
                }

                found = range;
            }
            else if (found is null && !isDay && names.Read(ref at) is { } named)
            {
                found = named;
            }
            else if (found is null || times.Read(ref at, isExpected: false) is null)
            {
                if (isDay || token.IsNumber)
                {
                    return new PeriodReading.NotAPeriod();
                }

                others += token.IsUnknown ? 1 : 0;
                at++;
            }
        }

        return found is null || others > (found.IsWeak ? 0 : MostOtherWords)
            ? new PeriodReading.NotAPeriod()
            : new PeriodCalendar(today).Resolve(found);
    }

    // One day, two that follow each other, or one end of a period.
    private static PeriodReading OfDay(TokenList tokens, DateOnly today)
    {
        if (AdjacentDays(tokens, today) is { } adjacent)
        {
            return adjacent;
        }

        // «In the end of May», «in the beginning»: neither a day nor a period anybody could name.
        var isVague = tokens.CountOf(token => token.Is(Sense.End) || token.Is(Sense.Begin)) > 0;
        var isBeginning = tokens.CountOf(IsBeginning) > 0;
        var isEnd = tokens.CountOf(token => token.Is(Sense.Until)) > 0;
        var isOneDay = tokens[0].Is(Sense.Cardinal, 1) && tokens[1].Is(Unit.Day);
        return DateReader.Read(isOneDay ? tokens.Slice(2, tokens.Count) : tokens, today) switch
        {
            DateReading.Found { Date: var day } when isBeginning => new PeriodReading.MissingEnd(day),
            DateReading.Found { Date: var day } when isEnd => new PeriodReading.MissingBeginning(day),
            DateReading.Found { Date: var day } when !isVague => new PeriodReading.Found(day, day),
            DateReading.Ambiguous { Dates: var days } when !isBeginning && !isEnd && !isVague =>
                new PeriodReading.Ambiguous([.. days.Select(day => (day, day))]),
            DateReading.Invalid why => new PeriodReading.Invalid(why),
            _ => new PeriodReading.NotAPeriod(),
        };
    }

    // 25 и 26 мая
    private static PeriodReading.Found? AdjacentDays(TokenList tokens, DateOnly today)
    {
        for (var at = 1; at < tokens.Count - 1; at++)
        {
            if (!tokens[at].Is(Sense.And))
            {
                continue;
            }

            var next = 0;
            next += tokens[next].Is(Sense.At) ? 1 : 0;
            var ends = new PeriodEnds(tokens, today);
            if (ends.Read(ref next, out _) is not { } first || next != at)
            {
                return null;
            }

            next++;
            next += tokens[next].Is(Sense.At) ? 1 : 0;
            return ends.Read(ref next, out var isBare) is { } second && !isBare && next == tokens.Count
                && new PeriodCalendar(today).Resolve(new SaidPeriod.Between(first, second))
                    is PeriodReading.Found found && found.To == found.From.AddDays(1)
                ? found
                : null;
        }

        return null;
    }

    private static bool IsBeginning(Token token) => token.Is(Sense.Since)
        || token.Find(Sense.Month)?.Case == KazakhCase.From
        || token.Find(Sense.Weekday)?.Case == KazakhCase.From
        || token.Find(Sense.DayWord)?.Case == KazakhCase.From
        || token.Ending?.Case == KazakhCase.From;

    private static IReadOnlyList<(DateOnly From, DateOnly To)> Periods(PeriodReading reading) => reading switch
    {
        PeriodReading.Found found => [(found.From, found.To)],
        PeriodReading.Ambiguous { Periods: var periods } => periods,
        _ => [],
    };
}
