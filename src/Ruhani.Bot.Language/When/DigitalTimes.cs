using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>Times in digits: 15:00 · 15.00 · 15-30 · 15 00 · 1500 · 15ч30.</summary>
internal sealed class DigitalTimes(TokenList tokens)
{
    // Minutes after a dash or a space that are no even ones are rather another number.
    private const int EvenMinutes = 5;
    private const int Hundred = 100;

    /// <summary>The time that begins at a token, or null. Moves behind it.</summary>
    /// <param name="at">The token.</param>
    /// <param name="isMarked">Whether digits without a colon may be a time.</param>
    public SaidTime? Read(ref int at, bool isMarked)
    {
        var hour = tokens[at];
        if (!hour.IsNumber || hour.Ending is { IsOrdinal: true })
        {
            return null;
        }

        if (hour.Text.Length is 3 or 4)
        {
            return isMarked ? ReadWhole(ref at) : null;
        }

        if (hour.Text.Length > 2)
        {
            return null;
        }

        var isSpaced = tokens[at + 1].IsNumber;
        var minute = tokens[at + (isSpaced ? 1 : 2)];
        if (!IsMinute(minute, isAfterColon: tokens[at + 1].Is(':')) || !IsSeparated(at, isMarked))
        {
            return null;
        }

        at += isSpaced ? 2 : 3;
        if (tokens[at].Is(':') && tokens[at + 1] is { IsNumber: true, Text.Length: 2, IsSpaced: false })
        {
            at += 2;
        }

        return new SaidTime(hour.Value, minute.Value) { IsBy24 = hour.Text[0] == '0' };
    }

    private SaidTime? ReadWhole(ref int at)
    {
        var token = tokens[at];
        if (token.Value % Hundred >= 60 || token.Value / Hundred > 24 || IsDate(at + 1))
        {
            return null;
        }

        at++;
        return new SaidTime(token.Value / Hundred, token.Value % Hundred) { IsBy24 = token.Text[0] == '0' };
    }

    private bool IsSeparated(int at, bool isMarked)
    {
        var mark = tokens[at + 1];
        if (mark.Is(':') || mark.Is('^'))
        {
            return true;
        }

        if (mark.IsNumber)
        {
            return isMarked && tokens[at].Ending is null && mark.Value % EvenMinutes == 0 && !IsDate(at + 2);
        }

        var minute = tokens[at + 2];
        return !minute.IsSpaced && !mark.IsSpaced && !IsDate(at + 3)
            && (mark.Is('.') ? !tokens[at + 3].Is('.') || tokens[at + 4].IsSpaced || !tokens[at + 4].IsNumber
                : mark.Is('-') && isMarked && minute.Value % EvenMinutes == 0);
    }

    private bool IsDate(int at) => tokens[at].Is(Sense.Month) || tokens[at].Is(Sense.MonthShort)
        || tokens[at].Is(Sense.DayNumber);

    private static bool IsMinute(Token token, bool isAfterColon) => token.IsNumber
        && (token.Text.Length == 2 || (isAfterColon && token.Text.Length == 1))
        && token.Ending is not { IsOrdinal: true };
}
