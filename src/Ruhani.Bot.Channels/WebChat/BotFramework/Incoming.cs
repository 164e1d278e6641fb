using System.Text.Json.Nodes;

namespace Ruhani.Bot.Channels.WebChat.BotFramework;

/// <summary>What an activity for <c>/api/messages</c> says about where it is from.</summary>
internal sealed record Incoming
{
    private const int MaxId = 400;

    /// <summary>The channel behind the service.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The conversation's id there.</summary>
    public required string ConversationId { get; init; }

    /// <summary>Who wrote.</summary>
    public required string User { get; init; }

    /// <summary>The writer's name.</summary>
    public string? Name { get; init; }

    /// <summary>The bot's id there.</summary>
    public string? Bot { get; init; }

    /// <summary>The bot's name there.</summary>
    public string? BotName { get; init; }

    /// <summary>The activity's id.</summary>
    public string? Id { get; init; }

    /// <summary>True among several people.</summary>
    public bool IsGroup { get; init; }

    /// <summary>True when the replies belong into the answer.</summary>
    public bool IsExpectingReplies { get; init; }

    /// <summary>The chat within our channel. Long ids, as Teams has them, are shortened to a hash.</summary>
    public string Chat => $"{ChannelId}/{DirectLine.Keys.Short(ConversationId)}";

    /// <summary>Where replies go.</summary>
    public ServiceAddress Address(string service) => new(service, ConversationId, ChannelId, Bot, BotName, User);

    /// <summary>Reads it; null when something needed is missing.</summary>
    public static Incoming? Read(JsonObject json)
    {
        var conversation = Wire.Object(json, "conversation");
        var from = Wire.Object(json, "from");
        var recipient = Wire.Object(json, "recipient");
        if (Wire.String(json, "type") is null
            || Bounded(Wire.String(conversation, "id")) is not { } conversationId
            || Bounded(Wire.String(from, "id")) is not { } user)
        {
            return null;
        }

        return new Incoming
        {
            ChannelId = DirectLine.Keys.Short(Wire.String(json, "channelId") ?? "unknown"),
            ConversationId = conversationId,
            User = user,
            Name = Wire.String(from, "name"),
            Bot = Wire.String(recipient, "id"),
            BotName = Wire.String(recipient, "name"),
            Id = Bounded(Wire.String(json, "id")),
            IsGroup = conversation!["isGroup"] is JsonValue group && group.TryGetValue<bool>(out var value) && value,
            IsExpectingReplies = Wire.String(json, "deliveryMode") == "expectReplies",
        };
    }

    private static string? Bounded(string? text) => text is { Length: > 0 and <= MaxId } ? text : null;
}
