using Ruhani.Bot.Channels.WebChat.DirectLine;
using Ruhani.Bot.Channels.WebChat.Uploads;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>
/// Delivers to web chat conversations by writing into their logs, which clients read over a stream or by polling. A
/// message that was written before is not written again, so a repeated delivery shows nothing twice.
/// </summary>
internal sealed class WebChatChannel(ConversationLogs logs, SentFiles files) : IChannel
{
    /// <summary>The channel's name.</summary>
    public const string ChannelName = "webchat";

    public string Name => ChannelName;

    public ChannelCapabilities Capabilities { get; } = new()
    {
        Markup = Markup.Markdown,
        MaxText = 8000,
        MaxTextWithChoices = 8000,
        MaxButtons = 40,
        MaxButtonLabel = 64,
        MaxToken = 500,
        Parallelism = 16,
        Files = SentFiles.Capabilities,
    };

    public async Task<DeliveryOutcome> SendAsync(
        OutboxMessage message, DeliveryContext context, CancellationToken cancellationToken)
    {
        using var lease = await FindAsync(message.Conversation.Chat, cancellationToken);
        if (lease is null)
        {
            return new DeliveryOutcome.Unreachable("no such conversation");
        }

        var address = message.File is { } file
            ? await files.PutAsync(file, lease.Log.Conversation, cancellationToken)
            : null;
        if (message.File is not null && address is null)
        {
            return new DeliveryOutcome.Rejected("the file is no longer kept");
        }

        var key = "out:" + Keys.Short(message.Id);
        var entry = await lease.Log.AppendAsync(key, ActivityWriter.Write(message, address), cancellationToken);
        return new DeliveryOutcome.Sent(entry.ActivityId);
    }

    // A chat is a conversation; a person's address leads to the conversation they used last.
    private async Task<ConversationLogs.Lease?> FindAsync(string chat, CancellationToken cancellationToken) =>
        await logs.RentAsync(chat, cancellationToken)
        ?? (await logs.LatestOfAsync(chat, cancellationToken) is { } latest
            ? await logs.RentAsync(latest, cancellationToken)
            : null);
}
