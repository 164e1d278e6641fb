using System.Text.Json.Serialization;

namespace Ruhani.Bot.People;

/// <summary>How often a person wants news.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Frequency>))]
public enum Frequency
{
    /// <summary>As it comes.</summary>
    AtOnce,

    /// <summary>Once a day, everything together.</summary>
    Daily,

    /// <summary>Once a week, on Monday, everything together.</summary>
    Weekly,
}
