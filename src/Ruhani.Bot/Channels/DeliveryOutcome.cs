namespace Ruhani.Bot.Channels;

/// <summary>How one attempt to deliver ended. A closed set: the dispatcher acts on each kind.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The server took it.</summary>
    /// <param name="MessageId">The channel's id of the message, if it gave one.</param>
    public sealed record Sent(string? MessageId = null) : DeliveryOutcome;

    /// <summary>Not now: try again later.</summary>
    /// <param name="After">How long the server asked to wait; null lets the dispatcher back off by itself.</param>
    /// <param name="Scope">Whom the wait concerns.</param>
    /// <param name="Reason">For the log; holds no text of the message and no secret.</param>
    public sealed record Retry(TimeSpan? After, RetryScope Scope, string Reason) : DeliveryOutcome;

    /// <summary>
    /// The person can't be reached any more (blocked the bot, gone): mark the person, drop the message.
    /// </summary>
    public sealed record Unreachable(string Reason) : DeliveryOutcome;

    /// <summary>This message can never be sent: set it aside with a log line.</summary>
    public sealed record Rejected(string Reason) : DeliveryOutcome;

    /// <summary>The chat has a new id: rewrite the address and send again.</summary>
    public sealed record Moved(string NewChat) : DeliveryOutcome;

    /// <summary>May not be sent until the person writes again (WhatsApp's 24-hour window): keep it.</summary>
    public sealed record Held(string Reason) : DeliveryOutcome;

    /// <summary>
    /// The whole channel can't send until an operator acts (bad token, no permission): stop it, keep the queue.
    /// </summary>
    public sealed record Halted(string Reason) : DeliveryOutcome;
}

/// <summary>What a <see cref="DeliveryOutcome.Retry"/> makes wait.</summary>
public enum RetryScope
{
    /// <summary>Only this conversation.</summary>
    Conversation,

    /// <summary>Everything this channel sends.</summary>
    Channel,
}
