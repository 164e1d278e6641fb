using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Ruhani.Bot.Channels.WebChat.DirectLine;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat.Page;

/// <summary>Serves our own page: its files, from within the assembly, and its way into a conversation.</summary>
internal sealed class PageEndpoints(
    DirectLineGate gate,
    DirectLineTokens tokens,
    ConversationEndpoints conversations,
    ConversationLogs logs,
    IOptions<WebChatOptions> options)
{
    private const string Folder = "webchat/";
    private const int MaxBody = 16 * 1024;
    private readonly FrozenDictionary<string, PageFile> _files = LoadFiles();
    private readonly string _policy = Policy(options.Value.AllowedOrigins);

    /// <summary>One of the page's files.</summary>
    public IResult Serve(HttpContext context, string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        return Results.Bytes(file.Content, file.MediaType, entityTag: file.Tag);
    }

    /// <summary>What the page may offer to whoever asks.</summary>
    public IResult Settings(HttpContext context) => Wire.Answer(new JsonObject
    {
        ["personas"] = new JsonArray(
            [.. (gate.IsDemo(context) ? Personas.All : []).Select(persona => JsonValue.Create(persona))]),
        ["maxUploadBytes"] = options.Value.MaxUploadBytes,
        ["accept"] = string.Join(',', FileKinds.All.SelectMany(kind => kind.Extensions)),
    });

    /// <summary>
    /// Opens the conversation that the page's resume token names, or a new one: anonymous, or a persona's over
    /// loopback.
    /// </summary>
    public async Task<IResult> OpenAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        if (await Wire.ReadBodyAsync(context.Request, MaxBody, cancellationToken) is not { } body
            || Wire.Read(body) is not { } json)
        {
            return Wire.Error(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not a JSON object.");
        }

        var persona = Wire.String(json, "persona");
        var user = persona is null ? null : Personas.User(persona);
        if (user is not null && !(gate.IsDemo(context) && Personas.IsUser(user)))
        {
            return Wire.Error(StatusCodes.Status403Forbidden, "NoDemo", "Demo personas are not to be had here.");
        }

        var ticket = Wire.String(json, "resume") is { } resume
            ? await tokens.ReadAsync(resume, TokenUse.Resume, cancellationToken)
            : null;
        if (ticket is null || ticket.User != user)
        {
            using var admission = await gate.AdmitAsync(context, user, null, cancellationToken);
            if (admission.Refusal is not null)
            {
                return admission.Refusal;
            }

            ticket = admission.Ticket;
        }

        await logs.CreateAsync(ticket, cancellationToken);
        var answer = await conversations.DescribeAsync(context, ticket, null);
        answer["resume"] = await tokens.IssueAsync(ticket, TokenUse.Resume, cancellationToken);
        return Wire.Answer(answer);
    }

    private static FrozenDictionary<string, PageFile> LoadFiles()
    {
        var assembly = typeof(PageEndpoints).Assembly;
        var files = new Dictionary<string, PageFile>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(
            name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var tag = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12));
            files.Add(
                resource[Folder.Length..],
                new PageFile(content, MediaType(resource), new EntityTagHeaderValue($"\"{tag}\"")));
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private static string Policy(IEnumerable<string> framers) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + $"frame-ancestors {string.Join(' ', framers.Prepend("'self'"))}";

    private sealed record PageFile(byte[] Content, string MediaType, EntityTagHeaderValue Tag);
}
