namespace Ruhani.Bot.Linguistics.When;

/// <summary>What an answer says of a day.</summary>
public abstract record DateReading
{
    private DateReading()
    {
    }

    /// <summary>One day.</summary>
    public sealed record Found(DateOnly Date) : DateReading;

    /// <summary>
    /// One of several days: a weekday named on that very weekday, two days with «or» between them, the end of a week.
    /// </summary>
    /// <param name="Dates">Two or more, in the order to offer them.</param>
    public sealed record Ambiguous(IReadOnlyList<DateOnly> Dates) : DateReading;

    /// <summary>A day that no calendar has.</summary>
    /// <param name="As">
    /// The impossible part in digits, for the person to recognise: <c>31.02</c>, <c>29.02.2027</c>, a month <c>13</c>.
    /// </param>
    public sealed record Invalid(string As) : DateReading
    {
        /// <summary>What is wrong with it.</summary>
        public DateFault Fault { get; init; }
    }

    /// <summary>No day is named, or more is said than a day: a period, a question, a refusal.</summary>
    public sealed record NotADate : DateReading;
}

/// <summary>Why a day is none.</summary>
public enum DateFault
{
    /// <summary>No month has so many days; <c>As</c> is the day.</summary>
    Day,

    /// <summary>There is no such month; <c>As</c> is the month.</summary>
    Month,

    /// <summary>Before 1900 or after 2199; <c>As</c> is the year.</summary>
    Year,

    /// <summary>This month has no such day; <c>As</c> is day and month.</summary>
    DayOfMonth,

    /// <summary>This year has no such day; <c>As</c> is the date.</summary>
    DayOfYear,

    /// <summary>The day falls on another weekday than was said with it; <c>As</c> is the date.</summary>
    Weekday,
}
