using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>Reading and writing of the protocol's JSON.</summary>
internal static class Wire
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Writing =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes an object with Cyrillic unescaped.</summary>
    public static string Text(JsonNode node) => node.ToJsonString(Writing);

    /// <summary>Answers with an object.</summary>
    public static IResult Answer(JsonObject body, int status = StatusCodes.Status200OK) =>
        Results.Text(Text(body), "application/json", Encoding.UTF8, status);

    /// <summary>Answers with an error as Bot Framework services write it.</summary>
    public static IResult Error(int status, string code, string message) => Answer(
        new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, status);

    /// <summary>Reads an object, or null when the bytes are not one sound JSON object.</summary>
    public static JsonObject? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Reading);
            return document.RootElement.ValueKind == JsonValueKind.Object && IsSound(document.RootElement)
                ? JsonObject.Create(document.RootElement.Clone())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A string member that is there and is a string; otherwise null.</summary>
    public static string? String(JsonObject? node, string name) =>
        node is not null && node.TryGetPropertyValue(name, out var value)
        && value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A member that is an object; otherwise null.</summary>
    public static JsonObject? Object(JsonObject? node, string name) =>
        node is not null && node.TryGetPropertyValue(name, out var value) ? value as JsonObject : null;

    /// <summary>A member's objects, when it is an array.</summary>
    public static IEnumerable<JsonObject> Objects(JsonObject? node, string name) =>
        node is not null && node.TryGetPropertyValue(name, out var value) && value is JsonArray list
            ? list.OfType<JsonObject>()
            : [];

    /// <summary>Reads a body of at most <paramref name="limit"/> bytes; null when it is longer.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(
        HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > limit)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    // Half a surrogate pair passes the parser and only fails when the string is taken out.
    private static bool IsSound(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(m => m.Name.Length >= 0 && IsSound(m.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsSound),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
