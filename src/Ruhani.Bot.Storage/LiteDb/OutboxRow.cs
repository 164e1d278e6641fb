using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Storage.LiteDb;

internal enum RowState
{
    Waiting,
    Accepted,
    Held,
    Dead,
}

/// <summary>What became of a message since it was written; what is null is as the message says.</summary>
internal sealed record RowStatus(
    RowState State,
    DateTimeOffset? DueAt = null,
    int? Attempts = null,
    ConversationKey? Conversation = null,
    DateTimeOffset? SettledAt = null,
    string? Reason = null,
    string? MessageId = null)
{
    public static RowStatus New { get; } = new(RowState.Waiting);

    public OutboxMessage Over(OutboxMessage message) => message with
    {
        DueAt = DueAt ?? message.DueAt,
        Attempts = Attempts ?? message.Attempts,
        Conversation = Conversation ?? message.Conversation,
    };
}

/// <summary>
/// A message of the outbox in memory: all but its text, which stays in the file once it has got there.
/// </summary>
internal sealed class OutboxRow(long sequence, OutboxMessage message)
{
    private readonly ConversationKey _conversation = message.Conversation with
    {
        Channel = string.Intern(message.Conversation.Channel),
    };

    private readonly DateTimeOffset _dueAt = message.DueAt;

    /// <summary>Rises from row to row; the row's key in the file.</summary>
    public long Sequence => sequence;

    public string Id { get; } = message.Id;

    public long Order { get; } = message.Order;

    public OutboxPriority Priority { get; } = message.Priority;

    public RowStatus Status { get; set; } = RowStatus.New;

    /// <summary>True while the dispatcher has it.</summary>
    public bool InHand { get; set; }

    /// <summary>The journal entry that changed it last; 0 when its table has it as it is.</summary>
    public long Entry { get; set; }

    /// <summary>True when it lies in its table.</summary>
    public bool IsStored { get; set; }

    /// <summary>The message, as long as it lies only in the journal.</summary>
    public byte[]? Json { get; set; }

    public ConversationKey Conversation => Status.Conversation ?? _conversation;

    public DateTimeOffset DueAt => Status.DueAt ?? _dueAt;
}
