namespace Ruhani.Bot.Channels.Telegram;

/// <summary>A command as people type it: <c>/name payload</c> or <c>/name@bot payload</c>.</summary>
/// <param name="Name">The name in lower case.</param>
/// <param name="BotName">The bot it is meant for, when it says so.</param>
/// <param name="Payload">The rest, trimmed.</param>
internal readonly record struct TelegramCommand(string Name, string? BotName, string Payload)
{
    private const int MaxName = 32;

    /// <summary>
    /// Reads a command; null when the words are none. Letters of any alphabet are taken: a citizen who types
    /// <c>/көмек</c> means a command, although Telegram itself marks only Latin ones.
    /// </summary>
    public static TelegramCommand? Read(string? words)
    {
        if (words is not ['/', ..])
        {
            return null;
        }

        var head = words.AsSpan(1);
        var space = head.IndexOfAny(" \n\r\t");
        var payload = space < 0 ? "" : head[space..].Trim().ToString();
        head = space < 0 ? head : head[..space];
        var at = head.IndexOf('@');
        var name = at < 0 ? head : head[..at];
        if (name.Length is 0 or > MaxName)
        {
            return null;
        }

        foreach (var letter in name)
        {
            if (!char.IsLetterOrDigit(letter) && letter != '_')
            {
                return null;
            }
        }

        return new TelegramCommand(
            name.ToString().ToLowerInvariant(), at < 0 ? null : head[(at + 1)..].ToString(), payload);
    }
}
