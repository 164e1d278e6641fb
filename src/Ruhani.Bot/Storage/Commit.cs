using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Storage;

/// <summary>What is written together: state, people, records, outbox and the mark that the activity was seen.</summary>
public sealed record Commit
{
    /// <summary>The activity this is the effect of; null for what no activity caused.</summary>
    public string? ActivityId { get; init; }

    /// <summary>When, for purging the mark.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Documents to put or remove.</summary>
    public IReadOnlyList<DocumentWrite> Documents { get; init; } = [];

    /// <summary>New messages. A message whose id is already in the outbox is left as it is.</summary>
    public IReadOnlyList<OutboxMessage> Messages { get; init; } = [];

    /// <summary>What became of messages; a change for a message that is gone has no effect.</summary>
    public IReadOnlyList<OutboxChange> Changes { get; init; } = [];

    /// <summary>
    /// Conversations whose messages are to be gone, whatever has become of them: waiting, held, accepted or dead. Those
    /// this commit brings stay. What is being sent at this moment may still arrive.
    /// </summary>
    public IReadOnlyCollection<ConversationKey> Forget { get; init; } = [];

    /// <summary>A conversation whose held messages may go now, because the person wrote.</summary>
    public ConversationKey? ReleaseHeld { get; init; }

    /// <summary>
    /// Nobody waits for it: a store may hold it back for some hundredths of a second, to write it with the next one.
    /// </summary>
    public bool CanWait { get; init; }
}

/// <summary>How a commit ended.</summary>
public enum CommitOutcome
{
    /// <summary>Written and durable.</summary>
    Committed,

    /// <summary>The activity had been committed before; nothing was written.</summary>
    Duplicate,

    /// <summary>Somebody else changed a document meanwhile; nothing was written. Load again and repeat.</summary>
    Conflict,
}
