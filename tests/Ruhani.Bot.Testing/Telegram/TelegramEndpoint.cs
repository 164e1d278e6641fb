using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>The HTTP side: <c>/bot{token}/{method}</c> and <c>/file/bot{token}/{path}</c>.</summary>
internal sealed class TelegramEndpoint(TelegramServer server)
{
    private readonly TelegramMethods _methods = new(server);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await DispatchAsync(context);
        }
        catch (TelegramRefusal refusal)
        {
            await WriteAsync(context, refusal);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private async Task DispatchAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/file/bot", StringComparison.Ordinal))
        {
            await DownloadAsync(context, Authorize(path, "/file/bot".Length));
            return;
        }

        if (!path.StartsWith("/bot", StringComparison.Ordinal))
        {
            throw TelegramRefusal.NotFound();
        }

        var method = Authorize(path, "/bot".Length);
        var options = server.Options;
        var arguments = await TelegramArguments.ReadAsync(context.Request, options.Record);
        server.Calls.Add(method, arguments, options.Record);
        var fault = server.Faults.Take(method, arguments.Text("chat_id"));
        if (fault is not null && await FailAsync(context, fault))
        {
            return;
        }

        var result = await _methods.CallAsync(method, arguments, context.RequestAborted);
        if (fault is TelegramFault.Drop)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, result);
    }

    /// <summary>What follows the token in the path, when the token is right.</summary>
    private string Authorize(string path, int start)
    {
        var slash = path.IndexOf('/', start);
        var token = slash < 0 ? "" : path[start..slash];
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !token.AsSpan(0, colon).ContainsAnyInRange('0', '9'))
        {
            throw TelegramRefusal.NotFound();
        }

        return token == server.Token ? path[(slash + 1)..] : throw TelegramRefusal.Unauthorized();
    }

    /// <summary>True when the fault was the whole answer.</summary>
    private static async Task<bool> FailAsync(HttpContext context, TelegramFault fault)
    {
        switch (fault)
        {
            case TelegramFault.Refuse refuse:
                throw refuse.Refusal;
            case TelegramFault.Drop { Afterwards: false }:
                context.Abort();
                return true;
            case TelegramFault.Garble garble:
                context.Response.StatusCode = garble.Status;
                await context.Response.WriteAsync("<html>upstream is away</html>");
                return true;
            case TelegramFault.Hold hold:
                await hold.Until.WaitAsync(context.RequestAborted);
                return false;
            default:
                return false;
        }
    }

    private async Task DownloadAsync(HttpContext context, string path)
    {
        server.Calls.Add("download", new TelegramArguments(), server.Options.Record);
        var fault = server.Faults.Take("download", chat: null);
        if (fault is not null && await FailAsync(context, fault))
        {
            return;
        }

        var name = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var file = server.State.File(name) ?? throw TelegramRefusal.NotFound();
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = file.Bytes.Length;
        if (fault is TelegramFault.Drop)
        {
            await context.Response.Body.WriteAsync(file.Bytes.AsMemory(0, file.Bytes.Length / 2));
            // The announced length stays unfulfilled: the connection is closed.
            return;
        }

        await context.Response.Body.WriteAsync(file.Bytes);
    }

    private static async Task WriteAsync(HttpContext context, byte[] result)
    {
        var response = context.Response;
        response.ContentType = "application/json";
        response.ContentLength = "{\"ok\":true,\"result\":}"u8.Length + result.Length;
        var body = response.BodyWriter;
        body.Write("{\"ok\":true,\"result\":"u8);
        body.Write(result);
        body.Write("}"u8);
        await body.FlushAsync();
    }

    private static async Task WriteAsync(HttpContext context, TelegramRefusal refusal)
    {
        var json = TelegramJson.Write(refusal, static (json, it) =>
        {
            json.WriteStartObject();
            json.WriteBoolean("ok"u8, false);
            json.WriteNumber("error_code"u8, it.Code);
            json.WriteString("description"u8, it.Message);
            WriteParameters(json, it);
            json.WriteEndObject();
        });
        var response = context.Response;
        response.StatusCode = refusal.Code;
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        if (refusal.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await response.Body.WriteAsync(json);
    }

    private static void WriteParameters(Utf8JsonWriter json, TelegramRefusal refusal)
    {
        if (refusal.RetryAfter is null && refusal.MigrateToChat is null)
        {
            return;
        }

        json.WriteStartObject("parameters"u8);
        if (refusal.RetryAfter is { } seconds)
        {
            json.WriteNumber("retry_after"u8, seconds);
        }

        if (refusal.MigrateToChat is { } chat)
        {
            json.WriteNumber("migrate_to_chat_id"u8, chat);
        }

        json.WriteEndObject();
    }
}
