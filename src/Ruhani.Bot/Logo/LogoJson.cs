using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ruhani.Bot.Logo;

/// <summary>The JSON of stored requests: source-generated, states by name, Cyrillic unescaped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LogoRequest))]
[JsonSerializable(typeof(LogoCounter))]
internal sealed partial class LogoJson : JsonSerializerContext
{
    /// <summary>The context to use for stored documents.</summary>
    public static LogoJson Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<LogoState>(),
            new JsonStringEnumConverter<LogoActKind>(),
            new JsonStringEnumConverter<LogoRole>(),
            new JsonStringEnumConverter<LogoField>(),
            new JsonStringEnumConverter<LogoMaterialKind>(),
            new JsonStringEnumConverter<RefusalReason>(),
        },
    });
}

/// <summary>The last number given in a region's year.</summary>
internal sealed record LogoCounter(int Last);
