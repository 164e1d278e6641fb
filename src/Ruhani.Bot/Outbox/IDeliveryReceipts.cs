namespace Ruhani.Bot.Outbox;

/// <summary>
/// Takes what a network reports about messages it accepted earlier. Reports may come twice and in any order.
/// </summary>
public interface IDeliveryReceipts
{
    /// <summary>Records receipts; durable when it returns.</summary>
    Task RecordAsync(IReadOnlyList<DeliveryReceipt> receipts, CancellationToken cancellationToken);
}

/// <summary>One report.</summary>
/// <param name="OutboxId">The <see cref="OutboxMessage.Id"/> the network gave back to us.</param>
/// <param name="Outcome">
/// Null when the message arrived; otherwise what the failure means, in the same terms as a direct answer.
/// </param>
public sealed record DeliveryReceipt(string OutboxId, Channels.DeliveryOutcome? Outcome);
