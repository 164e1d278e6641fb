using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>Finds an end of a period: a day, a month, or a day's number alone.</summary>
internal sealed class PeriodEnds
{
    private readonly TokenList _tokens;
    private readonly DayGrammar _days;
    private readonly YearGrammar _years;

    public PeriodEnds(TokenList tokens, DateOnly today)
    {
        _tokens = tokens;
        _days = new DayGrammar(tokens, today);
        _years = new YearGrammar(tokens, today);
    }

    /// <summary>The end that begins at a token, or null. Moves behind it.</summary>
    /// <param name="at">The token.</param>
    /// <param name="isBare">Whether it is a number that nothing says to be a day's.</param>
    public SaidEnd? Read(ref int at, out bool isBare)
    {
        isBare = false;
        if (IsNumberOfRange(at))
        {
            isBare = true;
            return new SaidEnd(new SaidDay.Calendar(_tokens[at++].Value));
        }

        var next = at;
        if (_days.Read(ref next) is { } day)
        {
            at = next;
            return new SaidEnd(day);
        }

        if (ReadMonth(ref at) is { } month)
        {
            return month;
        }

        if (NumberGrammar.Read(_tokens, ref next) is { Digits: <= 2, Value: >= 1 and < 100 } number
            && !_tokens[next].Is(':') && !_tokens[next].Is(Sense.Unit))
        {
            at = next;
            isBare = true;
            return new SaidEnd(new SaidDay.Calendar(number.Value));
        }

        return null;
    }

    /// <summary>A month with nothing of its days: май, мамыр айы 2027, 2027 жылғы мамыр.</summary>
    public SaidEnd? ReadMonth(ref int at)
    {
        var next = at;
        var year = _years.ReadNamed(ref next);
        if (_tokens[next].Find(Sense.Month) is not { Value: var month })
        {
            return null;
        }

        next++;
        next += _tokens[next].Is(Unit.Month) ? 1 : 0;
        year ??= _years.ReadBehind(ref next);
        at = next;
        return new SaidEnd(new SaidDay.Calendar(1, month, year), IsMonth: true);
    }

    // «05-10.06», «25-27/05»: the day and month behind the dash belong together.
    private bool IsNumberOfRange(int at) => IsPair(at) && _tokens[at + 1].Is('-') && IsPair(at + 2)
        && (_tokens[at + 3].Is('.') || _tokens[at + 3].Is('/')) && IsPair(at + 4);

    private bool IsPair(int at) => _tokens[at] is { IsNumber: true, Ending: null, Text.Length: <= 2 };
}
