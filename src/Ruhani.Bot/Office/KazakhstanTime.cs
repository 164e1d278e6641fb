namespace Ruhani.Bot.Office;

/// <summary>
/// The time all of Kazakhstan lives by since 1 March 2024: UTC+5, without summer time. Not the machine's time zone
/// data, which may be older and still hold two zones.
/// </summary>
public static class KazakhstanTime
{
    /// <summary>Ahead of UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(5);

    /// <summary>A moment as the clocks there show it.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The day there.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).DateTime);

    /// <summary>The moment of a day and a time there.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}
