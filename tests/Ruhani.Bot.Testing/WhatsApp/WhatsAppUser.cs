using System.Globalization;
using System.Text.Json.Nodes;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>
/// A person with a phone. Methods ending in <c>Message</c> only make the message; the others deliver it to the webhook
/// and complete when it was acknowledged.
/// </summary>
public sealed class WhatsAppUser(WhatsAppServer server, string name, string? phone, string? userId, string? username)
{
    public string Name => name;

    /// <summary>Digits; null for a person known by a username only.</summary>
    public string? Phone { get; set; } = phone;

    /// <summary>The business-scoped id; null as before April 2026.</summary>
    public string? UserId { get; set; } = userId;

    public string? Username => username;

    /// <summary>True hides the number from webhooks, as for people with a username.</summary>
    public bool HidesPhone { get; set; }

    /// <summary>True makes every message to this person fail later with 131026.</summary>
    public bool IsUnreachable { get; set; }

    /// <summary>When this person last wrote, by the stand-in's clock; opens the 24-hour window.</summary>
    public DateTimeOffset? LastInboundAt { get; internal set; }

    public string? ShownPhone => HidesPhone ? null : Phone;

    public Task<string> SayAsync(string text, CancellationToken cancellationToken) =>
        server.DeliverAsync(this, TextMessage(text), cancellationToken);

    /// <summary>Presses the n-th button or row (from 1) of a message of ours.</summary>
    public Task<string> PressAsync(WhatsAppSent sent, int number, CancellationToken cancellationToken) =>
        server.DeliverAsync(this, PressMessage(sent, number), cancellationToken);

    /// <summary>Sends a message of any kind.</summary>
    public Task<string> SendAsync(string type, JsonNode content, CancellationToken cancellationToken) =>
        server.DeliverAsync(this, Message(type, content), cancellationToken);

    public JsonObject TextMessage(string text) => Message("text", new JsonObject { ["body"] = text });

    public JsonObject PressMessage(WhatsAppSent sent, int number)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var (id, title) = sent.Choices[number - 1];
        var kind = sent.IsList ? "list_reply" : "button_reply";
        var message = Message("interactive", new JsonObject
        {
            ["type"] = kind,
            [kind] = new JsonObject { ["id"] = id, ["title"] = title },
        });
        message["context"] = new JsonObject { ["from"] = server.Settings.DisplayPhoneNumber, ["id"] = sent.Id };
        return message;
    }

    public JsonObject Message(string type, JsonNode? content)
    {
        var message = new JsonObject();
        if (ShownPhone is { } from)
        {
            message["from"] = from;
        }

        if (UserId is { } id)
        {
            message["from_user_id"] = id;
        }

        message["id"] = server.NewMessageId(Phone ?? UserId!);
        var seconds = server.Settings.Time.GetUtcNow().ToUnixTimeSeconds();
        message["timestamp"] = seconds.ToString(CultureInfo.InvariantCulture);
        message["type"] = type;
        if (content is not null)
        {
            message[type] = content;
        }

        return message;
    }

    /// <summary>The entry of <c>contacts[]</c>.</summary>
    public JsonObject Contact()
    {
        var profile = new JsonObject { ["name"] = name };
        if (username is not null)
        {
            profile["username"] = username;
        }

        var contact = new JsonObject { ["profile"] = profile };
        if (ShownPhone is { } shown)
        {
            contact["wa_id"] = shown;
        }

        if (UserId is { } id)
        {
            contact["user_id"] = id;
        }

        return contact;
    }
}
