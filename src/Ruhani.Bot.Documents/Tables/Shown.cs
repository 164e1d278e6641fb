using System.Globalization;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Documents.Tables;

/// <summary>Days and moments as tables write them, whatever the machine's culture.</summary>
internal static class Shown
{
    /// <summary>As people here write a day.</summary>
    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>As people here write a moment, by their clocks.</summary>
    public static string Moment(DateTimeOffset moment) =>
        KazakhstanTime.Of(moment).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
}
