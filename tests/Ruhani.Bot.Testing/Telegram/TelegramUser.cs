namespace Ruhani.Bot.Testing.Telegram;

/// <summary>A person and the private chat with them. What they do becomes updates for the bot.</summary>
public sealed class TelegramUser : TelegramChat
{
    internal TelegramUser(TelegramServer server, long id, string firstName, string? language)
        : base(server, id)
    {
        (FirstName, Language) = (firstName, language);
        // A bot can't write first.
        Refusal = TelegramRefusal.BadRequest("chat not found");
    }

    /// <inheritdoc/>
    public override string Type => "private";

    public string FirstName { get; }

    public string? Language { get; }

    public string? LastName { get; set; }

    public string? UserName { get; set; }

    public bool IsBot { get; set; }

    /// <summary>Writes to the bot. Returns the message.</summary>
    public TelegramMessage Say(string text, int? replyTo = null) => SayIn(this, text, replyTo);

    /// <summary>Writes in a group.</summary>
    public TelegramMessage SayIn(TelegramChat chat, string text, int? replyTo = null) =>
        Server.Deliver(this, chat, id => new TelegramMessage
        {
            Id = id,
            Chat = chat,
            From = this,
            Date = Server.Now,
            Content = TelegramText.Typed(text),
            ReplyTo = replyTo,
        });

    /// <summary>Sends a file to the bot.</summary>
    /// <param name="kind"><c>photo</c>, <c>document</c>, <c>voice</c>, <c>audio</c> or <c>video</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="caption">Words with it.</param>
    public TelegramMessage Send(string kind, string name, byte[] bytes, string caption = "") =>
        Server.Deliver(this, this, id => new TelegramMessage
        {
            Id = id,
            Chat = this,
            From = this,
            Date = Server.Now,
            Content = TelegramText.Typed(caption),
            File = Server.Keep(kind, name, mediaType: null, bytes),
        });

    /// <summary>
    /// Sends any other kind: <paramref name="fields"/> is the JSON of its fields, such as <c>"dice":{…}</c>.
    /// </summary>
    public TelegramMessage SendOther(string fields) =>
        Server.Deliver(this, this, id => new TelegramMessage
        {
            Id = id,
            Chat = this,
            From = this,
            Date = Server.Now,
            Extra = fields,
        });

    /// <summary>
    /// Presses a button of a message by its label. Returns the id of the query, which the bot should answer.
    /// </summary>
    public string Press(TelegramMessage message, string label)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Server.Press(this, message, message.Button(label));
    }

    /// <summary>Presses the n-th button, from 1.</summary>
    public string Press(TelegramMessage message, int number)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Server.Press(this, message, message.Buttons[number - 1]);
    }

    /// <summary>Sends a press with any data, as a tampered client would.</summary>
    public string PressRaw(TelegramMessage message, string data) =>
        Server.Press(this, message, new TelegramButton("", data, Url: null));

    /// <summary>Blocks the bot: its messages are refused from now on.</summary>
    public void Block()
    {
        Refusal = TelegramRefusal.Forbidden("bot was blocked by the user");
        Server.Member(this, this, "member", "kicked");
    }

    /// <summary>Lets the bot in again.</summary>
    public void Unblock()
    {
        Refusal = null;
        Server.Member(this, this, "kicked", "member");
    }

    /// <summary>Deletes the account.</summary>
    public void Deactivate() => Refusal = TelegramRefusal.Forbidden("user is deactivated");
}
