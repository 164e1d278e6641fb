using System.Text.Json;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>Sending, editing, deleting, and answering presses.</summary>
internal sealed class SendingMethods(TelegramServer server)
{
    private static readonly HashSet<string> _actions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    ];

    public void AddTo(TelegramMethods methods)
    {
        methods.Add("sendMessage", SendMessage);
        methods.Add("editMessageText", EditMessageText);
        methods.Add("editMessageReplyMarkup", EditReplyMarkup);
        methods.Add("deleteMessage", DeleteMessage);
        methods.Add("answerCallbackQuery", AnswerCallbackQuery);
        methods.Add("sendChatAction", SendChatAction);
    }

    /// <summary>The text of a call by its parse_mode or entities.</summary>
    public static TelegramText Read(TelegramArguments arguments, string name, string entities)
    {
        var source = arguments.Text(name) ?? "";
        return arguments.Text("parse_mode")?.ToLowerInvariant() switch
        {
            null or "" or "none" => TelegramText.Trim(source, ReadEntities(arguments, entities)),
            "html" => HtmlText.Parse(source),
            // The stand-in speaks HTML only; better a loud no than markup taken on trust.
            "markdown" or "markdownv2" => throw TelegramRefusal.BadRequest(
                "can't parse entities: the stand-in knows only HTML and explicit entities"),
            _ => throw TelegramRefusal.BadRequest("unsupported parse_mode"),
        };
    }

    /// <summary>The message a call wants quoted; refuses when it is gone, unless the call doesn't mind.</summary>
    public static int? ReadQuote(TelegramArguments arguments, TelegramState state, TelegramChat chat)
    {
        var parameters = arguments.Parse("reply_parameters", "can't parse reply parameters JSON object");
        var id = parameters is { } json && json.TryGetProperty("message_id", out var quoted)
            ? (quoted.TryGetInt32(out var number) ? number : 0)
            : (int?)arguments.Number("reply_to_message_id");
        if (id is null or 0)
        {
            return null;
        }

        var isLenient = arguments.Flag("allow_sending_without_reply")
            || (parameters is { } more && more.TryGetProperty("allow_sending_without_reply", out var flag)
                && flag.ValueKind == JsonValueKind.True);
        return state.Message(chat, id.Value) is not null ? id
            : isLenient ? null
            : throw TelegramRefusal.BadRequest("message to be replied not found");
    }

    private static List<TelegramEntity> ReadEntities(TelegramArguments arguments, string name)
    {
        var list = new List<TelegramEntity>();
        if (arguments.Parse(name, "can't parse entities JSON object") is { ValueKind: JsonValueKind.Array } json)
        {
            foreach (var entity in json.EnumerateArray())
            {
                list.Add(new TelegramEntity(
                    entity.GetProperty("type").GetString()!,
                    entity.GetProperty("offset").GetInt32(),
                    entity.GetProperty("length").GetInt32())
                {
                    Url = entity.TryGetProperty("url", out var url) ? url.GetString() : null,
                });
            }
        }

        return list;
    }

    private byte[] SendMessage(TelegramArguments arguments)
    {
        var text = ReadText(arguments);
        var markup = TelegramMarkup.Read(arguments);
        var chat = server.State.Chat(arguments);
        var quoted = ReadQuote(arguments, server.State, chat);
        var message = server.State.AddMessage(chat, id => new TelegramMessage
        {
            Id = id,
            Chat = chat,
            Date = server.Now,
            Content = text,
            Source = arguments.Text("text")!,
            ReplyTo = quoted,
            Keyboard = markup.Keyboard,
            HasReplyKeyboard = markup.IsReply,
        });
        return Show(message);
    }

    private byte[] EditMessageText(TelegramArguments arguments)
    {
        var text = ReadText(arguments);
        var markup = TelegramMarkup.Read(arguments);
        return Edit(arguments, message => message.File is not null
            ? throw TelegramRefusal.BadRequest("there is no text in the message to edit")
            : message with { Content = text, Source = arguments.Text("text")!, Keyboard = markup.Keyboard });
    }

    private byte[] EditReplyMarkup(TelegramArguments arguments)
    {
        var markup = TelegramMarkup.Read(arguments);
        return Edit(arguments, message => message with { Keyboard = markup.Keyboard });
    }

    private byte[] Edit(TelegramArguments arguments, Func<TelegramMessage, TelegramMessage> change)
    {
        var chat = server.State.Chat(arguments);
        if (arguments.Number("message_id") is not { } id || id == 0)
        {
            throw TelegramRefusal.BadRequest("message identifier is not specified");
        }

        var message = server.State.Message(chat, (int)id)
            ?? throw TelegramRefusal.BadRequest("message to edit not found");
        if (message.From is not null || message.HasReplyKeyboard)
        {
            throw TelegramRefusal.BadRequest("message can't be edited");
        }

        var edited = change(message);
        if (edited.Text == message.Text && edited.Content.Entities.SequenceEqual(message.Content.Entities)
            && edited.Buttons.SequenceEqual(message.Buttons))
        {
            throw TelegramRefusal.BadRequest("message is not modified: specified new message content and reply markup "
                + "are exactly the same as a current content and reply markup of the message");
        }

        edited = edited with { Revision = message.Revision + 1 };
        server.State.Replace(edited);
        return Show(edited);
    }

    private byte[] DeleteMessage(TelegramArguments arguments)
    {
        var chat = server.State.Chat(arguments);
        return server.State.Remove(chat, (int)(arguments.Number("message_id") ?? 0))
            ? TelegramMethods.True
            : throw TelegramRefusal.BadRequest("message to delete not found");
    }

    private byte[] AnswerCallbackQuery(TelegramArguments arguments)
    {
        if (arguments.Text("text") is { Length: > 200 })
        {
            throw TelegramRefusal.BadRequest("MESSAGE_TOO_LONG");
        }

        var id = arguments.Text("callback_query_id") ?? "";
        if (!server.Options.KeepMessages)
        {
            return TelegramMethods.True;
        }

        var query = server.State.LiveQuery(id)
            ?? throw TelegramRefusal.BadRequest("query is too old and response timeout expired or query ID is invalid");
        query.Answered.TrySetResult(arguments.Text("text"));
        return TelegramMethods.True;
    }

    private byte[] SendChatAction(TelegramArguments arguments)
    {
        server.State.Chat(arguments);
        return _actions.Contains(arguments.Text("action") ?? "")
            ? TelegramMethods.True
            : throw TelegramRefusal.BadRequest("wrong parameter action in request");
    }

    private static TelegramText ReadText(TelegramArguments arguments)
    {
        if (string.IsNullOrEmpty(arguments.Text("text")))
        {
            throw TelegramRefusal.BadRequest("message text is empty");
        }

        var text = Read(arguments, "text", "entities");
        return text.Text.Length switch
        {
            0 => throw TelegramRefusal.BadRequest("text must be non-empty"),
            > TelegramText.MaxText => throw TelegramRefusal.BadRequest("message is too long"),
            _ => text,
        };
    }

    private byte[] Show(TelegramMessage message)
    {
        if (server.Options.KeepMessages)
        {
            message.Chat.Show(message);
        }

        return TelegramJson.Write((message, server.Bot), static (json, it) =>
            TelegramJson.Message(json, it.message, it.Bot));
    }
}
