namespace Ruhani.Bot.Linguistics.When;

/// <summary>What an answer says of a day and a time together.</summary>
public abstract record MomentReading
{
    private MomentReading()
    {
    }

    /// <summary>One moment, not before the one it was said at.</summary>
    public sealed record Found(DateTimeOffset At) : MomentReading;

    /// <summary>One of several; those already past are left out.</summary>
    /// <param name="Moments">Two or more, in the order to offer them.</param>
    public sealed record Ambiguous(IReadOnlyList<DateTimeOffset> Moments) : MomentReading;

    /// <summary>The day only: ask for the time.</summary>
    /// <param name="Date">A <see cref="DateReading.Found"/> or <see cref="DateReading.Ambiguous"/>.</param>
    public sealed record MissingTime(DateReading Date) : MomentReading;

    /// <summary>The time only: ask for the day.</summary>
    /// <param name="Time">A <see cref="TimeReading.Found"/> or <see cref="TimeReading.Ambiguous"/>.</param>
    public sealed record MissingDate(TimeReading Time) : MomentReading;

    /// <summary>A moment already past; of a day without a time, its beginning.</summary>
    public sealed record Past(DateTimeOffset At) : MomentReading;

    /// <summary>The day is in no calendar.</summary>
    public sealed record InvalidDate(DateReading.Invalid Why) : MomentReading;

    /// <summary>The time is on no clock.</summary>
    public sealed record InvalidTime(TimeReading.Invalid Why) : MomentReading;

    /// <summary>Neither is named, or more than one of either.</summary>
    public sealed record NotAMoment : MomentReading;
}
