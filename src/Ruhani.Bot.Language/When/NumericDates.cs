using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Dates in digits, the day first: 25.05 · 25.05.2027 · 25/05/27 · 25-05-2027 · 25 05 2027 · 25052027; and 2027-05-25.
/// </summary>
internal static class NumericDates
{
    /// <summary>The date that begins at a token, or null. Moves behind it.</summary>
    public static SaidDay.Calendar? Read(TokenList tokens, ref int at)
    {
        if (!tokens[at].IsNumber || tokens[at].Ending is not null)
        {
            return null;
        }

        return ReadWhole(tokens, ref at) ?? ReadYearFirst(tokens, ref at) ?? ReadDayFirst(tokens, ref at)
            ?? ReadSpaced(tokens, ref at);
    }

    private static SaidDay.Calendar? ReadWhole(TokenList tokens, ref int at)
    {
        var token = tokens[at];
        if (token.Text.Length != 8 || !IsYear(token.Value % 10_000))
        {
            return null;
        }

        at++;
        return new SaidDay.Calendar(token.Value / 1_000_000, token.Value / 10_000 % 100, token.Value % 10_000);
    }

    private static SaidDay.Calendar? ReadYearFirst(TokenList tokens, ref int at)
    {
        if (!IsYear(tokens[at]) || Separator(tokens, at + 1) is not { } mark || Separator(tokens, at + 3) != mark
            || !IsPair(tokens[at + 2]) || !IsPair(tokens[at + 4]))
        {
            return null;
        }

        var date = new SaidDay.Calendar(tokens[at + 4].Value, tokens[at + 2].Value, tokens[at].Value);
        at += 5;
        return date;
    }

    private static SaidDay.Calendar? ReadDayFirst(TokenList tokens, ref int at)
    {
        if (!IsPair(tokens[at]) || Separator(tokens, at + 1) is not { } mark || !IsPair(tokens[at + 2]))
        {
            return null;
        }

        var year = tokens[at + 4];
        if (Separator(tokens, at + 3) == mark && year.IsNumber
            && (year.Text.Length == 4 || (year.Text.Length == 2 && !year.IsSpaced)))
        {
            var date = new SaidDay.Calendar(tokens[at].Value, tokens[at + 2].Value, FullYear(year));
            at += 5;
            return date;
        }

        if (IsMonth(tokens[at + 3]) || tokens[at + 3].Is(':') || (mark == '-' && !IsPadded(tokens, at)))
        {
            return null;
        }

        var day = new SaidDay.Calendar(tokens[at].Value, tokens[at + 2].Value);
        at += 3;
        at += tokens[at].Is('.') ? 1 : 0;
        return day;
    }

    private static SaidDay.Calendar? ReadSpaced(TokenList tokens, ref int at)
    {
        if (!IsPair(tokens[at]) || !IsPair(tokens[at + 1]) || !IsYear(tokens[at + 2]))
        {
            return null;
        }

        var date = new SaidDay.Calendar(tokens[at].Value, tokens[at + 1].Value, tokens[at + 2].Value);
        at += 3;
        return date;
    }

    /// <summary>The year two digits mean, or the number itself.</summary>
    public static long FullYear(Token year) =>
        year.Text.Length != 2 ? year.Value : year.Value + (year.Value < 80 ? 2000 : 1900);

    /// <summary>Four digits that are a year.</summary>
    public static bool IsYear(Token token) => token.IsNumber && token.Text.Length == 4 && IsYear(token.Value);

    private static bool IsYear(long value) => value is >= DayCalendar.FirstYear and <= DayCalendar.LastYear;

    private static bool IsMonth(Token token) => token.Is(Sense.Month) || token.Is(Sense.MonthShort);

    private static bool IsPair(Token token) => token.IsNumber && token.Text.Length <= 2;

    // «10-12» are rather two days; «25-05» is one.
    private static bool IsPadded(TokenList tokens, int at) =>
        tokens[at].Text.StartsWith('0') || tokens[at + 2].Text.StartsWith('0');

    private static char? Separator(TokenList tokens, int at) =>
        tokens[at].Kind == TokenKind.Mark && tokens[at].Text is "." or "/" or "-" ? tokens[at].Text[0] : null;
}
