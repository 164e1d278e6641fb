using System.Text.Json;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// Sends messages that carry a file. What was uploaded once is sent on by the id Telegram gave it, as long as this
/// process remembers it.
/// </summary>
internal sealed class TelegramFileSender(TelegramWire wire, IFileStore files, IOptions<TelegramOptions> options)
{
    // core.telegram.org/bots/api#sending-files: 50 MB, pictures 10 MB; captions 0–1024 after entity parsing.
    public static readonly FileCapabilities Capabilities = new()
    {
        MaxCaption = 1024,
        MaxFile = 50L * 1024 * 1024,
        MaxPicture = 10 * 1024 * 1024,
    };

    /// <summary>Bytes a second that even a bad line takes.</summary>
    private const int SlowLine = 64 * 1024;

    private readonly RememberedUploads _uploads = new();
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.SendTimeoutSeconds);

    /// <summary>Sends it once.</summary>
    /// <exception cref="HttpRequestException">The server couldn't be reached or broke off.</exception>
    /// <exception cref="TimeoutException">No complete answer came in time.</exception>
    public async Task<DeliveryOutcome> SendAsync(
        ChatId chat, OutboxMessage message, CancellationToken cancellationToken)
    {
        var file = message.File!;
        if (_uploads.Find(file) is { } known)
        {
            var again = TelegramRequests.SendFile(chat, message, InputFile.FromFileId(known));
            using var reply = await wire.CallAsync(again, _timeout, cancellationToken).ConfigureAwait(false);
            if (!TelegramOutcome.IsFileUnknown(reply))
            {
                return TelegramOutcome.Of(reply);
            }

            _uploads.Forget(file);
        }

        var content = await files.OpenAsync(file.File.Id, cancellationToken).ConfigureAwait(false);
        if (content is null)
        {
            return new DeliveryOutcome.Rejected("the file is no longer kept");
        }

        await using (content.ConfigureAwait(false))
        {
            var input = InputFile.FromStream(content, file.File.Name);
            return await UploadAsync(file, TelegramRequests.SendFile(chat, message, input), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task<DeliveryOutcome> UploadAsync(
        OutboxFile file, IRequest request, CancellationToken cancellationToken)
    {
        var patience = _timeout + TimeSpan.FromSeconds(file.File.Size / SlowLine);
        using var reply = await wire.UploadAsync(request, patience, cancellationToken).ConfigureAwait(false);
        if (reply.IsOk && FileId(reply.Result, file.AsPicture) is { } id)
        {
            _uploads.Keep(file, id);
        }

        return TelegramOutcome.Of(reply);
    }

    // A message with a picture names it in several sizes, the largest last.
    private static string? FileId(ReadOnlySpan<byte> message, bool isPicture)
    {
        var reader = new Utf8JsonReader(message);
        using var json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.TryGetProperty(isPicture ? "photo" : "document", out var file)
            && (isPicture ? file.EnumerateArray().LastOrDefault() : file) is { ValueKind: JsonValueKind.Object } one
            && one.TryGetProperty("file_id"u8, out var id)
                ? id.GetString()
                : null;
    }
}
