using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>Parses updates one by one, so that one that can't be read doesn't take the others along.</summary>
internal static class TelegramUpdateParser
{
    /// <summary>Parses the result of getUpdates.</summary>
    public static List<ParsedUpdate> ParseBatch(ReadOnlySpan<byte> json)
    {
        var updates = new List<ParsedUpdate>();
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return updates;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            updates.Add(Parse(json[start..(int)reader.BytesConsumed]));
        }

        return updates;
    }

    /// <summary>Parses one update.</summary>
    /// <exception cref="JsonException">It isn't JSON, or has no number.</exception>
    public static ParsedUpdate Parse(ReadOnlySpan<byte> json)
    {
        if (TryDeserialize(json) is { Id: not 0 } update)
        {
            return new ParsedUpdate(update.Id, update, Unreadable: null);
        }

        var unreadable = ReadWithoutPackage(json);
        return new ParsedUpdate(unreadable.Id, Update: null, unreadable);
    }

    /// <summary>Makes the serialiser ready: its very first parse takes a tenth of a second.</summary>
    public static void WarmUp()
    {
        Parse("""
            {"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private","first_name":"A"},
            "from":{"id":1,"is_bot":false,"first_name":"A","language_code":"kk"},"text":"/start",
            "entities":[{"type":"bot_command","offset":0,"length":6}]}}
            """u8);
        Parse("""
            {"update_id":2,"callback_query":{"id":"1","from":{"id":1,"is_bot":false,"first_name":"A"},"data":"a",
            "chat_instance":"1","message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private","first_name":"A"},
            "text":"a","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"a"}]]}}}}
            """u8);
    }

    /// <summary>Null when the package's converters throw, as they do on a kind they don't know.</summary>
    private static Update? TryDeserialize(ReadOnlySpan<byte> json)
    {
        try
        {
            var update = JsonSerializer.Deserialize<Update>(json, TelegramJson.Options);
            return update?.Message is { Type: MessageType.Unknown }
                ? JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options)
                : update;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException
            or KeyNotFoundException or NotSupportedException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static UnreadableUpdate ReadWithoutPackage(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object
            || Number(root, "update_id") is not ({ } number and >= int.MinValue and <= int.MaxValue))
        {
            throw new JsonException("An update without a number.");
        }

        var isPrivate = TryObject(root, "message", out var message)
            && TryObject(message, "chat", out var chat)
            && chat.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.ValueEquals("private"u8);
        return isPrivate && TryObject(message, "from", out var from)
            && !(from.TryGetProperty("is_bot", out var isBot) && isBot.ValueKind == JsonValueKind.True)
            && Number(from, "id") is { } person
            ? new UnreadableUpdate((int)number, person, LanguageOf(from))
            : new UnreadableUpdate((int)number, PrivateSender: null, LanguageCode: null);
    }

    private static string? LanguageOf(JsonElement from) =>
        from.TryGetProperty("language_code", out var code) && code.ValueKind == JsonValueKind.String
            ? code.GetString()
            : null;

    private static long? Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var number)
            ? number
            : null;

    private static bool TryObject(JsonElement parent, string name, out JsonElement child) =>
        parent.TryGetProperty(name, out child) && child.ValueKind == JsonValueKind.Object;
}

/// <summary>An update, or what is known of one that couldn't be read.</summary>
internal readonly record struct ParsedUpdate(int Id, Update? Update, UnreadableUpdate? Unreadable);
