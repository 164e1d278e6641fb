using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>The HTTP side of the stand-in.</summary>
internal sealed class WhatsAppEndpoints(WhatsAppServer server)
{
    private readonly WhatsAppRules _rules = new(server.Templates, server.Media);

    public void Map(WebApplication app)
    {
        var root = $"/{server.Settings.Version}";
        app.Use(AuthorizeAsync);
        app.MapPost($"{root}/{{number}}/messages", MessagesAsync);
        app.MapPost($"{root}/{{number}}/media", UploadAsync);
        app.MapGet($"{root}/{{id}}", MediaAsync);
        app.MapDelete($"{root}/{{id}}", (string id) =>
            server.Media.Delete(id)
                ? Answer(new JsonObject { ["success"] = true })
                : Refuse(WhatsAppRefusal.UnknownObject));
        app.MapGet("/files/{key}", DownloadAsync);
        app.MapFallback(() => Refuse(WhatsAppRefusal.UnknownObject));
    }

    private static IResult Answer(JsonObject body, int status = 200) =>
        Results.Text(body.ToJsonString(), "application/json; charset=UTF-8", statusCode: status);

    private static IResult Refuse(WhatsAppRefusal refusal) => Answer(refusal.ToJson(), refusal.Status);

    private Task AuthorizeAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Headers.Authorization == $"Bearer {server.Settings.AccessToken}"
            ? next(context)
            : Refuse(WhatsAppRefusal.Unauthorized).ExecuteAsync(context);

    private async Task<IResult> MessagesAsync(string number, HttpContext context)
    {
        if (number != server.Settings.PhoneNumberId)
        {
            return Refuse(WhatsAppRefusal.UnknownObject);
        }

        if (await ReadAsync(context.Request) is not { } body)
        {
            return Refuse(WhatsAppRefusal.Invalid("The body is not a JSON object"));
        }

        server.Requests.Enqueue(body);
        if (body.ContainsKey("status"))
        {
            return Mark(body);
        }

        server.TryTakeFault(out var fault);
        return await FaultAsync(fault, context)
            ?? (_rules.Check(body) is { } refusal
                ? Refuse(refusal)
                : Accept(body, fault is WhatsAppFault.FailsLater later ? later.Code : null));
    }

    private static async Task<IResult?> FaultAsync(WhatsAppFault? fault, HttpContext context)
    {
        switch (fault)
        {
            case WhatsAppFault.Refused refused:
                return Refuse(WhatsAppRefusal.OfCode(refused.Code));
            case WhatsAppFault.Bare bare:
                if (bare.RetryAfterSeconds is { } seconds)
                {
                    context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                }

                return Results.Text("<html>upstream</html>", "text/html", statusCode: bare.Status);
            case WhatsAppFault.Dropped:
                context.Abort();
                return Results.Empty;
            case WhatsAppFault.Slow slow:
                await slow.Until.WaitAsync(context.RequestAborted);
                return null;
            default:
                return null;
        }
    }

    private IResult Accept(JsonObject body, int? failure)
    {
        var sent = server.Accept(body, failure);
        var contact = new JsonObject { ["input"] = body.Words("to") ?? body.Words("recipient") };
        contact[body.ContainsKey("to") ? "wa_id" : "user_id"] = sent.To;
        return Answer(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(contact),
            ["messages"] = new JsonArray(new JsonObject { ["id"] = sent.Id, ["message_status"] = "accepted" }),
        });
    }

    private IResult Mark(JsonObject body)
    {
        var refusal = WhatsAppRules.Product(body)
            ?? WhatsAppRules.Keys(body, "", ["messaging_product", "status", "message_id", "typing_indicator"])
            ?? (body.Words("status") == "read" ? null : WhatsAppRefusal.Value("status must be read"))
            ?? (body["typing_indicator"] is not JsonObject typing || typing.Words("type") == "text"
                ? null
                : WhatsAppRefusal.Value("typing_indicator['type'] must be text"))
            ?? (server.MarkRead(body.Words("message_id") ?? "")
                ? null
                : WhatsAppRefusal.Invalid("message_id is not a message of a user"));
        return refusal is null ? Answer(new JsonObject { ["success"] = true }) : Refuse(refusal);
    }

    private async Task<IResult> UploadAsync(string number, HttpRequest request)
    {
        server.Media.CountUpload();
        if (await MediaFaultAsync(request.HttpContext) is { } broken)
        {
            return broken;
        }

        if (number != server.Settings.PhoneNumberId || !request.HasFormContentType)
        {
            return Refuse(WhatsAppRefusal.UnknownObject);
        }

        var form = await request.ReadFormAsync();
        if (form["messaging_product"] != "whatsapp" || form.Files.GetFile("file") is not { } file)
        {
            return Refuse(WhatsAppRefusal.Missing("file"));
        }

        if (WhatsAppMedia.Check(file.ContentType, file.Length) is { } refusal)
        {
            return Refuse(refusal);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        var id = server.Media.Add(bytes.ToArray(), file.ContentType, fromPerson: false);
        return Answer(new JsonObject { ["id"] = id });
    }

    private Task<IResult?> MediaFaultAsync(HttpContext context)
    {
        server.TryTakeMediaFault(out var fault);
        return FaultAsync(fault, context);
    }

    private async Task<IResult> DownloadAsync(string key, HttpContext context) =>
        await MediaFaultAsync(context)
        ?? (server.Media.Open(key) is { } file ? Results.Bytes(file.Bytes, file.MediaType) : Results.NotFound());

    private async Task<IResult> MediaAsync(string id, HttpRequest request) =>
        await MediaFaultAsync(request.HttpContext) ?? Media(id, request);

    private IResult Media(string id, HttpRequest request) => server.Media.Find(id) is { } file
        ? Answer(new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["url"] = $"{request.Scheme}://{request.Host}/files/{server.Media.AddressOf(id)}",
            ["mime_type"] = file.MediaType,
            ["sha256"] = file.Sha256,
            ["file_size"] = file.Bytes.Length,
            ["id"] = id,
        })
        : Refuse(WhatsAppRefusal.UnknownObject);

    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
