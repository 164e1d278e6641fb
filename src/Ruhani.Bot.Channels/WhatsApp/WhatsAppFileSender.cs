using System.Collections.Frozen;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// Sends messages that carry a file: uploads it, then names it in the message. An upload is used again while WhatsApp
/// keeps it and this process remembers it.
/// </summary>
internal sealed class WhatsAppFileSender(GraphClient graph, IFileStore files, TimeProvider time)
{
    private const string PlainText = "text/plain";

    /// <summary>Bytes a second that even a bad line takes.</summary>
    private const int SlowLine = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Those of our kinds that WhatsApp lists, and as what they are uploaded: tables are text to it.</summary>
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["application/json"] = PlainText,
        ["text/calendar"] = PlainText,
        ["text/csv"] = PlainText,
    }.Concat(new[] { ".jpg", ".png", ".pdf", ".docx", ".xlsx", ".pptx", ".doc", ".xls", ".ppt", ".txt" }
        .Select(end => FileKinds.ByName(end)!.MediaType).Select(type => KeyValuePair.Create(type, type)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private readonly RememberedUploads _uploads = new(time, WhatsAppLimits.Upload);

    /// <summary>What WhatsApp takes; pictures are always shown there.</summary>
    public static FileCapabilities Capabilities { get; } = new()
    {
        MaxCaption = WhatsAppLimits.Caption - WhatsAppLimits.MarkupReserve,
        MaxFile = WhatsAppLimits.Document,
        MaxPicture = WhatsAppLimits.Picture,
        ShowsEveryPicture = true,
        MediaTypes = Types.Keys.ToFrozenSet(),
    };

    /// <summary>Sends it once.</summary>
    public async Task<GraphAnswer> SendAsync(
        OutboxMessage message, string address, CancellationToken cancellationToken)
    {
        var file = message.File!;
        if (_uploads.Find(file) is { } known
            && WhatsAppRequests.WithFile(message, address, known) is { } again)
        {
            var answer = await graph.SendAsync(again, cancellationToken).ConfigureAwait(false);
            if (answer is not GraphAnswer.Refused refused
                || WhatsAppErrors.Outcome(refused.Error) is not DeliveryOutcome.Rejected)
            {
                return answer;
            }

            // It may be the upload that WhatsApp no longer knows.
            _uploads.Forget(file);
        }

        if (!Types.TryGetValue(file.File.MediaType, out var type))
        {
            return new GraphAnswer.Unsendable("a kind of file that WhatsApp does not take");
        }

        var upload = await UploadAsync(file, type, cancellationToken).ConfigureAwait(false);
        if (upload is not GraphAnswer.Accepted { Id: { } media })
        {
            return upload is GraphAnswer.Accepted ? new GraphAnswer.Failed("the upload has no id") : upload;
        }

        _uploads.Keep(file, media);
        return WhatsAppRequests.WithFile(message, address, media) is { } request
            ? await graph.SendAsync(request, cancellationToken).ConfigureAwait(false)
            : new GraphAnswer.Unsendable("more choices than WhatsApp can show under a file");
    }

    private async Task<GraphAnswer> UploadAsync(OutboxFile file, string type, CancellationToken cancellationToken)
    {
        var content = await files.OpenAsync(file.File.Id, cancellationToken).ConfigureAwait(false);
        if (content is null)
        {
            return new GraphAnswer.Unsendable("the file is no longer kept");
        }

        await using (content.ConfigureAwait(false))
        {
            var within = Patience + TimeSpan.FromSeconds(file.File.Size / SlowLine);
            return await graph.UploadAsync(content, type, within, cancellationToken).ConfigureAwait(false);
        }
    }
}
