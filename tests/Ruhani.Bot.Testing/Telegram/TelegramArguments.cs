using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

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
        else if (type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            await arguments.ReadMultipartAsync(request);
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
        foreach (var (name, value) in await request.ReadFormAsync())
        {
            _values[name] = value.ToString();
        }
    }

    /// <summary>
    /// Read by hand, since clients write dispositions that ASP.NET's own form reader refuses and Telegram takes: names
    /// without quotes, file names in raw UTF-8.
    /// </summary>
    private async Task ReadMultipartAsync(HttpRequest request)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary);
        var reader = new MultipartReader(boundary.ToString(), request.Body);
        while (await reader.ReadNextSectionAsync() is { } part)
        {
            var fields = (part.ContentDisposition ?? "").Split(';')
                .Select(field => field.Split('=', 2))
                .Where(pair => pair.Length == 2)
                .ToDictionary(
                    pair => pair[0].Trim(), pair => pair[1].Trim().Trim('"'), StringComparer.OrdinalIgnoreCase);
            using var bytes = new MemoryStream();
            await part.Body.CopyToAsync(bytes);
            if (fields.TryGetValue("filename", out var file))
            {
                _files[fields["name"]] = new TelegramUpload(file, part.ContentType, bytes.ToArray());
            }
            else if (fields.TryGetValue("name", out var name))
            {
                _values[name] = Encoding.UTF8.GetString(bytes.ToArray());
            }
        }
    }
}

/// <summary>A file that came with a call.</summary>
public sealed record TelegramUpload(string Name, string? MediaType, byte[] Bytes);
