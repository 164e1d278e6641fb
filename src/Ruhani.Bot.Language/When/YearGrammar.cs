using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>Years beside a day or a month: 2027 · 2027 жылы · 27 г. · следующего года · биыл.</summary>
internal sealed class YearGrammar(TokenList tokens, DateOnly today)
{
    /// <summary>The day with the year that follows it, when one does.</summary>
    public SaidDay.Calendar Complete(SaidDay.Calendar day, ref int at)
    {
        if (day.Year is not null)
        {
            SkipWord(ref at);
            return day;
        }

        return ReadBehind(ref at) is { } year ? day with { Year = year } : day;
    }

    /// <summary>
    /// The year that follows a month's name, or the one in which the month's end is not past.
    /// </summary>
    public int YearOfMonth(int month, ref int at) => ReadBehind(ref at)
        ?? (DayCalendar.LastOf(today.Year, month) < today ? today.Year + 1 : today.Year);

    /// <summary>The year behind a day or a month, or null.</summary>
    public int? ReadBehind(ref int at)
    {
        var next = at + (tokens[at].Is(',') ? 1 : 0);
        if (NumericDates.IsYear(tokens[next]) && !tokens[next + 1].Is(':'))
        {
            at = next + 1;
            SkipWord(ref at);
            return (int)tokens[next].Value;
        }

        if (ReadNamed(ref next) is { } year)
        {
            at = next;
            return year;
        }

        return null;
    }

    /// <summary>A year that a word says is one: 2027 жылы, 27-го года, келесі жыл, биыл; or null.</summary>
    public int? ReadNamed(ref int at)
    {
        var token = tokens[at];
        var relation = token.Is(Sense.Next) ? 1 : token.Is(Sense.This) ? 0 : token.Is(Sense.Last) ? -1 : (int?)null;
        if (relation is { } years)
        {
            var isWhole = token.Is(Sense.This, (int)Unit.Year) || token.Is(Sense.Last, (int)Unit.Year);
            if (!isWhole && !tokens[at + 1].Is(Unit.Year))
            {
                return null;
            }

            at += isWhole ? 1 : 2;
            return today.Year + years;
        }

        var next = at;
        if (NumberGrammar.Read(tokens, ref next) is not { } number)
        {
            return null;
        }

        next += tokens[next].Is('-') ? 1 : 0;
        var value = number.Digits == 2 ? NumericDates.FullYear(token) : number.Value;
        if (!tokens[next].Is(Unit.Year) || tokens[next + 1].Is(Sense.Later) || tokens[next + 1].Is(Sense.Ago)
            || value is < DayCalendar.FirstYear or > DayCalendar.LastYear)
        {
            return null;
        }

        at = next;
        SkipWord(ref at);
        return (int)value;
    }

    private void SkipWord(ref int at)
    {
        if (tokens[at].Is(Unit.Year))
        {
            at++;
            at += tokens[at].Is('.') ? 1 : 0;
        }
    }
}
