using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Channels;

/// <summary>
/// One network the bot speaks on. Receiving is the channel's own affair (a webhook, a poller): it turns what comes into
/// activities and hands them to <see cref="Turns.ITurnRunner"/>. Sending happens only through this port, called by the
/// outbox dispatcher after the turn is committed.
/// </summary>
public interface IChannel
{
    /// <summary>The name that begins every <see cref="Activities.ConversationKey"/> of this channel.</summary>
    string Name { get; }

    /// <summary>
    /// What the network can show; replies are shaped to it before they reach <see cref="SendAsync"/>.
    /// </summary>
    ChannelCapabilities Capabilities { get; }

    /// <summary>
    /// Tries once to deliver a message. Never sleeps and never throws for what the network or the server did: that is
    /// the outcome. The dispatcher calls it for one message of a conversation at a time, for several conversations at
    /// once.
    /// </summary>
    Task<DeliveryOutcome> SendAsync(
        OutboxMessage message, DeliveryContext context, CancellationToken cancellationToken);
}
