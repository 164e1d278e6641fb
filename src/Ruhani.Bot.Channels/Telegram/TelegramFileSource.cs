using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Activities;
using Telegram.Bot.Requests;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// Fetches what people sent: <c>getFile</c> gives a path that works for an hour at least. Bots get files up to 20 MB.
/// </summary>
internal sealed class TelegramFileSource(TelegramWire wire, IOptions<TelegramOptions> options) : IFileSource
{
    // core.telegram.org/bots/api#getfile
    private const long MaxDownload = 20 * 1024 * 1024;

    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.SendTimeoutSeconds);

    /// <inheritdoc/>
    public string Channel => TelegramActivityReader.Channel;

    /// <inheritdoc/>
    public async Task<FileFetch> OpenAsync(
        Attachment file, ConversationKey conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Size > MaxDownload)
        {
            return new FileFetch.TooLarge(MaxDownload);
        }

        try
        {
            using var reply = await wire
                .CallAsync(new GetFileRequest { FileId = file.Id }, _timeout, cancellationToken).ConfigureAwait(false);
            return !reply.IsOk ? Refusal(reply)
                : PathOf(reply.Result) is { } path
                    ? await DownloadAsync(path, cancellationToken).ConfigureAwait(false)
                    : new FileFetch.Refused("Telegram names no path for it");
        }
        catch (HttpRequestException fault)
        {
            return new FileFetch.Unavailable($"network: {fault.HttpRequestError}");
        }
        catch (TimeoutException)
        {
            return new FileFetch.Unavailable("no answer in time");
        }
    }

    private static FileFetch Refusal(TelegramReply reply) =>
        TelegramOutcome.IsFileTooLarge(reply) ? new FileFetch.TooLarge(MaxDownload)
        : TelegramOutcome.IsFileUnknown(reply) ? new FileFetch.Expired()
        : TelegramOutcome.Of(reply) is DeliveryOutcome.Rejected rejected ? new FileFetch.Refused(rejected.Reason)
        : new FileFetch.Unavailable($"getFile was refused with {reply.Code}");

    private async Task<FileFetch> DownloadAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await wire.DownloadAsync(path, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
        {
            var content = await ResponseStream.OpenAsync(answer, cancellationToken).ConfigureAwait(false);
            return new FileFetch.Fetched(content, answer.Content.Headers.ContentLength);
        }

        using (answer)
        {
            return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone
                ? new FileFetch.Expired()
                : new FileFetch.Unavailable($"the file was refused with {(int)answer.StatusCode}");
        }
    }

    // A path in the server's own file system (a local server) is no address.
    private static string? PathOf(ReadOnlySpan<byte> result)
    {
        var reader = new Utf8JsonReader(result);
        using var json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.TryGetProperty("file_path"u8, out var path)
            && path.GetString() is { Length: > 0 } text && text[0] != '/'
            && !text.Contains("..", StringComparison.Ordinal)
                ? text
                : null;
    }
}
