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
