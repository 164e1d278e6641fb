using System.Text.Json;
using Ruhani.Bot.Channels.WhatsApp.Wire;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>The other ids WhatsApp knows a person by: the telephone, the business-scoped id.</summary>
internal sealed class WhatsAppPersonalData(IStore store) : IPersonalData
{
    public IReadOnlyList<DocumentKind> Covers => [DocumentKind.Alias];

    public async ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        var found = new List<PersonalRecord>();
        await foreach (var document in AllAsync(scope, cancellationToken))
        {
            found.Add(PersonalRecord.Of(turn, PersonalKinds.Address, document.Id, ("address", document.Id)));
        }

        return found;
    }

    /// <summary>
    /// Ids are forgotten. Only the answer to somebody who has changed number since could not be delivered without the
    /// new one: of such a conversation that alone stays.
    /// </summary>
    public async ValueTask EraseAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken)
    {
        await foreach (var document in AllAsync(erasure.Scope, cancellationToken))
        {
            var alias = JsonSerializer.Deserialize(document.Json, GraphJson.Wire.WhatsAppAlias)!;
            if (document.Id == turn.Activity.Conversation.ToString() && alias.SendTo is { } address)
            {
                var left = new WhatsAppAlias(alias.Chat, SendTo: address);
                turn.Put(document, document with
                {
                    Json = JsonSerializer.Serialize(left, GraphJson.Wire.WhatsAppAlias),
                });
            }
            else
            {
                turn.Remove(document);
            }
        }
    }

    // Aliases are grouped by the conversation they lead to.
    private async IAsyncEnumerable<StoredDocument> AllAsync(
        PersonalScope scope,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var conversation in scope.Conversations)
        {
            await foreach (var document in store.AllAsync(DocumentKind.Alias, conversation, cancellationToken))
            {
                yield return document;
            }
        }
    }
}
