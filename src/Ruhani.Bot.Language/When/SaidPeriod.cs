namespace Ruhani.Bot.Linguistics.When;

/// <summary>A period as it was said, before the calendar is asked.</summary>
internal abstract record SaidPeriod
{
    private SaidPeriod()
    {
    }

    /// <summary>Whether it is days' numbers alone, which count other things just as well.</summary>
    public bool IsWeak { get; init; }

    /// <summary>One whose days are known.</summary>
    public sealed record Fixed(DateOnly From, DateOnly To) : SaidPeriod;

    /// <summary>From a day to a day.</summary>
    public sealed record Between(SaidEnd From, SaidEnd To) : SaidPeriod;

    /// <summary>So long from a day on.</summary>
    public sealed record Long(SaidEnd From, Distance Length) : SaidPeriod;
}

/// <summary>An end of a period.</summary>
/// <param name="Day">The day; of a month its first.</param>
/// <param name="IsMonth">Whether only the month was said.</param>
internal sealed record SaidEnd(SaidDay Day, bool IsMonth = false);
