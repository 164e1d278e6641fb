namespace Ruhani.Bot.Testing.Telegram;

/// <summary>A message in a chat as it stands: an edit makes a new one with the same id and the next revision.</summary>
public sealed record TelegramMessage
{
    public required int Id { get; init; }

    public required TelegramChat Chat { get; init; }

    /// <summary>Who wrote it; null for the bot.</summary>
    public TelegramUser? From { get; init; }

    public required long Date { get; init; }

    /// <summary>0 when sent, one more with each edit.</summary>
    public int Revision { get; init; }

    /// <summary>Shown text or caption, without markup.</summary>
    public string Text => Content.Text;

    public TelegramText Content { get; init; } = new("", []);

    /// <summary>The text as the bot sent it, with its markup.</summary>
    public string Source { get; init; } = "";

    /// <summary>Rows of inline buttons.</summary>
    public IReadOnlyList<IReadOnlyList<TelegramButton>> Keyboard { get; init; } = [];

    /// <summary>True with a reply keyboard or the like: such a message can't be edited.</summary>
    public bool HasReplyKeyboard { get; init; }

    /// <summary>The message it quotes.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>The file it carries, and as what: <c>photo</c>, <c>document</c>, <c>voice</c> …</summary>
    public TelegramFile? File { get; init; }

    /// <summary>Further fields of the message as JSON (<c>"dice":{…}</c>), for kinds that need no model.</summary>
    public string? Extra { get; init; }

    /// <summary>All buttons in reading order, as they are numbered on the console.</summary>
    public IReadOnlyList<TelegramButton> Buttons => [.. Keyboard.SelectMany(row => row)];

    /// <summary>The button with this label.</summary>
    public TelegramButton Button(string label) =>
        Buttons.FirstOrDefault(button => button.Label == label)
        ?? throw new InvalidOperationException(
            $"No button \"{label}\"; there are: {string.Join(", ", Buttons.Select(button => $"\"{button.Label}\""))}");
}

/// <summary>An inline button.</summary>
public sealed record TelegramButton(string Label, string? Data, string? Url);

/// <summary>A file the server keeps.</summary>
public sealed record TelegramFile(string Id, string Kind, string Name, string? MediaType, byte[] Bytes)
{
    /// <summary>Where it is downloaded from, below <c>/file/bot…/</c>.</summary>
    public string Path => $"{Kind}s/{Id}";
}
