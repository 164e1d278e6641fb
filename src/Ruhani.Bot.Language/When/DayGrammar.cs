using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Finds days among tokens: what begins with a number, with a weekday, or with a word for today and its neighbours.
/// Days counted from today, and those of a month, a week or a year named by its relation to today, are
/// <see cref="RelativeDays"/>.
/// </summary>
internal sealed class DayGrammar
{
    private readonly TokenList _tokens;
    private readonly DateOnly _today;
    private readonly RelativeDays _relative;
    private readonly YearGrammar _years;

    public DayGrammar(TokenList tokens, DateOnly today)
    {
        _tokens = tokens;
        _today = today;
        _years = new YearGrammar(tokens, today);
        _relative = new RelativeDays(tokens, today, _years);
    }

    /// <summary>The day that begins at a token, or null. Moves behind it.</summary>
    public SaidDay? Read(ref int at)
    {
        var start = at;
        if (ReadCore(ref at) is not { } day)
        {
            at = start;
            return null;
        }

        day = WithWeekday(day, start, ref at);
        if (_tokens[at].Is(Unit.Day) && !_tokens[at - 1].IsNumber)
        {
            at++;
        }

        return day;
    }

    private SaidDay? ReadCore(ref int at)
    {
        var token = _tokens[at];
        if (token.Find(Sense.DayWord) is { } word)
        {
            at++;
            return new SaidDay.Fixed(_today.AddDays(word.Value));
        }

        // «после завтра», cut in two
        if (token.Is(Sense.After) && _tokens[at + 1].Is(Sense.DayWord, 1))
        {
            at += 2;
            return new SaidDay.Fixed(_today.AddDays(2));
        }

        if (NumericDates.Read(_tokens, ref at) is { } numeric)
        {
            return _years.Complete(numeric, ref at);
        }

        return ReadNumber(ref at)
            ?? _relative.Read(ref at)
            ?? ReadMonth(ref at)
            ?? (token.Is(Sense.Weekday) ? ReadWeekday(ref at) : null)
            ?? ReadYearFirst(ref at);
    }

    // 25 мамыр · двадцать пятого мая · 25-го · 5 числа следующего месяца · первая суббота июня
    private SaidDay? ReadNumber(ref int at)
    {
        var next = at;
        if (NumberGrammar.Read(_tokens, ref next) is not { Digits: <= 2 } number)
        {
            return null;
        }

        var isDay = number.IsOrdinal;
        while (_tokens[next].Is(Sense.DayNumber) || IsDayOfNumber(_tokens[next]))
        {
            (isDay, next) = (true, next + 1);
        }

        var month = next;
        if (number.Digits > 0 && (_tokens[month].Is('-') || _tokens[month].Is('.')) && !_tokens[month].IsSpaced)
        {
            month++;
        }

        if (ReadMonthName(ref month) is { } named)
        {
            at = month;
            return _years.Complete(new SaidDay.Calendar(number.Value, named), ref at);
        }

        if (number.IsOrdinal && _tokens[next].Find(Sense.Weekday) is { } weekday && number.Value is >= 1 and <= 5)
        {
            at = next + 1;
            return _relative.WeekdayOfMonth((int)number.Value, weekday.Value, ref at);
        }

        if (!isDay)
        {
            return null;
        }

        if (_relative.ReadMonthOf(ref next) is var (year, ofMonth))
        {
            at = next;
            return new SaidDay.Calendar(number.Value, ofMonth, year);
        }

        if (_tokens[next].Is(Sense.Unit) || _tokens[next].Is(Sense.Month))
        {
            return null;
        }

        at = next;
        return new SaidDay.Calendar(number.Value);
    }

    // мамырдың 25-і · мамыр айының жиырма бесі · мамырдың соңы · мамырдың соңғы жұмасы
    private SaidDay? ReadMonth(ref int at)
    {
        if (_tokens[at].Find(Sense.Month) is not { Value: var month, Case: var @case })
        {
            return null;
        }

        var next = at + 1;
        next += _tokens[next].Is(Unit.Month) ? 1 : 0;
        var number = next;
        if (NumberGrammar.Read(_tokens, ref number) is { Digits: <= 2, Value: >= 1 and <= 31 } day
            && (day.IsOrdinal || @case == KazakhCase.Of || !IsCountOrTime(number)))
        {
            if (day.IsOrdinal && _tokens[number].Find(Sense.Weekday) is { } weekday && day.Value <= 5)
            {
                at = number + 1;
                return RelativeDays.WeekdayOf(_years.YearOfMonth(month, ref at), month, (int)day.Value, weekday.Value);
            }

            at = number;
            return _years.Complete(new SaidDay.Calendar(day.Value, month), ref at);
        }

        if (_relative.ReadEnd(ref next, out var last))
        {
            at = next;
            var year = _years.YearOfMonth(month, ref at);
            return last is { } weekdayAtEnd
                ? RelativeDays.WeekdayOf(year, month, RelativeDays.LastOne, weekdayAtEnd)
                : new SaidDay.Fixed(DayCalendar.LastOf(year, month));
        }

        return null;
    }

