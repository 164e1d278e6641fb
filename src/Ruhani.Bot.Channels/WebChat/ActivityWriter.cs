using System.Text.Json.Nodes;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>Outbox message ─► Bot Framework activity.</summary>
internal static class ActivityWriter
{
    private const string HeroCard = "application/vnd.microsoft.card.hero";

    /// <summary>
    /// Writes a message. Buttons are a hero card, not suggested actions: those vanish with the next message, and
    /// buttons of old messages are to stay pressable. How they stood in rows is in <c>channelData</c>, for clients
    /// that care.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="address">Where the client finds its file; null when it carries none.</param>
    public static JsonObject Write(OutboxMessage message, string? address = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["from"] = Bot(),
            ["text"] = message.Text,
            ["textFormat"] = "markdown",
            ["locale"] = message.Language,
            ["inputHint"] = "acceptingInput",
        };
        if (message.InReplyTo is not null)
        {
            activity["replyToId"] = message.InReplyTo;
        }

        var attachments = new JsonArray();
        var data = new JsonObject();
        if (message.File?.File is { } file)
        {
            attachments.Add(new JsonObject
            {
                ["contentType"] = file.MediaType,
                ["contentUrl"] = address,
                ["name"] = file.Name,
            });
            data["attachmentSizes"] = new JsonArray(JsonValue.Create(file.Size));
        }

        var buttons = message.Buttons.SelectMany(row => row).Select(JsonNode? (button) => Button(button)).ToArray();
        if (buttons.Length > 0)
        {
            attachments.Add(new JsonObject
            {
                ["contentType"] = HeroCard,
                ["content"] = new JsonObject { ["buttons"] = new JsonArray(buttons) },
            });
            data["rows"] = new JsonArray([.. message.Buttons.Select(row => JsonValue.Create(row.Count))]);
        }

        if (attachments.Count > 0)
        {
            activity["attachments"] = attachments;
            activity["channelData"] = data;
        }

        return activity;
    }

    /// <summary>Says that an answer is being made.</summary>
    public static JsonObject Typing() => new() { ["type"] = "typing", ["from"] = Bot() };

    private static JsonObject Bot() => new() { ["id"] = "ruhani", ["name"] = "Рухани жаңғыру", ["role"] = "bot" };

    private static JsonObject Button(OutboxButton button) => new()
    {
        ["type"] = "postBack",
        ["title"] = button.Label,
        ["value"] = new JsonObject { ["token"] = button.Token },
    };
}
