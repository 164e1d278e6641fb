using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>Who the bot and its chats are, and its menu of commands.</summary>
internal sealed partial class ProfileMethods(TelegramServer server)
{
    private const int MaxCommands = 100;

    private static readonly HashSet<string> _scopes =
    [
        "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
        "chat_member",
    ];

    public void AddTo(TelegramMethods methods)
    {
        methods.Add("getMe", _ => TelegramJson.Write(server.Bot, static (json, bot) => bot.WriteMe(json)));
        methods.Add("getChat", GetChat);
        methods.Add("setMyCommands", SetMyCommands);
        methods.Add("getMyCommands", GetMyCommands);
        methods.Add("deleteMyCommands", DeleteMyCommands);
    }

    private byte[] GetChat(TelegramArguments arguments) =>
        TelegramJson.Write(server.State.Chat(arguments), static (json, chat) =>
        {
            json.WriteStartObject();
            TelegramJson.ChatFields(json, chat);
            json.WriteNumber("accent_color_id"u8, 0);
            json.WriteNumber("max_reaction_count"u8, 11);
            json.WriteStartObject("accepted_gift_types"u8);
            foreach (var gift in (ReadOnlySpan<string>)
                ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"])
            {
                json.WriteBoolean(gift, false);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });

    private byte[] SetMyCommands(TelegramArguments arguments)
    {
        var key = ReadKey(arguments);
        if (arguments.Parse("commands", "can't parse commands JSON object")
            is not { ValueKind: JsonValueKind.Array } list)
        {
            throw TelegramRefusal.BadRequest("expected an Array of BotCommand");
        }

        if (list.GetArrayLength() > MaxCommands)
        {
            throw TelegramRefusal.BadRequest("BOT_COMMANDS_TOO_MUCH");
        }

        server.State.Commands[key] = [.. list.EnumerateArray().Select(ReadCommand)];
        return TelegramMethods.True;
    }

    private byte[] GetMyCommands(TelegramArguments arguments)
    {
        var commands = server.State.Commands.GetValueOrDefault(ReadKey(arguments)) ?? [];
        return TelegramJson.Write(commands, static (json, list) =>
        {
            json.WriteStartArray();
            foreach (var (name, description) in list)
            {
                json.WriteStartObject();
                json.WriteString("command"u8, name);
                json.WriteString("description"u8, description);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private byte[] DeleteMyCommands(TelegramArguments arguments)
    {
        server.State.Commands.TryRemove(ReadKey(arguments), out _);
        return TelegramMethods.True;
    }

    private static (string Name, string Description) ReadCommand(JsonElement json)
    {
        var name = Field(json, "command").TrimStart('/');
        if (!Name().IsMatch(name))
        {
            throw TelegramRefusal.BadRequest("BOT_COMMAND_INVALID");
        }

        var description = Field(json, "description").Trim();
        return description.Length is > 0 and <= 256
            ? (name, description)
            : throw TelegramRefusal.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }

    private static string Field(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw TelegramRefusal.BadRequest($"can't parse BotCommand: Can't find field \"{name}\"");

    private static (string Scope, string Language) ReadKey(TelegramArguments arguments)
    {
        var language = arguments.Text("language_code") ?? "";
        if (!LanguageCode().IsMatch(language))
        {
            throw TelegramRefusal.BadRequest("invalid language code specified");
        }

        if (arguments.Parse("scope", "can't parse BotCommandScope JSON object") is not { } json)
        {
            return ("default", language);
        }

        var scope = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var type)
            ? type.GetString()!
            : throw TelegramRefusal.BadRequest("can't parse BotCommandScope: Can't find field \"type\"");
        if (!_scopes.Contains(scope))
        {
            throw TelegramRefusal.BadRequest("can't parse BotCommandScope: unsupported type specified");
        }

        return (json.TryGetProperty("chat_id", out var chat) ? $"{scope} {chat}" : scope, language);
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex Name();

    [GeneratedRegex("^([a-z]{2})?$")]
    private static partial Regex LanguageCode();
}
