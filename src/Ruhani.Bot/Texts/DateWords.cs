namespace Ruhani.Bot.Texts;

/// <summary>Days and times in words.</summary>
public sealed record DateWords(Language Language, DateOnly Today)
{
    private System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.GetCultureInfo(
        Language == Language.Kazakh ? "kk-KZ" : "ru-RU");

    /// <summary>A day.</summary>
    public string Day(DateOnly day) => day.ToString("d MMMM yyyy, dddd", Culture);

    /// <summary>A time.</summary>
    public string Time(TimeOnly time) => time.ToString("HH:mm", Culture);

    /// <summary>A moment.</summary>
    public string Moment(DateOnly day, TimeOnly time) => $"{Day(day)}, {Time(time)}";

    /// <summary>A period.</summary>
    public string Period(DateOnly from, DateOnly to) => $"{Day(from)} – {Day(to)}";
}
