using System.Globalization;
using System.Text.Json;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>The bot the server knows.</summary>
public sealed record TelegramBot(string Token, string UserName, string FirstName)
{
    /// <summary>Its id, which begins its token.</summary>
    public long Id { get; } = long.Parse(Token.Split(':')[0], CultureInfo.InvariantCulture);

    internal void WriteUser(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFields(json);
        json.WriteEndObject();
    }

    internal void WriteMe(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFields(json);
        json.WriteBoolean("can_join_groups"u8, true);
        json.WriteBoolean("can_read_all_group_messages"u8, false);
        json.WriteBoolean("supports_inline_queries"u8, false);
        json.WriteBoolean("can_connect_to_business"u8, false);
        json.WriteBoolean("has_main_web_app"u8, false);
        json.WriteEndObject();
    }

    private void WriteFields(Utf8JsonWriter json)
    {
        json.WriteNumber("id"u8, Id);
        json.WriteBoolean("is_bot"u8, true);
        json.WriteString("first_name"u8, FirstName);
        json.WriteString("username"u8, UserName);
    }
}
