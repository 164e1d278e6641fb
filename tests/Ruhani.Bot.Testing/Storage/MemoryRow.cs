using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Testing.Storage;

/// <summary>A message in a <see cref="MemoryStore"/> and what became of it.</summary>
public sealed record MemoryRow(OutboxMessage Message, long Sequence)
{
    public MemoryRowState State { get; init; }

    /// <summary>True while the dispatcher has it.</summary>
    public bool InHand { get; init; }

    /// <summary>When it was accepted or set aside.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    public string? Reason { get; init; }

    public string? ChannelMessageId { get; init; }
}

public enum MemoryRowState
{
    Waiting,
    Accepted,
    Held,
    Dead,
}
