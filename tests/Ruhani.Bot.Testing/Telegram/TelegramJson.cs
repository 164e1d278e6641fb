using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>Writes Telegram's objects.</summary>
internal static class TelegramJson
{
    private static readonly JsonWriterOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, _options);
        write(json, value);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static void User(Utf8JsonWriter json, TelegramUser user)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, user.Id);
        json.WriteBoolean("is_bot"u8, user.IsBot);
        json.WriteString("first_name"u8, user.FirstName);
        Optional(json, "last_name"u8, user.LastName);
        Optional(json, "username"u8, user.UserName);
        Optional(json, "language_code"u8, user.Language);
        json.WriteEndObject();
    }

    public static void Chat(Utf8JsonWriter json, TelegramChat chat)
    {
        json.WriteStartObject();
        ChatFields(json, chat);
        json.WriteEndObject();
    }

    public static void ChatFields(Utf8JsonWriter json, TelegramChat chat)
    {
        json.WriteNumber("id"u8, chat.Id);
        json.WriteString("type"u8, chat.Type);
        if (chat is TelegramUser user)
        {
            json.WriteString("first_name"u8, user.FirstName);
            Optional(json, "last_name"u8, user.LastName);
            Optional(json, "username"u8, user.UserName);
        }
        else if (chat is TelegramGroup group)
        {
            json.WriteString("title"u8, group.Title);
            Optional(json, "username"u8, group.UserName);
        }
    }

    public static void Message(Utf8JsonWriter json, TelegramMessage message, TelegramBot bot)
    {
        json.WriteStartObject();
        json.WriteNumber("message_id"u8, message.Id);
        json.WritePropertyName("from"u8);
        if (message.From is { } from)
        {
            User(json, from);
        }
        else
        {
            bot.WriteUser(json);
        }

        json.WritePropertyName("chat"u8);
        Chat(json, message.Chat);
        json.WriteNumber("date"u8, message.Date);
        if (message.Revision > 0)
        {
            json.WriteNumber("edit_date"u8, message.Date);
        }

        if (message.ReplyTo is { } quoted && message.Chat.Messages.TryGetValue(quoted, out var original))
        {
            json.WritePropertyName("reply_to_message"u8);
            Message(json, original with { ReplyTo = null }, bot);
        }

        Content(json, message);
        Keyboard(json, message);
        json.WriteEndObject();
    }

    public static void Optional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Content(Utf8JsonWriter json, TelegramMessage message)
    {
        if (message.Extra is { } extra)
        {
            using var fields = JsonDocument.Parse("{" + extra + "}");
            foreach (var field in fields.RootElement.EnumerateObject())
            {
                field.WriteTo(json);
            }
        }

        if (message.File is { } file)
        {
            File(json, file);
        }

        if (message.Content.Text.Length == 0 && (message.File is not null || message.Extra is not null))
        {
            return;
        }

        json.WriteString(message.File is null ? "text"u8 : "caption"u8, message.Content.Text);
        if (message.Content.Entities.Count == 0)
        {
            return;
        }

        json.WriteStartArray(message.File is null ? "entities"u8 : "caption_entities"u8);
        foreach (var entity in message.Content.Entities)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, entity.Type);
            json.WriteNumber("offset"u8, entity.Offset);
            json.WriteNumber("length"u8, entity.Length);
            Optional(json, "url"u8, entity.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void File(Utf8JsonWriter json, TelegramFile file)
    {
        json.WritePropertyName(file.Kind);
        if (file.Kind == "photo")
        {
            json.WriteStartArray();
            Size(json, file, "s", 90);
            Size(json, file, "", 1280);
            json.WriteEndArray();
            return;
        }

        json.WriteStartObject();
        FileFields(json, file, "");
        if (file.Kind is "voice" or "audio" or "video")
        {
            json.WriteNumber("duration"u8, 3);
        }

        if (file.Kind == "video")
        {
            json.WriteNumber("width"u8, 640);
            json.WriteNumber("height"u8, 360);
        }

        if (file.Kind != "voice")
        {
            json.WriteString("file_name"u8, file.Name);
        }

        Optional(json, "mime_type"u8, file.MediaType);
        json.WriteEndObject();
    }

    private static void Size(Utf8JsonWriter json, TelegramFile file, string suffix, int width)
    {
        json.WriteStartObject();
        FileFields(json, file, suffix);
        json.WriteNumber("width"u8, width);
        json.WriteNumber("height"u8, width / 2);
        json.WriteEndObject();
    }

    private static void FileFields(Utf8JsonWriter json, TelegramFile file, string suffix)
    {
        json.WriteString("file_id"u8, file.Id + suffix);
        json.WriteString("file_unique_id"u8, "u" + file.Id + suffix);
        json.WriteNumber("file_size"u8, file.Bytes.Length);
    }

    private static void Keyboard(Utf8JsonWriter json, TelegramMessage message)
    {
        if (message.Keyboard.Count == 0)
        {
            return;
        }

        json.WriteStartObject("reply_markup"u8);
        json.WriteStartArray("inline_keyboard"u8);
        foreach (var row in message.Keyboard)
        {
            json.WriteStartArray();
            foreach (var button in row)
            {
                json.WriteStartObject();
                json.WriteString("text"u8, button.Label);
                Optional(json, "callback_data"u8, button.Data);
                Optional(json, "url"u8, button.Url);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
