using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Outbox;

/// <summary>What became of a message in the outbox; committed by the dispatcher.</summary>
/// <param name="Id">The message's id.</param>
public abstract record OutboxChange(string Id)
{
    /// <summary>Delivered: the row goes.</summary>
    public sealed record Done(string Id) : OutboxChange(Id);

    /// <summary>
    /// Accepted, but delivery is still to be confirmed: the row stays until a receipt or until it is purged. Has no
    /// effect on a row nobody holds: then a receipt that came before the acceptance was committed has already settled
    /// it.
    /// </summary>
    /// <param name="Id">The message's id.</param>
    /// <param name="MessageId">The channel's id, which the receipt will name.</param>
    public sealed record Accepted(string Id, string? MessageId) : OutboxChange(Id);

    /// <summary>To be tried again; durable, so that a restart keeps the wait and the count.</summary>
    /// <param name="Id">The message's id.</param>
    /// <param name="DueAt">Not before this moment.</param>
    /// <param name="Attempts">Attempts made so far.</param>
    /// <param name="KeepsHold">
    /// True when whoever holds the message tries it again itself: a held row stays held and is not handed over twice.
    /// </param>
    public sealed record Rescheduled(string Id, DateTimeOffset DueAt, int Attempts, bool KeepsHold = false)
        : OutboxChange(Id);

    /// <summary>Kept until the person writes again.</summary>
    public sealed record Held(string Id, string Reason) : OutboxChange(Id);

    /// <summary>Will never be sent: kept aside, with why, for the operator.</summary>
    public sealed record Dead(string Id, string Reason) : OutboxChange(Id);

    /// <summary>
    /// The chat's id changed: every waiting or held row of the old chat now goes to the new one, and so does the
    /// conversation's document when the new chat has none. The message that found out may be claimed again.
    /// </summary>
    /// <param name="Id">The message that found out.</param>
    /// <param name="From">The old conversation.</param>
    /// <param name="To">The new one.</param>
    /// <param name="KeepsHold">
    /// True when whoever holds the message sends it again itself: it may not be claimed.
    /// </param>
    public sealed record Moved(string Id, ConversationKey From, ConversationKey To, bool KeepsHold = false)
        : OutboxChange(Id);
}
