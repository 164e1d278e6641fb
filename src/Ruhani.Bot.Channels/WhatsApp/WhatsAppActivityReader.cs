using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.WhatsApp.Wire;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// Hop 2: a message of a webhook as an activity. Null is on purpose: reactions, notices of the system, and edits and
/// removals of what was already handled (an edited answer must not be taken for the answer to the next question).
/// </summary>
internal sealed partial class WhatsAppActivityReader
{
    private readonly WhatsAppInbound _message;
    private readonly ConversationKey _conversation;
    private readonly DateTimeOffset _at;

    private WhatsAppActivityReader(WhatsAppInbound message, string chat, DateTimeOffset receivedAt)
    {
        _message = message;
        _conversation = new ConversationKey(WhatsAppChannel.ChannelName, chat);
        _at = message.At ?? receivedAt;
    }

    // A wamid holds the telephone number, and what is made in a turn is kept under its activity's id.
    private string Id => $"{WhatsAppChannel.ChannelName}:" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(_message.Id)).AsSpan(0, 16));

    private Sender From => new(_conversation.ToString(), Name: _message.Name);

    public static Activity? Read(WhatsAppInbound message, string chat, DateTimeOffset receivedAt) =>
        new WhatsAppActivityReader(message, chat, receivedAt).Read();

    private Activity? Read()
    {
        var json = _message.Json;
        return _message.Type switch
        {
            "reaction" or "system" or "edit" or "revoke" => null,
            "text" => json.Child("text")?.Text("body") is { } body ? Words(body) : Unsupported("text"),
            "button" => json.Child("button") is { } button ? QuickReply(button) : Unsupported("button"),
            "interactive" => json.Child("interactive") is { } choice ? Choice(choice) : Unsupported("interactive"),
            "image" => File("image") is { } photo ? Photo(photo, Caption("image")) : Unsupported("image"),
            "document" or "video" => File(_message.Type) is { } file
                ? Document(file, Caption(_message.Type)) : Unsupported(_message.Type),
            "audio" or "voice" => File(_message.Type) is { } sound ? Sound(sound) : Unsupported(_message.Type),
            "location" => Location(),
            "contacts" => Contact(),
            "request_welcome" => new MembershipActivity
            {
                Change = MembershipChange.Opened,
                Id = Id,
                Conversation = _conversation,
                From = From,
                At = _at,
                MessageId = _message.Id,
            },
            "unsupported" => Unsupported(json.Child("unsupported")?.NonEmpty("type") ?? "unsupported"),
            var other => Unsupported(other),
        };
    }

    private Activity Words(string text)
    {
        var command = Command().Match(text);
        return command.Success
            ? new CommandActivity
            {
                Name = command.Groups["name"].Value.ToLowerInvariant(),
                Payload = command.Groups["payload"].Value.Trim(),
                Id = Id,
                Conversation = _conversation,
                From = From,
                At = _at,
                MessageId = _message.Id,
            }
            : new TextActivity
            {
                Text = text,
                Id = Id,
                Conversation = _conversation,
                From = From,
                At = _at,
                MessageId = _message.Id,
            };
    }

    /// <summary>
    /// A template's button. Without a payload of its own WhatsApp repeats its label: then the person has as good as
    /// typed the words.
    /// </summary>
    private Activity QuickReply(JsonElement button)
    {
        var label = button.Text("text");
        var payload = button.NonEmpty("payload");
        return payload is not null && payload != label ? Button(payload)
            : label is not null ? Words(label)
            : Unsupported("button");
    }

    private Activity Choice(JsonElement interactive)
    {
        var kind = interactive.NonEmpty("type") ?? "interactive";
        return kind is "button_reply" or "list_reply" && interactive.Child(kind)?.NonEmpty("id") is { } token
            ? Button(token)
            : Unsupported(kind);
    }

    private ButtonActivity Button(string token) => new()
    {
        Token = token,
        Id = Id,
        Conversation = _conversation,
        From = From,
        At = _at,
        MessageId = _message.Id,
    };

    private PhotoActivity Photo(Attachment photo, string? caption) => new()
    {
        Photo = photo,
        Caption = caption,
        Id = Id,
        Conversation = _conversation,
        From = From,
        At = _at,
        MessageId = _message.Id,
    };

    private FileActivity Document(Attachment file, string? caption) => new()
    {
        File = file,
        Caption = caption,
        Id = Id,
        Conversation = _conversation,
        From = From,
        At = _at,
        MessageId = _message.Id,
    };

    /// <summary>
    /// A recording made in the chat is a voice message; a piece of music that was sent along is a file.
    /// </summary>
    private Activity Sound(Attachment sound) =>
        _message.Type == "voice" || _message.Json.Child("audio")?.IsTrue("voice") == true
            ? new VoiceActivity
            {
                Voice = sound,
                Id = Id,
                Conversation = _conversation,
                From = From,
                At = _at,
                MessageId = _message.Id,
            }
            : Document(sound, caption: null);

    private Activity Location() =>
        _message.Json.Child("location") is { } point
        && point.Real("latitude") is { } latitude and >= -90 and <= 90
        && point.Real("longitude") is { } longitude and >= -180 and <= 180
            ? new LocationActivity
            {
                Latitude = latitude,
                Longitude = longitude,
                Id = Id,
                Conversation = _conversation,
                From = From,
                At = _at,
                MessageId = _message.Id,
            }
            : Unsupported("location");

    /// <summary>
    /// The first card with a number. It is the sender's own when WhatsApp's id of it is the sender's.
    /// </summary>
    private Activity Contact()
    {
        var phone = _message.Json.Items("contacts").SelectMany(card => card.Items("phones"))
            .FirstOrDefault(p => (p.NonEmpty("phone") ?? p.NonEmpty("wa_id")) is not null);
        return (phone.NonEmpty("phone") ?? phone.NonEmpty("wa_id")) is { } number
            ? new ContactActivity
            {
                Phone = number,
                IsOwn = _message.Ids.Phone is { } own && phone.Text("wa_id") == own,
                Id = Id,
                Conversation = _conversation,
                From = From,
                At = _at,
                MessageId = _message.Id,
            }
            : Unsupported("contacts");
    }

    private UnsupportedActivity Unsupported(string what) => new()
    {
        What = what,
        Id = Id,
        Conversation = _conversation,
        From = From,
        At = _at,
        MessageId = _message.Id,
    };

    private Attachment? File(string type) =>
        _message.Json.Child(type) is { } media && media.NonEmpty("id") is { } id
            ? new Attachment(id, media.NonEmpty("filename"), media.NonEmpty("mime_type"), media.Number("file_size"))
            : null;

    private string? Caption(string type) => _message.Json.Child(type)?.NonEmpty("caption");

    [GeneratedRegex(
        @"\A\s*/(?<name>[A-Za-z0-9_]{1,32})(?:\s+(?<payload>.*))?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Command();
}
