namespace Ruhani.Bot.Linguistics.When;

/// <summary>A day as it was said, before the calendar is asked.</summary>
internal abstract record SaidDay
{
    private SaidDay()
    {
    }

    /// <summary>A day counted from today, or said in full.</summary>
    public sealed record Fixed(DateOnly Date) : SaidDay;

    /// <summary>A weekday with nothing said of the week; 1 is Monday.</summary>
    public sealed record OnWeekday(int Weekday) : SaidDay;

    /// <summary>A day's number with what was said of month, year and weekday.</summary>
    public sealed record Calendar(long Day, long? Month = null, long? Year = null) : SaidDay
    {
        public int? Weekday { get; init; }
    }

    /// <summary>One of several.</summary>
    public sealed record OneOf(IReadOnlyList<DateOnly> Dates) : SaidDay;

    /// <summary>None.</summary>
    public sealed record Impossible(DateReading.Invalid Why) : SaidDay;
}
