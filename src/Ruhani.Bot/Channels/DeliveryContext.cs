namespace Ruhani.Bot.Channels;

/// <summary>What the dispatcher knows of the conversation at the moment of sending.</summary>
/// <param name="LastInboundAt">
/// When the person last wrote; null when never or not loaded. Filled only for channels with a
/// <see cref="ChannelCapabilities.ReplyWindow"/>.
/// </param>
public sealed record DeliveryContext(DateTimeOffset? LastInboundAt)
{
    /// <summary>Nothing known.</summary>
    public static DeliveryContext Empty { get; } = new((DateTimeOffset?)null);
}
