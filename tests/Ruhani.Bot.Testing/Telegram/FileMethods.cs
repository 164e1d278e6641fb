namespace Ruhani.Bot.Testing.Telegram;

/// <summary>Files sent by the bot, and those it downloads.</summary>
internal sealed class FileMethods(TelegramServer server)
{
    private const int MaxDownload = 20 * 1024 * 1024;
    private const int MaxUpload = 50 * 1024 * 1024;
    private const int MaxPhoto = 10 * 1024 * 1024;

    public void AddTo(TelegramMethods methods)
    {
        methods.Add("sendPhoto", arguments => Send(arguments, "photo", MaxPhoto));
        methods.Add("sendDocument", arguments => Send(arguments, "document", MaxUpload));
        methods.Add("getFile", GetFile);
    }

    private byte[] Send(TelegramArguments arguments, string kind, int limit)
    {
        var file = Take(arguments, kind, limit);
        var caption = SendingMethods.Read(arguments, "caption", "caption_entities");
        if (caption.Text.Length > TelegramText.MaxCaption)
        {
            throw TelegramRefusal.BadRequest("message caption is too long");
        }

        var markup = TelegramMarkup.Read(arguments);
        var chat = server.State.Chat(arguments);
        var quoted = SendingMethods.ReadQuote(arguments, server.State, chat);
        var message = server.State.AddMessage(chat, id => new TelegramMessage
        {
            Id = id,
            Chat = chat,
            Date = server.Now,
            Content = caption,
            Source = arguments.Text("caption") ?? "",
            ReplyTo = quoted,
            Keyboard = markup.Keyboard,
            HasReplyKeyboard = markup.IsReply,
            File = file,
        });
        chat.Show(message);
        return TelegramJson.Write((message, server.Bot), static (json, it) =>
            TelegramJson.Message(json, it.message, it.Bot));
    }

    private TelegramFile Take(TelegramArguments arguments, string kind, int limit)
    {
        if (arguments.File(kind) is { } upload)
        {
            return upload.Bytes.Length == 0 ? throw TelegramRefusal.BadRequest("file must be non-empty")
                : upload.Bytes.Length > limit ? throw TelegramRefusal.Of(413, "Request Entity Too Large")
                : server.Keep(kind, upload.Name, upload.MediaType, upload.Bytes);
        }

        var id = arguments.Text(kind);
        return string.IsNullOrEmpty(id) ? throw TelegramRefusal.BadRequest($"there is no {kind} in the request")
            : server.State.File(id) ?? throw TelegramRefusal.BadRequest(
                "wrong remote file identifier specified: Wrong character in the string");
    }

    private byte[] GetFile(TelegramArguments arguments)
    {
        var id = arguments.Text("file_id");
        if (string.IsNullOrEmpty(id))
        {
            throw TelegramRefusal.BadRequest("file_id not specified");
        }

        var file = server.State.File(id) ?? throw TelegramRefusal.BadRequest("invalid file_id");
        if (file.Bytes.Length > MaxDownload)
        {
            throw TelegramRefusal.BadRequest("file is too big");
        }

        return TelegramJson.Write((file, id), static (json, it) =>
        {
            json.WriteStartObject();
            json.WriteString("file_id"u8, it.id);
            json.WriteString("file_unique_id"u8, "u" + it.id);
            json.WriteNumber("file_size"u8, it.file.Bytes.Length);
            json.WriteString("file_path"u8, it.file.Path);
            json.WriteEndObject();
        });
    }
}
