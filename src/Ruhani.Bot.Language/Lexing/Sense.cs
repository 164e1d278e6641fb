namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>What a word of an answer can mean to the readers of dates, times and numbers.</summary>
internal enum Sense
{
    /// <summary>A number in words; the value is the number.</summary>
    Cardinal,

    /// <summary>A place in an order or a day's number (<c>пятое</c>, <c>бесінші</c>, <c>бесі</c>).</summary>
    Ordinal,

    /// <summary>A Roman numeral.</summary>
    Roman,

    /// <summary><c>жарым</c>: and a half.</summary>
    AndHalf,

    /// <summary><c>полтора</c>.</summary>
    OneAndHalf,

    /// <summary><c>пол</c>, <c>жарты</c>: half of what follows.</summary>
    HalfOf,

    /// <summary><c>полвосьмого</c> in one word; the value is the hour it is half of.</summary>
    HalfHour,

    /// <summary><c>четверть</c>.</summary>
    QuarterOf,

    /// <summary>1–12.</summary>
    Month,

    /// <summary>1–12 cut short; a month only behind a number.</summary>
    MonthShort,

    /// <summary>1 is Monday.</summary>
    Weekday,

    /// <summary>A day counted from today.</summary>
    DayWord,

    /// <summary>A <see cref="Lexing.Unit"/> of time.</summary>
    Unit,

    /// <summary>A unit that holds «one half of» (<c>полгода</c>, <c>полчаса</c>).</summary>
    HalfUnit,

    /// <summary>Saturday and Sunday.</summary>
    Weekend,

    Next,
    This,
    Last,

    /// <summary><c>последний</c>, <c>соңғы</c>: the one at the end, or the one just gone.</summary>
    Final,

    /// <summary><c>через</c>, before what it counts.</summary>
    In,

    /// <summary><c>кейін</c>, <c>соң</c>, <c>спустя</c>, behind what it counts.</summary>
    Later,

    /// <summary><c>назад</c>, <c>бұрын</c>.</summary>
    Ago,

    /// <summary><c>после</c>.</summary>
    After,

    Since,
    Until,
    Between,
    End,
    Begin,
    Whole,
    And,
    Or,

    /// <summary><c>в</c>, <c>во</c>, <c>на</c>, <c>к</c>.</summary>
    At,

    /// <summary>A <see cref="Lexing.DayPart"/>.</summary>
    Part,
    Noon,
    Midnight,

    /// <summary><c>ортасы</c>.</summary>
    Middle,

    /// <summary><c>обеда</c>, <c>түстен</c>: noon as a border of the day.</summary>
    Midday,

    /// <summary><c>без</c>, before minutes.</summary>
    Without,

    /// <summary><c>минут қалды</c>, <c>минут бар</c>.</summary>
    Remaining,

    /// <summary><c>минут өтті</c>.</summary>
    Gone,

    /// <summary><c>то же</c>, <c>сол</c>.</summary>
    Same,
    TimeWord,
    Now,

    /// <summary><c>числа</c>.</summary>
    DayNumber,
    Minus,
    Filler,

    /// <summary><c>бірнеше</c>, <c>пару</c>: more than one, nobody knows how many.</summary>
    Vague,
    Question,
    Not,
}
