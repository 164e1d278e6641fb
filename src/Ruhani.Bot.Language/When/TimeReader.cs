using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Reads the time of day somebody answers with, typed as <see cref="DateReader"/> has it. Accepted are:
/// <list type="bullet">
/// <item>15:00 · 15.00 · 15-30 · 15 00 · 1500 · 15ч30 · 15 часов 30 минут · сағат 15-те · в 10 · 10;</item>
/// <item>кешкі 7 · таңғы 9 жарым · сағат 3-те түстен кейін · 3 часа дня · в 10 утра · в час дня · 12 ночи;</item>
/// <item>половина восьмого · полвосьмого · четверть девятого · без четверти восемь · девять тридцать · сегізге он минут
/// қалды · сегізден бес минут өтті;</item>
/// <item>талтүс, түсте, в полдень, в полночь (0:00).</item>
/// </list>
/// An hour from 1 to 7 without its part of the day is one of two, unless it is written by 24 as 07:30. Of a span
/// («10:00–12:00», «с 10 до 12») it is the beginning.
/// </summary>
public static class TimeReader
{
    private const int MostOtherWords = 3;

    /// <summary>Reads an answer.</summary>
    public static TimeReading Read(string text)
    {
        var readings = Alternatives.Split(WhenWords.Lexer.Read(text)).Select(ReadOne).ToList();
        if (readings.Count == 1)
        {
            return readings[0];
        }

        if (readings.Find(reading => reading is not (TimeReading.Found or TimeReading.Ambiguous)) is { } none)
        {
            return none;
        }

        var times = readings.SelectMany(Times).Distinct().ToList();
        return times.Count == 1 ? new TimeReading.Found(times[0]) : new TimeReading.Ambiguous(times);
    }

    /// <summary>The times a reading may mean.</summary>
    internal static IReadOnlyList<TimeOnly> Times(TimeReading reading) => reading switch
    {
        TimeReading.Found { Time: var time } => [time],
        TimeReading.Ambiguous { Times: var times } => times,
        _ => [],
    };

    private static TimeReading ReadOne(TokenList tokens)
    {
        var grammar = new TimeGrammar(tokens);

        // With a word beside it that is none of ours a number may count anything.
        var others = tokens.CountOf(token => token.IsUnknown);
        SaidTime? found = null;
        for (var at = 0; at < tokens.Count;)
        {
            var token = tokens[at];
            if (token.Is('?') || tokens.Asks(at) || token.Is(Sense.Not))
            {
                return new TimeReading.NotATime();
            }

            var start = at;
            if (grammar.Read(ref at, isExpected: others == 0) is { } time)
            {
                if (found is not null && !TimeSpans.IsEnd(tokens, start))
                {
                    return new TimeReading.NotATime();
                }

                found ??= time;
                continue;
            }

            if (token.IsNumber || token.Is(Sense.Month) || token.Is(Unit.Day))
            {
                return new TimeReading.NotATime();
            }

            at++;
        }

        return found is null || others > MostOtherWords ? new TimeReading.NotATime() : found.Resolve();
    }
}
