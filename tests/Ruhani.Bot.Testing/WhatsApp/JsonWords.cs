using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>Reads what somebody sent without trusting its shape.</summary>
internal static class JsonWords
{
    public static string? Words(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static IReadOnlyList<JsonObject> Objects(this JsonObject json, string name) =>
        json[name] is JsonArray array ? [.. array.OfType<JsonObject>()] : [];
}
