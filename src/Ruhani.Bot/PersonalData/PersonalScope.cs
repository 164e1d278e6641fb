using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>Whose data it is: one person under all addresses, with the chats that are theirs alone.</summary>
/// <param name="People">What is stored of the person, by address.</param>
/// <param name="Conversations">Their private conversations, <c>channel:chat</c>.</param>
public sealed record PersonalScope(
    IReadOnlyDictionary<string, Person> People, IReadOnlySet<string> Conversations)
{
    /// <summary>True for one of the person's addresses.</summary>
    public bool Is(string? address) => address is not null && People.ContainsKey(address);

    /// <summary>True for one of the person's own conversations.</summary>
    public bool IsIn(string? conversation) => conversation is not null && Conversations.Contains(conversation);
}
