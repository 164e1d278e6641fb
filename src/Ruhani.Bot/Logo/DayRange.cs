namespace Ruhani.Bot.Logo;

/// <summary>Days from one to another, both included.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last; not before the first in anything that was submitted.</param>
public sealed record DayRange(DateOnly From, DateOnly To)
{
    /// <summary>True when every day of the other lies within.</summary>
    public bool Covers(DayRange other) => From <= other.From && other.To <= To;

    /// <summary>True when they share a day.</summary>
    public bool Meets(DayRange other) => From <= other.To && other.From <= To;
}
