using System.Runtime.CompilerServices;
using System.Text.Json;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>Opinions with a telephone; those without are nobody's.</summary>
public sealed class OpinionData(IStore store) : IPersonalData
{
    /// <inheritdoc/>
    public IReadOnlyList<DocumentKind> Covers => [DocumentKind.Opinion];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var found = new List<PersonalRecord>();
        await foreach (var document in AllAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            var one = JsonSerializer.Deserialize(document.Json, StateJson.Stored.Opinion)!;
            found.Add(PersonalRecord.Of(
                turn,
                PersonalKinds.Opinion,
                one.Words,
                ("about", turn.Label("feedback." + one.About)),
                ("number", one.Event),
                ("words", one.Words),
                ("mark", one.Mark is { } mark ? turn.Label("feedback." + mark) : null),
                ("moment", PersonalRecord.Moment(turn, one.At)),
                ("phone", one.Contact)));
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask EraseAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(erasure);
        await foreach (var document in AllAsync(erasure.Scope, cancellationToken).ConfigureAwait(false))
        {
            turn.Remove(document);
        }
    }

    private async IAsyncEnumerable<StoredDocument> AllAsync(
        PersonalScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var address in scope.People.Keys)
        {
            await foreach (var document in store.AllAsync(DocumentKind.Opinion, address, cancellationToken)
                .ConfigureAwait(false))
            {
                yield return document;
            }
        }
    }
}
