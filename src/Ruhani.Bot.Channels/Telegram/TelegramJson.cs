using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// JSON as Telegram.Bot reads and writes it, but of a message no more than the bot looks at. The package knows
/// hundreds of types, from gifts to passports; the serialiser would compile an accessor for every property of every one
/// before it reads the first update, and keep them for good.
/// </summary>
internal static class TelegramJson
{
    private static readonly FrozenSet<string> _updates = FrozenSet.Create(
        StringComparer.Ordinal, "update_id", "message", "callback_query", "my_chat_member");

    private static readonly FrozenSet<string> _contents = FrozenSet.Create(
        StringComparer.Ordinal,
        "animation", "audio", "caption", "caption_entities", "chat", "contact", "date", "document", "entities", "from",
        "location", "message_id", "photo", "reply_to_message", "text", "venue", "video", "voice");

    /// <summary>
    /// For all that is written, with Cyrillic as it is (a third of the bytes), and for updates. A message whose kind is
    /// unknown here may be one of those left out: the package's own options tell.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = new(JsonBotAPI.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Narrow } },
    };

    private static void Narrow(JsonTypeInfo type)
    {
        if (type.Type == typeof(Update))
        {
            Remove(type.Properties, property => !_updates.Contains(property.Name));
        }
        else if (type.Type == typeof(Message))
        {
            Remove(type.Properties, property => !_contents.Contains(property.Name));
        }
    }

    private static void Remove(IList<JsonPropertyInfo> properties, Func<JsonPropertyInfo, bool> isUnwanted)
    {
        for (var i = properties.Count - 1; i >= 0; i--)
        {
            if (isUnwanted(properties[i]))
            {
                properties.RemoveAt(i);
            }
        }
    }
}
