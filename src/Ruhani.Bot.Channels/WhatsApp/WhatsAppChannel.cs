using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// WhatsApp Cloud API: sends within the 24-hour window as it is, outside it by a configured template.
/// </summary>
internal sealed class WhatsAppChannel(
    IOptions<WhatsAppOptions> options,
    GraphClient graph,
    WhatsAppPeople people,
    WhatsAppFileSender files,
    WhatsAppReadMarks readMarks,
    WhatsAppTemplateStops stops,
    TimeProvider time,
    ILogger<WhatsAppChannel> logger) : IChannel
{
    /// <summary>Begins every key of this channel.</summary>
    public const string ChannelName = "whatsapp";

    private const string FileWaits = "outside the 24-hour window; a file can't go by a template";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public ChannelCapabilities Capabilities { get; } = new()
    {
        Markup = Markup.Asterisks,

        // Capabilities count characters as shown; WhatsApp counts the asterisks too.
        MaxText = WhatsAppLimits.Text - (2 * WhatsAppLimits.MarkupReserve),
        MaxTextWithChoices = WhatsAppLimits.InteractiveBody - WhatsAppLimits.MarkupReserve,
        MaxButtons = WhatsAppLimits.Buttons,
        MaxButtonLabel = WhatsAppLimits.ButtonTitle,
        MaxListRows = WhatsAppLimits.ListRows,
        MaxRowLabel = WhatsAppLimits.RowTitle,
        MaxRowDescription = WhatsAppLimits.RowDescription,
        MaxToken = WhatsAppLimits.Token,
        CanEdit = false,
        ReplyWindow = WhatsAppLimits.Window,
        ConfirmsDelivery = true,
        Files = WhatsAppFileSender.Capabilities,
        Parallelism = 32, // a read mark and a send are two round trips of some 150 ms; the network allows 80 a second
    };

    /// <inheritdoc/>
    public async Task<DeliveryOutcome> SendAsync(
        OutboxMessage message, DeliveryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(context);
        var address = await people.AddressAsync(message.Conversation.Chat, cancellationToken).ConfigureAwait(false);
        if (!IsWindowOpen(message, context))
        {
            return await SendTemplateAsync(message, address, cancellationToken).ConfigureAwait(false);
        }

        var request = message.File is null ? WhatsAppRequests.Reply(message, address) : null;
        if (message.File is null && request is null)
        {
            return new DeliveryOutcome.Rejected("more choices than WhatsApp can show");
        }

        if (message.InReplyTo is { Length: > 0 } answered)
        {
            await readMarks.MarkAsync(answered, cancellationToken).ConfigureAwait(false);
        }

        var answer = request is not null
            ? await graph.SendAsync(request, cancellationToken).ConfigureAwait(false)
            : await files.SendAsync(message, address, cancellationToken).ConfigureAwait(false);
        return answer is GraphAnswer.Refused { Error.Code: WhatsAppErrors.WindowClosed }
            ? await SendTemplateAsync(message, address, cancellationToken).ConfigureAwait(false)
            : Outcome(answer);
    }

    /// <summary>A reply whose conversation isn't loaded answers what was written when it was made.</summary>
    private bool IsWindowOpen(OutboxMessage message, DeliveryContext context)
    {
        var last = context.LastInboundAt ?? (message.InReplyTo is null ? null : message.CreatedAt);
        return last is { } at && time.GetUtcNow() - at < WhatsAppLimits.Window;
    }

    private async Task<DeliveryOutcome> SendTemplateAsync(
        OutboxMessage message, string address, CancellationToken cancellationToken)
    {
        var template = options.Value.Template(message.Purpose, message.Language);
        if (template is null)
        {
            return new DeliveryOutcome.Held(
                $"outside the 24-hour window; no template for {message.Purpose} in {message.Language}");
        }

        if (message is { File: not null, Text.Length: 0 })
        {
            return new DeliveryOutcome.Held(FileWaits);
        }

        if (stops.IsStopped(template))
        {
            return new DeliveryOutcome.Held($"outside the 24-hour window; template {template.Name} is resting");
        }

        var request = WhatsAppRequests.Templated(message, address, template);
        var answer = await graph.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer is GraphAnswer.Refused refused && WhatsAppErrors.BlamesTemplate(refused.Error.Code))
        {
            stops.Stop(template);
            logger.LogError(
                "WhatsApp template {Template} ({Language}) was refused with code {Code}: it rests for an hour",
                template.Name,
                template.Language,
                refused.Error.Code);
        }

        return answer is GraphAnswer.Accepted && message.File is not null
            ? new DeliveryOutcome.Held(FileWaits)
            : Outcome(answer);
    }

    private DeliveryOutcome Outcome(GraphAnswer answer)
    {
        switch (answer)
        {
            case GraphAnswer.Accepted accepted:
                return new DeliveryOutcome.Sent(accepted.Id);
            case GraphAnswer.Refused refused:
                var outcome = WhatsAppErrors.Outcome(refused.Error, refused.RetryAfter);
                logger.Log(
                    outcome is DeliveryOutcome.Halted ? LogLevel.Error : LogLevel.Warning,
                    "WhatsApp refused a message: code {Code}, trace {Trace}",
                    refused.Error.Code,
                    refused.Error.Trace);
                return outcome;
            case GraphAnswer.Unsendable hindered:
                return new DeliveryOutcome.Rejected(hindered.Reason);
            case GraphAnswer.Failed failed:
                return new DeliveryOutcome.Retry(failed.RetryAfter, RetryScope.Conversation, failed.Reason);
            default:
                throw new InvalidOperationException("Unknown answer.");
        }
    }
}
