using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Goes through an answer for the one day and the one time it names, past the words people put around them.
/// </summary>
internal sealed class AnswerScan
{
    private const int MostOtherWords = 4;

    private readonly TokenList _tokens;
    private readonly bool _wantsTime;
    private readonly DayCalendar _calendar;
    private readonly DayGrammar _days;
    private readonly TimeGrammar _times;
    private readonly Distances _distances;
    private readonly List<SaidNumber> _numbers = [];
    private int _others;
    private DayPart? _part;

    private AnswerScan(TokenList tokens, DateOnly today, bool wantsTime)
    {
        _tokens = tokens;
        _wantsTime = wantsTime;
        _calendar = new DayCalendar(today);
        _days = new DayGrammar(tokens, today);
        _times = new TimeGrammar(tokens);
        _distances = new Distances(tokens);
    }

    /// <summary>The day, if one is named.</summary>
    public SaidDay? Day { get; private set; }

    /// <summary>The time, if one is named.</summary>
    public SaidTime? Time { get; private set; }

    /// <summary>How far from now, if that is said in hours or minutes.</summary>
    public Distance? Distance { get; private set; }

    /// <summary>Whether the time is this very one: в то же время, сол уақытта.</summary>
    public bool IsSameTime { get; private set; }

    /// <summary>Whether it is now.</summary>
    public bool IsNow { get; private set; }

    /// <summary>
    /// Reads an answer; null when something in it makes it none: a question, a refusal, a second day.
    /// </summary>
    /// <param name="tokens">The answer, or one of its alternatives.</param>
    /// <param name="today">The day it was given on.</param>
    /// <param name="wantsTime">Whether a time was asked for too; if not, one is passed over.</param>
    public static AnswerScan? Read(TokenList tokens, DateOnly today, bool wantsTime)
    {
        var scan = new AnswerScan(tokens, today, wantsTime);
        for (var at = 0; at < tokens.Count;)
        {
            if (scan.Refuses(at) || !scan.Step(ref at))
            {
                return null;
            }
        }

        return scan.Finish();
    }

    private bool Refuses(int at) => _tokens[at].Is('?') || _tokens[at].Is(Sense.Not)
        || (_tokens[at].Is(Sense.After) && !_tokens[at + 1].Is(Sense.Midday) && !_tokens[at + 1].Is(Sense.DayWord, 1))
        || (_tokens[at].Is(Sense.Vague) && _tokens[at + 1].Is(Sense.Unit));

    private bool Step(ref int at)
    {
        var token = _tokens[at];
        if (Day is null && ReadDay(ref at))
        {
            return !(_tokens[at].Is(Sense.Later) || _tokens[at].Is(Sense.Ago));
        }

        if (ReadTime(ref at, out var isSecond))
        {
            return !isSecond;
        }

        var next = at;
        if (_days.Read(ref next) is { } day)
        {
            at = next;
            return IsSameDay(day);
        }

        if (_tokens.Asks(at))
        {
            return false;
        }

        if (NumberGrammar.Read(_tokens, ref at) is { } number)
        {
            _numbers.Add(number);
            return true;
        }

        _part ??= (DayPart?)token.Find(Sense.Part)?.Value;
        _others += token.Kind == TokenKind.Word && !IsPassedOver(token) ? 1 : 0;
        at++;
        return true;
    }

    // «в следующий вторник, 26 мая»
    private bool IsSameDay(SaidDay day) => Day is not null
        && _calendar.Resolve(day) is DateReading.Found found && found == _calendar.Resolve(Day);

    private bool ReadDay(ref int at)
    {
        var start = at + (_tokens[at].Is(Sense.At) ? 1 : 0);
        var next = start;
        if (_days.Read(ref next) is not { } day || (_wantsTime && IsRatherTime(at, start, next, day)))
        {
            return false;
        }

        Day = day;
        at = next;
        return true;
    }

    // «15.30» before the day, «в 10.05».
    private bool IsRatherTime(int at, int start, int next, SaidDay day)
    {
        if (day is not SaidDay.Calendar { Year: null } said || next - start > 4 || !_tokens[start + 2].IsNumber
            || !_tokens[start + 1].Is('.'))
        {
            return false;
        }

        var time = at;
        var isMarked = at < start && _tokens[at].Text.StartsWith('в');
        return (isMarked || DayCalendar.Fault(said.Day, said.Month, said.Year) is not null)
            && Time is null && _times.Read(ref time, isExpected: true)?.Resolve() is not (null or TimeReading.Invalid);
    }

    private bool ReadTime(ref int at, out bool isSecond)
    {
        isSecond = false;
        var next = at;
        if (_distances.Read(ref next) is { IsOfDays: false } distance)
        {
            isSecond = Distance is not null;
            Distance = distance;
            at = next;
            return true;
        }

        if (_tokens[at].Is(Sense.Now))
        {
            IsNow = true;
            at++;
            return true;
        }

        if (ReadSameTime(ref at))
        {
            return true;
        }

        var start = at;
        var isHour = _tokens[at] is { IsNumber: true, Ending: { IsOrdinal: false, Case: KazakhCase.In } };
        if (_times.Read(ref at, isExpected: _wantsTime && (Day is not null || isHour)) is not { } time)
        {
            return false;
        }

        isSecond = Time is not null && !TimeSpans.IsEnd(_tokens, start);
        Time ??= time;
        return true;
    }

    private bool ReadSameTime(ref int at)
    {
        var next = at + (_tokens[at].Is(Sense.At) ? 1 : 0);
        var words = next;
        while (_tokens[words].Is(Sense.Same) || _tokens[words].Is(Sense.This))
        {
            words++;
        }

        if (words == next || !_tokens[words].Is(Sense.TimeWord))
        {
            return false;
        }

        IsSameTime = true;
        at = words + 1;
        return true;
    }

    private AnswerScan? Finish()
    {
        if (Day is null && !_wantsTime && _others == 0 && Time is null)
        {
            Day = Bare();
            return this;
        }

        if (Time is { Part: null, IsAfternoon: false })
        {
            Time = Time with { Part = _part };
        }

        var isWeak = Day is SaidDay.Calendar { Month: null };
        return _numbers.Count > 0 || _others > (isWeak ? 0 : MostOtherWords) ? null : this;
    }

    // 25 · 25 05
    private SaidDay.Calendar? Bare() => _numbers switch
    {
        [{ Value: >= 1 and <= 31 } day] => new SaidDay.Calendar(day.Value),
        [{ Value: >= 1 and <= 31, Digits: 1 or 2 } day, { Value: >= 1 and <= 12, Digits: 1 or 2 } month] =>
            new SaidDay.Calendar(day.Value, month.Value),
        _ => null,
    };

    private static bool IsPassedOver(Token token) => token.Is(Sense.At) || token.Is(Sense.Since)
        || token.Is(Sense.Until) || token.Is(Sense.Filler) || token.Is(Sense.Part) || token.Is(Sense.And);
}
