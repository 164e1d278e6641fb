using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// Hop 1 by webhook: proves that it is Telegram, parses the update, and answers 200 only when its turn is committed;
/// anything else makes Telegram send it again.
/// </summary>
internal sealed class TelegramWebhook(
    TelegramIdentity bot,
    TelegramUpdateHandler handler,
    IOptions<TelegramOptions> options,
    ILogger<TelegramWebhook> logger)
{
    /// <summary>The largest body that is read; Telegram's own stay far below.</summary>
    public const int MaxBody = 1024 * 1024;

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private readonly byte[] _secret = Digest(options.Value.WebhookSecret ?? "");

    /// <summary>Takes one update.</summary>
    /// <returns>The status to answer with.</returns>
    public async Task<int> ReceiveAsync(HttpRequest request)
    {
        var header = request.Headers[SecretHeader];
        // Digests have one length, so the comparison's time tells nothing about the secret, not even how long it is.
        if (header.Count != 1 || !CryptographicOperations.FixedTimeEquals(Digest(header.ToString()), _secret))
        {
            return StatusCodes.Status401Unauthorized;
        }

        if (!bot.IsKnown)
        {
            return StatusCodes.Status503ServiceUnavailable;
        }

        ParsedUpdate update;
        try
        {
            using var body = await PooledBody
                .ReadAsync(request.Body, request.ContentLength, MaxBody, request.HttpContext.RequestAborted)
                .ConfigureAwait(false);
            if (body is null)
            {
                return StatusCodes.Status413PayloadTooLarge;
            }

            update = TelegramUpdateParser.Parse(body.Bytes.Span);
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException fault)
        {
            return fault.StatusCode;
        }

        return await RunAsync(update).ConfigureAwait(false);
    }

    private async Task<int> RunAsync(ParsedUpdate update)
    {
        try
        {
            // A turn that began goes on to its commit although Telegram hangs up: it would only come again.
            await handler.HandleAsync(handler.Read(update), CancellationToken.None).ConfigureAwait(false);
            return StatusCodes.Status200OK;
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "Telegram update {UpdateId} could not be committed; it will come again", update.Id);
            return StatusCodes.Status500InternalServerError;
        }
    }

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
