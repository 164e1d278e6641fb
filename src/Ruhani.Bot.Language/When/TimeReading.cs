namespace Ruhani.Bot.Linguistics.When;

/// <summary>What an answer says of the time of day.</summary>
public abstract record TimeReading
{
    private TimeReading()
    {
    }

    /// <summary>One time.</summary>
    public sealed record Found(TimeOnly Time) : TimeReading;

    /// <summary>One of two: an hour from 1 to 7 with nothing said of the part of the day.</summary>
    /// <param name="Times">Two or more, in the order to offer them.</param>
    public sealed record Ambiguous(IReadOnlyList<TimeOnly> Times) : TimeReading;

    /// <summary>A time that no clock shows.</summary>
    /// <param name="As">The impossible hour or minute, in digits.</param>
    public sealed record Invalid(string As) : TimeReading
    {
        /// <summary>What is wrong with it.</summary>
        public TimeFault Fault { get; init; }
    }

    /// <summary>No time is named, or more than one.</summary>
    public sealed record NotATime : TimeReading;
}

/// <summary>Why a time is none.</summary>
public enum TimeFault
{
    /// <summary>Hours go from 0 to 23.</summary>
    Hour,

    /// <summary>Minutes go from 0 to 59.</summary>
    Minute,
}
