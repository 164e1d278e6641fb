namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// What is known of one id (a phone number or a business-scoped id); kept as an <c>Alias</c> document.
/// </summary>
/// <param name="Chat">The conversation of the person with this id.</param>
/// <param name="Phone">The phone number last seen together with this business-scoped id.</param>
/// <param name="SendTo">
/// On the document of a conversation's own id: where its messages go now, when the person has changed the number or id
/// the conversation is named after. That id then no longer leads here.
/// </param>
internal sealed record WhatsAppAlias(string Chat, string? Phone = null, string? SendTo = null);
