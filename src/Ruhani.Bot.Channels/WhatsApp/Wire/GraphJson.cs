using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ruhani.Bot.Channels.WhatsApp.Wire;

/// <summary>How our requests are written; no reflection, Cyrillic as it is.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(ReadMark))]
[JsonSerializable(typeof(WhatsAppAlias))]
internal sealed partial class GraphJson : JsonSerializerContext
{
    public static GraphJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
