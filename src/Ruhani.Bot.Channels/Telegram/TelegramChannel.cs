using Microsoft.Extensions.Options;
using Ruhani.Bot.Outbox;
using Telegram.Bot.Requests.Abstractions;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>Sends on Telegram: HTML texts with inline keyboards, replaced in place when a button pages.</summary>
internal sealed class TelegramChannel(
    TelegramWire wire, TelegramFileSender files, TelegramCommandMenu menu, IOptions<TelegramOptions> options) : IChannel
{
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.SendTimeoutSeconds);

    /// <inheritdoc/>
    public string Name => TelegramActivityReader.Channel;

    /// <inheritdoc/>
    /// <remarks>
    /// core.telegram.org/bots/api: text 1–4096 after entity parsing, callback_data 1–64 bytes, 100 buttons.
    /// </remarks>
    public ChannelCapabilities Capabilities { get; } = new()
    {
        Markup = Markup.Html,
        MaxText = 4096,
        MaxTextWithChoices = 4096,
        MaxButtons = 100,
        MaxButtonLabel = 64,
        MaxToken = 64,
        CanEdit = true,
        Files = TelegramFileSender.Capabilities,
        Parallelism = options.Value.Parallelism,
    };

    /// <inheritdoc/>
    public async Task<DeliveryOutcome> SendAsync(
        OutboxMessage message, DeliveryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (TelegramRequests.ChatOf(message.Conversation.Chat) is not { } chat)
        {
            return new DeliveryOutcome.Rejected("the conversation names no Telegram chat");
        }

        try
        {
            var outcome = message.File is not null
                ? await files.SendAsync(chat, message, cancellationToken).ConfigureAwait(false)
                : TelegramRequests.Edit(chat, message) is { } edit
                && await EditAsync(edit, message, cancellationToken).ConfigureAwait(false) is { } edited
                    ? edited
                    : await CallAsync(TelegramRequests.Send(chat, message), cancellationToken).ConfigureAwait(false);
            if (outcome is DeliveryOutcome.Sent && message.MenuTag is { } tag)
            {
                await menu.ShowAsync(chat, tag, cancellationToken).ConfigureAwait(false);
            }

            return outcome;
        }
        catch (HttpRequestException fault)
        {
            return TelegramOutcome.Failed(fault.Message);
        }
        catch (TimeoutException fault)
        {
            return TelegramOutcome.Failed(fault.Message);
        }
    }

    /// <summary>Null when the earlier message can't be replaced any more and the new one has to be sent anew.</summary>
    private async Task<DeliveryOutcome?> EditAsync(
        IRequest edit, OutboxMessage message, CancellationToken cancellationToken)
    {
        using var reply = await wire.CallAsync(edit, _timeout, cancellationToken).ConfigureAwait(false);
        return TelegramOutcome.IsUnchanged(reply) ? new DeliveryOutcome.Sent(message.EditMessageId)
            : TelegramOutcome.IsUneditable(reply) ? null
            : TelegramOutcome.Of(reply);
    }

    private async Task<DeliveryOutcome> CallAsync(IRequest request, CancellationToken cancellationToken)
    {
        using var reply = await wire.CallAsync(request, _timeout, cancellationToken).ConfigureAwait(false);
        return TelegramOutcome.Of(reply);
    }
}