    // жұма · в пятницу, 28-го · во вторник на следующей неделе
    private SaidDay? ReadWeekday(ref int at)
    {
        var weekday = _tokens[at].Find(Sense.Weekday)!.Value;
        at += _tokens[at + 1].Is(Unit.Day) ? 2 : 1;
        var next = SkipTo(at);
        if (_relative.ReadWeek(ref next) is { } week)
        {
            at = next;
            return new SaidDay.Fixed(new DayCalendar(_today).InWeek(week, weekday.Value));
        }

        if (weekday.Case != KazakhCase.From && !_tokens[next].Is(Sense.Weekday)
            && ReadCore(ref next) is { } day and not (SaidDay.OnWeekday or SaidDay.OneOf))
        {
            at = next;
            return WithWeekday(day, weekday.Value);
        }

        return new SaidDay.OnWeekday(weekday.Value);
    }

    // 2027 жылғы 25 мамыр · 2027 жылдың соңы · биыл 25 мамырда
    private SaidDay? ReadYearFirst(ref int at)
    {
        var next = at;
        if (_years.ReadNamed(ref next) is not { } year)
        {
            return null;
        }

        var end = next;
        if (_relative.ReadEnd(ref end, out var weekday) && weekday is null)
        {
            at = end;
            return new SaidDay.Fixed(new DateOnly(year, 12, 31));
        }

        next += _tokens[next].Is(',') ? 1 : 0;
        var day = ReadCore(ref next);
        if (day is SaidDay.Calendar { Year: null, Month: not null } calendar)
        {
            at = next;
            day = calendar with { Year = year };
            return day;
        }

        return null;
    }

    private SaidDay WithWeekday(SaidDay day, int start, ref int at)
    {
        var next = SkipTo(at);
        next += _tokens[next].Is('(') ? 1 : 0;
        if (day is SaidDay.OnWeekday or SaidDay.OneOf || _tokens[start].Is(Sense.Weekday)
            || _tokens[next].Find(Sense.Weekday) is not { Case: KazakhCase.Plain or KazakhCase.In } weekday)
        {
            return day;
        }

        at = next + 1;
        at += _tokens[at].Is(')') ? 1 : 0;
        return WithWeekday(day, weekday.Value);
    }

    private SaidDay WithWeekday(SaidDay day, int weekday) => day switch
    {
        SaidDay.Calendar calendar => calendar with { Weekday = weekday },
        SaidDay.Fixed { Date: var date } => new DayCalendar(_today).Resolve(
            new SaidDay.Calendar(date.Day, date.Month, date.Year) { Weekday = weekday }) is DateReading.Invalid why
                ? new SaidDay.Impossible(why)
                : day,
        _ => day,
    };

    private int? ReadMonthName(ref int at)
    {
        if ((_tokens[at].Find(Sense.Month) ?? _tokens[at].Find(Sense.MonthShort)) is not { Value: var month })
        {
            return null;
        }

        at++;
        at += _tokens[at].Is('.') && !_tokens[at].IsSpaced ? 1 : 0;
        at += _tokens[at].Is(Unit.Month) && !_tokens[at + 1].Is(Sense.Later) ? 1 : 0;
        return month;
    }

    // «в мае 25 человек», «май 10:00», «май 10 - 12».
    private bool IsCountOrTime(int at) => _tokens[at].IsUnknown || _tokens[at].Is(':') || _tokens[at].Is(Unit.Hour)
        || _tokens[at].Is('-') || (_tokens[at].Is('.') && _tokens[at + 1] is { IsNumber: true, IsSpaced: false });

    // «25 күні» is a day, «25 күн» is how many.
    private static bool IsDayOfNumber(Token token) => token.Is(Unit.Day) && token.Text is "күні" or "куні" or "куни"
        or "күны" or "куны" or "күни";

    private int SkipTo(int at)
    {
        at += _tokens[at].Is(',') ? 1 : 0;
        return at + (_tokens[at].Is(Sense.At) ? 1 : 0);
    }
}
