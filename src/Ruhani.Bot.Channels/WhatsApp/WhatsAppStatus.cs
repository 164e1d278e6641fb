using System.Text.Json;
using Ruhani.Bot.Channels.WhatsApp.Wire;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>What became of a message of ours.</summary>
/// <param name="State"><c>sent</c>, <c>delivered</c>, <c>read</c>, <c>played</c>, <c>failed</c>.</param>
/// <param name="OutboxId">What we gave along when sending.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Ids">Whom it was for; both ids together are worth remembering.</param>
internal sealed record WhatsAppStatus(string State, string? OutboxId, WhatsAppError? Error, WhatsAppIds Ids)
{
    /// <summary>Null for what is no status of a message to one person.</summary>
    public static WhatsAppStatus? Read(JsonElement status, IReadOnlyList<JsonElement> contacts)
    {
        if (status.NonEmpty("status") is not { } state || status.Text("recipient_type") == "group")
        {
            return null;
        }

        var recipient = status.NonEmpty("recipient_id");
        var phone = recipient is not null && recipient.All(char.IsAsciiDigit) ? recipient : null;
        var userId = status.NonEmpty("recipient_user_id")
            ?? contacts.FirstOrDefault(c => phone is not null && c.Text("wa_id") == phone).NonEmpty("user_id");
        var error = status.Items("errors").Select(e => (int?)e.Number("code")).FirstOrDefault();
        return new WhatsAppStatus(
            state,
            status.NonEmpty("biz_opaque_callback_data"),
            state == "failed" ? new WhatsAppError(error ?? 131000) : null,
            new WhatsAppIds(phone, userId));
    }

    /// <summary>
    /// The receipts of a batch: one a message, and arrival beats failure, for statuses come in any order. <c>sent</c>
    /// says no more than the answer to our request did.
    /// </summary>
    public static IReadOnlyList<DeliveryReceipt> Receipts(IEnumerable<WhatsAppStatus> statuses) =>
    [
        .. statuses
            .Where(s => s.OutboxId is not null && s.State is "delivered" or "read" or "played" or "failed")
            .GroupBy(s => s.OutboxId!, StringComparer.Ordinal)
            .Select(g => g.Any(s => s.Error is null)
                ? new DeliveryReceipt(g.Key, Outcome: null)
                : new DeliveryReceipt(g.Key, WhatsAppErrors.Outcome(g.Last().Error!))),
    ];
}
