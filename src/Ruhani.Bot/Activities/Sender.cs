namespace Ruhani.Bot.Activities;

/// <summary>Who an activity came from.</summary>
/// <param name="Address">
/// The person's own address, <c>channel:id</c>: in a private chat the conversation's, in a group the member's.
/// </param>
/// <param name="LanguageHint">
/// What the client says its language is (IETF tag, such as <c>kk</c> or <c>ru-RU</c>); only a guess for a first
/// contact.
/// </param>
/// <param name="Name">The shown name. Used to address the person in the reply, never kept.</param>
public sealed record Sender(string Address, string? LanguageHint = null, string? Name = null);
