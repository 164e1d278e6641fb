using System.Text.Json;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>Finds everything that is one person: the address that writes, and those it is linked with.</summary>
public sealed class PersonalScopes(IStore store)
{
    /// <summary>The person of a turn.</summary>
    public async Task<PersonalScope> OfAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var own = turn.Activity.From.Address;
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        await foreach (var document in store.AllAsync(DocumentKind.Person, null, cancellationToken)
            .ConfigureAwait(false))
        {
            var person = JsonSerializer.Deserialize(document.Json, StateJson.Stored.Person)!;
            if (document.Id == turn.AccountAddress || person.LinkedTo == turn.AccountAddress)
            {
                people[document.Id] = person;
            }
        }

        people[own] = turn.Person;
        var chats = people.Values.Select(person => person.Chat).OfType<string>();
        return new PersonalScope(
            people,
            people.Keys.Concat(chats).Append(turn.Activity.Conversation.ToString())
                .ToHashSet(StringComparer.Ordinal));
    }
}
