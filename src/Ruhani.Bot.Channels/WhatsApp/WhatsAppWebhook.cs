using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>Hop 1: the two sides of <c>/whatsapp/webhook</c>.</summary>
internal sealed class WhatsAppWebhook(
    IOptions<WhatsAppOptions> options, WhatsAppInbox inbox, TimeProvider time, ILogger<WhatsAppWebhook> logger)
{
    /// <summary>
    /// Meta hangs up after 5 to 20 s, as different sources say; what is not committed by then comes again.
    /// </summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    /// <summary>Meta asks whether the address is ours: 200 with its challenge as plain text, else 403.</summary>
    public IResult Verify(HttpRequest request)
    {
        var isRight = request.Query["hub.mode"] == "subscribe"
            && WhatsAppSignature.AreSame(request.Query["hub.verify_token"], options.Value.VerifyToken);
        if (!isRight)
        {
            logger.LogWarning("A WhatsApp webhook verification with a wrong token was refused");
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return Results.Text(request.Query["hub.challenge"], "text/plain");
    }

    /// <summary>
    /// 200 once everything in it is committed, 500 so that it is delivered again; 401 for a wrong signature, 413 for
    /// more than 3 MB, 400 for what is no JSON object.
    /// </summary>
    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken aborted)
    {
        using var body = await ReadAsync(request, aborted).ConfigureAwait(false);
        if (body is null)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (!WhatsAppSignature.IsValid(request.Headers["X-Hub-Signature-256"], bytes.Span, options.Value.AppSecret))
        {
            logger.LogWarning("A WhatsApp webhook with a wrong signature was refused");
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        using var json = Parse(bytes);
        if (json is null)
        {
            logger.LogWarning("A signed WhatsApp webhook of {Length} bytes is no JSON object", bytes.Length);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        // Not bound to the caller's connection: a turn that has begun is finished even if Meta has hung up.
        using var deadline = new CancellationTokenSource(AnswerWithin, time);
        return await inbox.AcceptAsync(json.RootElement, deadline.Token).ConfigureAwait(false)
            ? Results.Ok()
            : Results.StatusCode(StatusCodes.Status500InternalServerError);
    }

    private static async Task<MemoryStream?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > WhatsAppLimits.WebhookBody)
        {
            return null;
        }

        var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > WhatsAppLimits.WebhookBody)
            {
                await body.DisposeAsync().ConfigureAwait(false);
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body;
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return json;
            }

            json.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
