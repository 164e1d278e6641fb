namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>What a token says.</summary>
/// <param name="Conversation">The only conversation it opens.</param>
/// <param name="User">The id shown as the sender; null when the client may choose it.</param>
/// <param name="Name">The name shown.</param>
/// <param name="IsTrusted">
/// True when the secret's holder or the demo vouched for <paramref name="User"/>, so that it is the person's address.
/// Otherwise the conversation itself is: nobody becomes somebody by saying so.
/// </param>
internal sealed record Ticket(string Conversation, string? User = null, string? Name = null, bool IsTrusted = false)
{
    /// <summary>The person's address on this channel.</summary>
    public string Person => IsTrusted && User is not null ? User : Conversation;
}
