using System.Security.Cryptography;
using System.Text;
using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Outbox;

/// <summary>
/// A message that is kept up to date: what it shows is about one thing, and when that changes the message is replaced
/// in place where the network can do that. One for each thing and conversation, the one shown last.
/// </summary>
/// <param name="Conversation">Where it stands, <c>channel:chat</c>.</param>
/// <param name="Person">Who sees it: the address.</param>
/// <param name="IsGroup">True when the conversation is a group.</param>
/// <param name="Message">The message's <see cref="OutboxMessage.Id"/>.</param>
/// <param name="MessageId">The channel's id of it; null until it was sent.</param>
public sealed record ShownCard(
    string Conversation, string Person, bool IsGroup, string Message, string? MessageId = null)
{
    /// <summary>The document's id.</summary>
    /// <param name="about">What it is about; also the document's group.</param>
    /// <param name="conversation">Where it stands.</param>
    public static string IdOf(string about, ConversationKey conversation) =>
        $"{about}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversation.ToString())))}";
}
