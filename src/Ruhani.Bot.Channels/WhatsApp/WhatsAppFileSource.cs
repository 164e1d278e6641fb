using System.Net;
using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// Fetches what people sent: the id of a webhook, good for 7 days, gives an address that is good for 5 minutes.
/// </summary>
internal sealed class WhatsAppFileSource(GraphClient graph) : IFileSource
{
    // Graph's code and subcode for an object that isn't there.
    private const int InvalidParameter = 100;
    private const int NoSuchObject = 33;
    private const int MediaDownload = 131052;

    /// <inheritdoc/>
    public string Channel => WhatsAppChannel.ChannelName;

    /// <inheritdoc/>
    public async Task<FileFetch> OpenAsync(
        Attachment file, ConversationKey conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var answer = await graph.FindMediaAsync(file.Id, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            GraphAnswer.Accepted { Url: { } url } found =>
                await DownloadAsync(url, found.Size, cancellationToken).ConfigureAwait(false),
            GraphAnswer.Accepted => new FileFetch.Refused("WhatsApp names no address for it"),
            GraphAnswer.Refused refused => Refusal(refused.Error),
            GraphAnswer.Failed failed => new FileFetch.Unavailable(failed.Reason),
            _ => throw new InvalidOperationException("Unknown answer."),
        };
    }

    private static FileFetch Refusal(WhatsAppError error) => WhatsAppErrors.Outcome(error) switch
    {
        _ when error is { Code: InvalidParameter, Subcode: NoSuchObject } or { Code: MediaDownload } =>
            new FileFetch.Expired(),
        DeliveryOutcome.Rejected rejected => new FileFetch.Refused(rejected.Reason),
        _ => new FileFetch.Unavailable(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"WhatsApp {error.Code}")),
    };

    private async Task<FileFetch> DownloadAsync(string url, long? size, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await graph.DownloadAsync(url, cancellationToken).ConfigureAwait(false);
            if (answer is null)
            {
                return new FileFetch.Refused("its address is none we give our token to");
            }

            if (answer.IsSuccessStatusCode)
            {
                var content = await ResponseStream.OpenAsync(answer, cancellationToken).ConfigureAwait(false);
                return new FileFetch.Fetched(content, answer.Content.Headers.ContentLength ?? size);
            }

            using (answer)
            {
                return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone
                    ? new FileFetch.Expired()
                    : new FileFetch.Unavailable($"the file was refused with {(int)answer.StatusCode}");
            }
        }
        catch (HttpRequestException fault)
        {
            return new FileFetch.Unavailable($"network: {fault.HttpRequestError}");
        }
    }
}
