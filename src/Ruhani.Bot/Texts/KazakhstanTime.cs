namespace Ruhani.Bot.Texts;

/// <summary>
/// Kazakhstan's clock: UTC+5 in the whole country since 1 March 2024 (Government resolution of 19 January 2024),
/// without summer time; fixed here because a machine's time zone table may be older and still hold two zones.
/// </summary>
public static class KazakhstanTime
{
    /// <summary>Ahead of UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(5);

    /// <summary>A moment as the clocks there show it.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The day there.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).DateTime);

    /// <summary>The day there of a moment in Unix milliseconds.</summary>
    public static DateOnly DayOf(long unixMilliseconds) =>
        DayOf(DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds));

    /// <summary>The moment of a day and a time there.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}
