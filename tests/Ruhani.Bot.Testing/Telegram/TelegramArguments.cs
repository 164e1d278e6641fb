using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>
/// The arguments of a call, however they came: query, form, multipart or JSON. As on the real server all of them become
/// strings, and what isn't a string in JSON stays JSON.
/// </summary>
public sealed class TelegramArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TelegramUpload> _files = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>The body when it was JSON.</summary>
    public string? Json { get; private set; }

    internal static async Task<TelegramArguments> ReadAsync(HttpRequest request, bool keepJson)
    {
        var arguments = new TelegramArguments();
        foreach (var (name, value) in request.Query)
        {
            arguments._values[name] = value.ToString();
        }

        var type = request.ContentType;
        if (type is null || HttpMethods.IsGet(request.Method))
        {
            return arguments;
        }

        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            await arguments.ReadJsonAsync(request, keepJson);
        }
        else if (request.HasFormContentType)
        {
            await arguments.ReadFormAsync(request);
        }

        return arguments;
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public bool Flag(string name) => Text(name) is { } text && text.ToLowerInvariant() is "true" or "yes" or "1";

    /// <summary>An argument that holds JSON; null when it is absent or empty.</summary>
    /// <exception cref="TelegramRefusal">It doesn't parse.</exception>
    public JsonElement? Parse(string name, string refusal)
    {
        if (Text(name) is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw TelegramRefusal.BadRequest(refusal);
        }
    }

    /// <summary>A file: uploaded under its own name, or under another that <c>attach://</c> names.</summary>
    public TelegramUpload? File(string name) =>
        _files.GetValueOrDefault(name)
        ?? (Text(name) is ['a', 't', 't', 'a', 'c', 'h', ':', '/', '/', .. var other]
            ? _files.GetValueOrDefault(other)
            : null);

    private async Task ReadJsonAsync(HttpRequest request, bool keepJson)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw TelegramRefusal.BadRequest("object expected as the request's body");
            }

            Json = keepJson ? document.RootElement.GetRawText() : null;
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.Null)
                {
                    _values[property.Name] = property.Value.ValueKind == JsonValueKind.String
                        ? property.Value.GetString()!
                        : property.Value.GetRawText();
                }
            }
        }
        catch (JsonException)
        {
            throw TelegramRefusal.BadRequest("can't parse request's JSON body");
        }
    }

    private async Task ReadFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        foreach (var (name, value) in form)
        {
            _values[name] = value.ToString();
        }

        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            _files[file.Name] = new TelegramUpload(file.FileName, file.ContentType, bytes.ToArray());
        }
    }
}

/// <summary>A file that came with a call.</summary>
public sealed record TelegramUpload(string Name, string? MediaType, byte[] Bytes);
