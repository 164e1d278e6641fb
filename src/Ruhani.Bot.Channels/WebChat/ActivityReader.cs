using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>
/// Bot Framework activity ─► activities of the core: none when a person did nothing (typing, receipts, programmes'
/// events), several when a message holds several files.
/// </summary>
internal static partial class ActivityReader
{
    /// <summary>The event that our page sends when somebody opens a new conversation.</summary>
    public const string JoinEvent = "webchat/join";

    private const int MaxFiles = 10;

    // What programmes, not people, send.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "typing", "event", "endOfConversation", "messageReaction", "messageUpdate", "messageDelete", "trace",
        "conversationUpdate", "installationUpdate", "delay", "handoff", "command", "commandResult", "suggestion",
    };

    /// <summary>Reads one activity. The JSON may hold anything.</summary>
    public static IReadOnlyList<Activity> Read(JsonObject json, Inbound inbound)
    {
        var type = Wire.String(json, "type") ?? "";
        if (IsOpening(json, type))
        {
            return [Membership(inbound, MembershipChange.Opened)];
        }

        return type switch
        {
            "message" => Message(json, inbound),
            "installationUpdate" when Wire.String(json, "action") is "remove" or "remove-upgrade" =>
                [Membership(inbound, MembershipChange.Blocked)],
            _ when Silent.Contains(type) => [],
            _ => [Unsupported(inbound, type)],
        };
    }

    /// <summary>True when the activity says that a person came into the conversation.</summary>
    public static bool IsOpening(JsonObject json, string type) => type switch
    {
        "event" => Wire.String(json, "name") == JoinEvent,
        "conversationUpdate" => IsJoin(json),
        _ => false,
    };

    private static bool IsJoin(JsonObject json)
    {
        if (!json.ContainsKey("membersAdded"))
        {
            return !json.ContainsKey("membersRemoved");
        }

        var bot = Wire.String(Wire.Object(json, "recipient"), "id");
        return Wire.Objects(json, "membersAdded").Any(member => Wire.String(member, "id") is { } id && id != bot);
    }

    private static IReadOnlyList<Activity> Message(JsonObject json, Inbound inbound)
    {
        if (ButtonToken(json) is { } token)
        {
            return
            [
                new ButtonActivity
                {
                    Id = inbound.Id, Conversation = inbound.Conversation, From = inbound.From, At = inbound.At,
                    IsGroup = inbound.IsGroup, MessageId = inbound.MessageId,
                    Token = token, SourceMessageId = Wire.String(json, "replyToId"),
                },
            ];
        }

        var text = Wire.String(json, "text") is { } said ? WithoutMention(json, said) : null;
        var files = Files(json);
        if (files.Count > 0)
        {
            return [.. files.Select((file, index) => WithFile(inbound, file, index, text))];
        }

        return text is null ? [Unsupported(inbound, "message")] : [Words(inbound, text)];
    }

    private static string? ButtonToken(JsonObject json)
    {
        if (Wire.Object(json, "value") is { } value)
        {
            return Wire.String(value, "token");
        }

        // Some clients send the value of a button as text only.
        return string.IsNullOrEmpty(Wire.String(json, "text")) ? Wire.String(json, "value") : null;
    }

    private static string WithoutMention(JsonObject json, string text)
    {
        var bot = Wire.String(Wire.Object(json, "recipient"), "id");
        foreach (var entity in Wire.Objects(json, "entities"))
        {
            if (bot is not null
                && Wire.String(entity, "type") == "mention"
                && Wire.String(Wire.Object(entity, "mentioned"), "id") == bot
                && Wire.String(entity, "text") is { Length: > 0 } mention)
            {
                text = text.Replace(mention, "", StringComparison.Ordinal).Trim();
            }
        }

        return text;
    }

    private static List<Attachment> Files(JsonObject json)
    {
        var sizes = Wire.Object(json, "channelData")?["attachmentSizes"] as JsonArray;
        var files = new List<Attachment>();
        var index = -1;
        foreach (var attachment in Wire.Objects(json, "attachments"))
        {
            index++;
            if (Wire.String(attachment, "contentUrl") is not { Length: > 0 } address || files.Count == MaxFiles)
            {
                continue;
            }

            var size = sizes is not null && index < sizes.Count && sizes[index] is JsonValue value
                && value.TryGetValue<long>(out var bytes) ? bytes : (long?)null;
            files.Add(new Attachment(
                address, Wire.String(attachment, "name"), Wire.String(attachment, "contentType"), size));
        }

        return files;
    }

    private static Activity WithFile(Inbound inbound, Attachment file, int index, string? text)
    {
        var id = index == 0 ? inbound.Id : FormattableString.Invariant($"{inbound.Id}/{index + 1}");
        var caption = index == 0 && !string.IsNullOrWhiteSpace(text) ? text : null;
        var type = file.MediaType ?? "";
        if (type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase))
        {
            return new VoiceActivity
            {
                Id = id,
                Conversation = inbound.Conversation,
                From = inbound.From,
                At = inbound.At,
                IsGroup = inbound.IsGroup,
                MessageId = inbound.MessageId,
                Voice = file,
            };
        }

        return type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            ? new PhotoActivity
            {
                Id = id,
                Conversation = inbound.Conversation,
                From = inbound.From,
                At = inbound.At,
                IsGroup = inbound.IsGroup,
                MessageId = inbound.MessageId,
                Photo = file,
                Caption = caption,
            }
            : new FileActivity
            {
                Id = id,
                Conversation = inbound.Conversation,
                From = inbound.From,
                At = inbound.At,
                IsGroup = inbound.IsGroup,
                MessageId = inbound.MessageId,
                File = file,
                Caption = caption,
            };
    }

    private static Activity Words(Inbound inbound, string text) =>
        CommandPattern().Match(text) is { Success: true } match
            ? new CommandActivity
            {
                Id = inbound.Id,
                Conversation = inbound.Conversation,
                From = inbound.From,
                At = inbound.At,
                IsGroup = inbound.IsGroup,
                MessageId = inbound.MessageId,
                Name = match.Groups["name"].Value.ToLowerInvariant(),
                Payload = match.Groups["rest"].Value.Trim(),
            }
            : new TextActivity
            {
                Id = inbound.Id,
                Conversation = inbound.Conversation,
                From = inbound.From,
                At = inbound.At,
                IsGroup = inbound.IsGroup,
                MessageId = inbound.MessageId,
                Text = text,
            };

    private static MembershipActivity Membership(Inbound inbound, MembershipChange change) => new()
    {
        Id = inbound.Id,
        Conversation = inbound.Conversation,
        From = inbound.From,
        At = inbound.At,
        IsGroup = inbound.IsGroup,
        MessageId = inbound.MessageId,
        Change = change,
    };

    private static UnsupportedActivity Unsupported(Inbound inbound, string what) => new()
    {
        Id = inbound.Id,
        Conversation = inbound.Conversation,
        From = inbound.From,
        At = inbound.At,
        IsGroup = inbound.IsGroup,
        MessageId = inbound.MessageId,
        What = what,
    };

    [GeneratedRegex(@"^\s*/(?<name>[A-Za-z0-9_]{1,32})(?:@\S+)?(?:\s+(?<rest>.*))?$", RegexOptions.Singleline
        | RegexOptions.CultureInvariant)]
    private static partial Regex CommandPattern();
}
