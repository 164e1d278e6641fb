using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Outbox;

/// <summary>
/// A rendered, addressed message waiting to be sent. Written in the same commit as the state that caused it; its id
/// makes writing it twice harmless.
/// </summary>
public sealed record OutboxMessage
{
    /// <summary>
    /// Unique for ever: <c>{activity id}/{n}</c> for the n-th reply of a turn, <c>broadcast/{id}/{subscriber}</c> for a
    /// broadcast.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Where it goes.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>
    /// Position within the conversation: messages go out by rising order. Turn replies take it from the conversation's
    /// running count, so a later turn never overtakes an earlier one.
    /// </summary>
    public required long Order { get; init; }

    /// <summary>
    /// The text in the channel's own markup, within its limits; under a file its caption, empty for none.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The file it carries; null for none.</summary>
    public OutboxFile? File { get; init; }

    /// <summary>Rows of buttons, or the rows of the list (one a row) when <see cref="ListLabel"/> is set.</summary>
    public IReadOnlyList<IReadOnlyList<OutboxButton>> Buttons { get; init; } = [];

    /// <summary>Set when the choices are a pick list: the words on the control that opens it.</summary>
    public string? ListLabel { get; init; }

    /// <summary>The language of the text, <c>kk</c> or <c>ru</c> (for template choice and screen readers).</summary>
    public required string Language { get; init; }

    /// <summary>
    /// What kind of message this is for the choice of a template outside the reply window; <c>reply</c> for replies.
    /// </summary>
    public string Purpose { get; init; } = "reply";

    /// <summary>The message to replace, where the channel can edit.</summary>
    public string? EditMessageId { get; init; }

    /// <summary>The id of the card it is, see <see cref="ShownCard"/>; null for an ordinary message.</summary>
    public string? Card { get; init; }

    /// <summary>True when it takes the place of the message its card stands in.</summary>
    public bool UpdatesCard { get; init; }

    /// <summary>The person's message this answers (marked read on WhatsApp, quoted in groups).</summary>
    public string? InReplyTo { get; init; }

    /// <summary>
    /// Set when the network's menu of commands is to be shown anew in this conversation, where it has one; see
    /// <see cref="Turns.CommandMenu"/>.
    /// </summary>
    public string? MenuTag { get; init; }

    /// <summary>True in a group, where a reply quotes what it answers.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Replies go before anything bulk.</summary>
    public OutboxPriority Priority { get; init; }

    /// <summary>When it was committed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this moment.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Attempts made so far.</summary>
    public int Attempts { get; init; }
}

/// <summary>A button or a row of a list.</summary>
/// <param name="Label">What the person reads; within the channel's limit.</param>
/// <param name="Token">
/// What comes back when it is pressed, within the channel's limit; signed only on the way out, for the conversation it
/// goes to.
/// </param>
/// <param name="Description">A second line, for rows of a list.</param>
/// <param name="Address">What it opens instead, on networks whose buttons can hold an address.</param>
public sealed record OutboxButton(string Label, string Token, string? Description = null, Uri? Address = null);

/// <summary>Which messages go first.</summary>
public enum OutboxPriority
{
    /// <summary>Somebody waits for it.</summary>
    Reply,

    /// <summary>Broadcasts and the like.</summary>
    Bulk,
}
