using System.Globalization;
using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>A time as it was said.</summary>
/// <param name="Hour">The hour, by 12 or by 24.</param>
/// <param name="Minute">The minute.</param>
internal sealed record SaidTime(long Hour, long Minute)
{
    private const int Half = 12;
    private const int Hours = 24;
    private const int Minutes = 60;

    // From here on an hour without its part of the day is the day's.
    private const int FirstClear = 8;

    /// <summary>The part of the day said with it.</summary>
    public DayPart? Part { get; init; }

    /// <summary><c>после обеда</c>, <c>түстен кейін</c>.</summary>
    public bool IsAfternoon { get; init; }

    /// <summary>Whether the hour is surely by 24: <c>07:30</c>.</summary>
    public bool IsBy24 { get; init; }

    /// <summary>What the clock shows.</summary>
    public TimeReading Resolve()
    {
        if (Hour is < 0 or >= Hours)
        {
            return new TimeReading.Invalid(Hour.ToString(CultureInfo.InvariantCulture)) { Fault = TimeFault.Hour };
        }

        if (Minute is < 0 or >= Minutes)
        {
            return new TimeReading.Invalid(Minute.ToString(CultureInfo.InvariantCulture)) { Fault = TimeFault.Minute };
        }

        if (Hour is 0 or > Half)
        {
            return At(Hour);
        }

        if (IsAfternoon)
        {
            return At(Hour == Half ? Half : Hour + Half);
        }

        return Part switch
        {
            // By 12 it is noon or midnight, and people differ on which.
            DayPart.Morning or DayPart.Evening when Hour == Half =>
                new TimeReading.Ambiguous([Time(Half), Time(0)]),
            DayPart.Morning => At(Hour),
            DayPart.Evening => At(Hour + Half),
            DayPart.Day => At(Hour < FirstClear ? Hour + Half : Hour),
            DayPart.Night => At(Hour == Half ? 0 : Hour < FirstClear - 1 ? Hour : Hour + Half),
            _ when IsBy24 || Hour >= FirstClear => At(Hour),
            _ => new TimeReading.Ambiguous([Time(Hour), Time(Hour + Half)]),
        };
    }

    private TimeReading.Found At(long hour) => new(Time(hour));

    private TimeOnly Time(long hour) => new((int)hour, (int)Minute);
}
