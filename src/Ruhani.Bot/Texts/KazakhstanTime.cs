namespace Ruhani.Bot.Texts;

/// <summary>
/// Kazakhstan's clock: UTC+5 in the whole country since 1 March 2024 (Government resolution of 19 January 2024), fixed
/// here because a machine's time zone table may be older.
/// </summary>
public static class KazakhstanTime
{
    /// <summary>The offset from UTC.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(5);

    /// <summary>The day of a moment, Unix milliseconds.</summary>
    public static DateOnly Day(long unixMilliseconds) => DateOnly.FromDateTime(
        DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds).ToOffset(Offset).DateTime);

    /// <summary>The moment of a day and time there.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}
