using System.Globalization;
using System.Text.Json;

namespace Ruhani.Bot.Channels.WhatsApp.Wire;

/// <summary>
/// Reads JSON from outside without ever throwing: what is missing or of another type is null. One odd field must not
/// make a whole batch unreadable, for Meta would send it again for a week.
/// </summary>
internal static class JsonReading
{
    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : null;

    public static string? Text(this JsonElement element, string name) => element.Child(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetStringOrNull(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public static string? NonEmpty(this JsonElement element, string name) =>
        element.Text(name) is { Length: > 0 } text ? text : null;

    public static long? Number(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static double? Real(this JsonElement element, string name) =>
        double.TryParse(element.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
        && double.IsFinite(real)
            ? real
            : null;

    public static bool IsTrue(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A lone surrogate in an escape is legal JSON but no text.</summary>
    private static string? GetStringOrNull(this JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
