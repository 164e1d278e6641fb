using System.Text.Json;
using Ruhani.Bot.Channels.WhatsApp.Wire;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>One message of a webhook with what its envelope says of the sender.</summary>
/// <param name="Id">The wamid.</param>
/// <param name="Type">As WhatsApp says it, <c>text</c> and so on.</param>
/// <param name="Ids">Who sent it; at least one is there.</param>
/// <param name="Name">The shown name.</param>
/// <param name="At">When it was sent; null when not told.</param>
/// <param name="Json">The message itself.</param>
internal sealed record WhatsAppInbound(
    string Id, string Type, WhatsAppIds Ids, string? Name, DateTimeOffset? At, JsonElement Json)
{
    /// <summary>Ids are keys of documents (200 characters with their prefix and the number of a reply).</summary>
    private const int MaxId = 180;

    /// <summary>Null when it can't be told apart or answered (no id, no sender), or belongs to a group.</summary>
    public static WhatsAppInbound? Read(JsonElement message, IReadOnlyList<JsonElement> contacts)
    {
        var phone = Key(message.NonEmpty("from"));
        var userId = Key(message.NonEmpty("from_user_id"));
        var contact = contacts.FirstOrDefault(c =>
            (phone is not null && c.Text("wa_id") == phone) || (userId is not null && c.Text("user_id") == userId));
        if (contact.ValueKind == JsonValueKind.Undefined && contacts.Count == 1 && (phone ?? userId) is null)
        {
            contact = contacts[0];
        }

        var ids = new WhatsAppIds(phone ?? Key(contact.NonEmpty("wa_id")), userId ?? Key(contact.NonEmpty("user_id")));
        var id = Key(message.NonEmpty("id"));
        return id is null || (ids.Phone ?? ids.UserId) is null || message.NonEmpty("group_id") is not null
            ? null
            : new WhatsAppInbound(
                id,
                message.NonEmpty("type") ?? "unknown",
                ids,
                contact.Child("profile")?.NonEmpty("name"),
                SentAt(message),
                message);
    }

    /// <summary>Seconds since 1970, within what the calendar holds.</summary>
    private static DateTimeOffset? SentAt(JsonElement json) =>
        json.Number("timestamp") is { } seconds and > 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? Key(string? id) => id is { Length: <= MaxId } ? id : null;
}
