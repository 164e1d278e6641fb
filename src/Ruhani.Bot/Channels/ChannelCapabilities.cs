namespace Ruhani.Bot.Channels;

/// <summary>
/// What a network can show and take. The renderer degrades replies by it: buttons to a list, a list to numbers.
/// </summary>
public sealed record ChannelCapabilities
{
    /// <summary>How bold text, links and the like are written.</summary>
    public required Markup Markup { get; init; }

    /// <summary>Characters in one message, as shown (markup not counted).</summary>
    public required int MaxText { get; init; }

    /// <summary>Characters in one message that carries buttons or a list.</summary>
    public required int MaxTextWithChoices { get; init; }

    /// <summary>Buttons under one message; 0 when there are none.</summary>
    public required int MaxButtons { get; init; }

    /// <summary>Characters of a button's label.</summary>
    public required int MaxButtonLabel { get; init; }

    /// <summary>Rows of a pick list; 0 when there are none.</summary>
    public int MaxListRows { get; init; }

    /// <summary>Characters of a row's title.</summary>
    public int MaxRowLabel { get; init; }

    /// <summary>Characters of the description under a row's title.</summary>
    public int MaxRowDescription { get; init; }

    /// <summary>Bytes (UTF-8) of what a button may carry back.</summary>
    public required int MaxToken { get; init; }

    /// <summary>True when a message that was sent can be replaced in place.</summary>
    public bool CanEdit { get; init; }

    /// <summary>How long after a person's last message the bot may write freely; null for ever.</summary>
    public TimeSpan? ReplyWindow { get; init; }

    /// <summary>
    /// True when acceptance is not delivery: the row is kept until a receipt says delivered or failed.
    /// </summary>
    public bool ConfirmsDelivery { get; init; }

    /// <summary>Which files it takes from us; null when it takes none.</summary>
    public FileCapabilities? Files { get; init; }

    /// <summary>Conversations that are sent to side by side.</summary>
    public int Parallelism { get; init; } = 16;
}

/// <summary>The notation a network understands in texts.</summary>
public enum Markup
{
    /// <summary>None.</summary>
    Plain,

    /// <summary>Telegram's HTML subset.</summary>
    Html,

    /// <summary>WhatsApp's asterisks.</summary>
    Asterisks,

    /// <summary>Markdown, as Bot Framework clients render it.</summary>
    Markdown,
}
