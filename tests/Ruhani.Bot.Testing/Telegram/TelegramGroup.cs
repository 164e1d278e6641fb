namespace Ruhani.Bot.Testing.Telegram;

/// <summary>A group with the bot in it, or a channel it posts to.</summary>
public sealed class TelegramGroup : TelegramChat
{
    private readonly string _type;

    internal TelegramGroup(TelegramServer server, long id, string title, string type)
        : base(server, id) => (Title, _type) = (title, type);

    /// <inheritdoc/>
    public override string Type => _type;

    public string Title { get; }

    /// <summary>The public name, without <c>@</c>.</summary>
    public string? UserName { get; set; }

    /// <summary>Somebody adds the bot.</summary>
    public void AddBot(TelegramUser by)
    {
        Refusal = null;
        Server.Member(this, by, "left", "member");
    }

    /// <summary>Somebody removes the bot.</summary>
    public void RemoveBot(TelegramUser by)
    {
        var kind = Type == "group" ? "group chat" : $"{Type} chat";
        Refusal = TelegramRefusal.Forbidden($"bot was kicked from the {kind}");
        Server.Member(this, by, "member", "kicked");
    }

    /// <summary>The group becomes a supergroup with a new id; the old id only tells where it went.</summary>
    public TelegramGroup Upgrade()
    {
        var next = Server.AddGroup(Title, "supergroup");
        Refusal = TelegramRefusal.Migrated(next.Id);
        return next;
    }
}
