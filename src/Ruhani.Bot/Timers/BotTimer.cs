namespace Ruhani.Bot.Timers;

/// <summary>
/// A turn that is to be run in a conversation at a moment: a reminder, a deadline, news for somebody else (due at
/// once). Kept in the store with the commit that set it, and removed with the commit of its own turn, so it has its
/// effect exactly once.
/// </summary>
public sealed record BotTimer
{
    /// <summary>The conversation, <c>channel:chat</c>.</summary>
    public required string Conversation { get; init; }

    /// <summary>Whose turn it is: the person's address; in a private chat the conversation.</summary>
    public required string Person { get; init; }

    /// <summary>True when the conversation is a group.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The dialog that is started.</summary>
    public required string Dialog { get; init; }

    /// <summary>The trigger that leads into it.</summary>
    public required string Trigger { get; init; }

    /// <summary>What it is about.</summary>
    public string Argument { get; init; } = "";
}
