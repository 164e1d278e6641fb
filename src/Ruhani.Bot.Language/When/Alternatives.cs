using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>Days with «or» between them: 25 или 26 мая, жұма немесе сенбі.</summary>
internal static class Alternatives
{
    private const int Most = 4;

    /// <summary>The parts between the words for «or»; the whole when there is none.</summary>
    public static IReadOnlyList<TokenList> Split(TokenList tokens)
    {
        var parts = new List<TokenList>();
        var start = 0;
        for (var at = 0; at <= tokens.Count; at++)
        {
            if (at == tokens.Count || (at > 0 && parts.Count < Most && IsOr(tokens[at])))
            {
                parts.Add(tokens.Slice(start, at));
                start = at + 1;
            }
        }

        return parts;
    }

    /// <summary>What the days are together; a day's number alone takes its month from a neighbour.</summary>
    public static DateReading Resolve(List<SaidDay> days, DayCalendar calendar)
    {
        for (var i = days.Count - 2; i >= 0; i--)
        {
            if (days[i] is SaidDay.Calendar { Month: null } bare && days[i + 1] is SaidDay.Calendar full)
            {
                days[i] = bare with { Month = full.Month, Year = full.Year };
            }
        }

        for (var i = 1; i < days.Count; i++)
        {
            if (days[i] is SaidDay.Calendar { Month: null } bare && days[i - 1] is SaidDay.Calendar full)
            {
                days[i] = bare with { Month = full.Month, Year = full.Year };
            }
        }

        var readings = days.ConvertAll(calendar.Resolve);
        if (readings.Count == 1)
        {
            return readings[0];
        }

        if (readings.Find(reading => reading is not (DateReading.Found or DateReading.Ambiguous)) is { } none)
        {
            return none;
        }

        var dates = readings.SelectMany(Dates).Distinct().ToList();
        return dates.Count == 1 ? new DateReading.Found(dates[0]) : new DateReading.Ambiguous(dates);
    }

    /// <summary>The days a reading may mean.</summary>
    public static IReadOnlyList<DateOnly> Dates(DateReading reading) => reading switch
    {
        DateReading.Found { Date: var date } => [date],
        DateReading.Ambiguous { Dates: var dates } => dates,
        _ => [],
    };

    // Kazakh «не» is «or» between two days.
    private static bool IsOr(Token token) => token.Is(Sense.Or) || token.Text == "не";
}
