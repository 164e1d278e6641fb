using System.Globalization;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// Who the bot is on Telegram. The id stands in the token; the name is known once Telegram has told it.
/// </summary>
internal sealed class TelegramIdentity
{
    private volatile string? _name;

    /// <summary>Reads the id from a token that passed <see cref="TelegramOptionsValidator"/>.</summary>
    public TelegramIdentity(string token) =>
        Id = long.Parse(token.AsSpan(0, token.IndexOf(':', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    /// <summary>The bot's id; also the first half of its token.</summary>
    public long Id { get; }

    /// <summary>The user name without <c>@</c>; null until Telegram has told it.</summary>
    public string? Name
    {
        get => _name;
        set => _name = value;
    }

    /// <summary>True when updates can be read: before that, nobody knows whether a group means us.</summary>
    public bool IsKnown => _name is not null;
}
