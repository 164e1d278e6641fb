namespace Ruhani.Bot.Activities;

/// <summary>
/// One inbound fact, the same for every channel. The set of kinds is closed: a channel turns what it receives into one
/// of the records below, or into <see cref="UnsupportedActivity"/> when a person did something we can't read.
/// </summary>
public abstract record Activity
{
    private protected Activity()
    {
    }

    /// <summary>
    /// The channel's own id of this fact with the channel's name before it (<c>telegram:42</c>). A second activity with
    /// the same id is a redelivery and has no effect.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Where it happened, and where replies go.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>Who did it.</summary>
    public required Sender From { get; init; }

    /// <summary>When it happened by the channel's clock, or when it was received if the channel doesn't say.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True in a chat of several people, where the bot answers only when it is addressed.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The channel's id of the message this came in, to mark it read or to reply to it.</summary>
    public string? MessageId { get; init; }
}

/// <summary>Written words.</summary>
public sealed record TextActivity : Activity
{
    /// <summary>The text as typed; may be empty or of any length.</summary>
    public required string Text { get; init; }
}

/// <summary>A command such as <c>/start PAYLOAD</c>.</summary>
public sealed record CommandActivity : Activity
{
    /// <summary>The name without the slash, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>What followed the name, trimmed; empty when nothing did.</summary>
    public string Payload { get; init; } = "";
}

/// <summary>A press of a button or a row of a list that we sent.</summary>
public sealed record ButtonActivity : Activity
{
    /// <summary>The token the button carried; comes from outside, so it may be anything.</summary>
    public required string Token { get; init; }

    /// <summary>The message the button stood in, where the channel can edit it.</summary>
    public string? SourceMessageId { get; init; }
}

/// <summary>A document.</summary>
public sealed record FileActivity : Activity
{
    /// <summary>The file.</summary>
    public required Attachment File { get; init; }

    /// <summary>Words sent along with it.</summary>
    public string? Caption { get; init; }
}

/// <summary>A picture.</summary>
public sealed record PhotoActivity : Activity
{
    /// <summary>The largest version there is.</summary>
    public required Attachment Photo { get; init; }

    /// <summary>Words sent along with it.</summary>
    public string? Caption { get; init; }
}

/// <summary>A voice message.</summary>
public sealed record VoiceActivity : Activity
{
    /// <summary>The recording.</summary>
    public required Attachment Voice { get; init; }
}

/// <summary>A point on the map.</summary>
public sealed record LocationActivity : Activity
{
    /// <summary>Degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public required double Longitude { get; init; }
}

/// <summary>A shared contact card.</summary>
public sealed record ContactActivity : Activity
{
    /// <summary>The phone number as the channel gives it.</summary>
    public required string Phone { get; init; }

    /// <summary>True when the channel vouches that it is the sender's own number.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>Somebody let the bot in or shut it out.</summary>
public sealed record MembershipActivity : Activity
{
    /// <summary>What changed.</summary>
    public required MembershipChange Change { get; init; }
}

/// <summary>What a <see cref="MembershipActivity"/> reports.</summary>
public enum MembershipChange
{
    /// <summary>A person opened the conversation for the first time without writing anything.</summary>
    Opened,

    /// <summary>A person blocked the bot: nothing more may be sent.</summary>
    Blocked,

    /// <summary>A person let the bot in again.</summary>
    Unblocked,

    /// <summary>The bot was added to a group.</summary>
    AddedToGroup,

    /// <summary>The bot was removed from a group.</summary>
    RemovedFromGroup,
}

/// <summary>
/// A moment that was waited for: starts a dialog in the conversation, without anybody having written.
/// </summary>
public sealed record TimerActivity : Activity
{
    /// <summary>The timer's id in the store; it is removed with the turn.</summary>
    public required string Timer { get; init; }

    /// <summary>The timer's version in the store.</summary>
    public required long Version { get; init; }

    /// <summary>The dialog.</summary>
    public required string Dialog { get; init; }

    /// <summary>The trigger that leads into it.</summary>
    public required string Trigger { get; init; }

    /// <summary>What it is about.</summary>
    public string Argument { get; init; } = "";
}

/// <summary>
/// Something a person sent that we can't read: a sticker, a poll, a kind that came after this version.
/// </summary>
public sealed record UnsupportedActivity : Activity
{
    /// <summary>The channel's word for it, for the log.</summary>
    public required string What { get; init; }
}
