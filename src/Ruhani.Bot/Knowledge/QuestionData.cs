using System.Runtime.CompilerServices;
using System.Text.Json;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Knowledge;

/// <summary>Questions that wait for an answer; what people thought of answers is kept without who they were.</summary>
public sealed class QuestionData(IStore store) : IPersonalData
{
    /// <inheritdoc/>
    public IReadOnlyList<DocumentKind> Covers => [DocumentKind.Question, DocumentKind.Feedback];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var found = new List<PersonalRecord>();
        await foreach (var (_, one) in AllAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            found.Add(PersonalRecord.Of(
                turn,
                PersonalKinds.Question,
                one.Text,
                ("words", one.Text),
                ("moment", PersonalRecord.Moment(turn, one.At))));
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask EraseAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(erasure);
        await foreach (var (document, _) in AllAsync(erasure.Scope, cancellationToken).ConfigureAwait(false))
        {
            turn.Remove(document);
        }
    }

    private async IAsyncEnumerable<(StoredDocument Document, UnansweredQuestion Question)> AllAsync(
        PersonalScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.AllAsync(DocumentKind.Question, null, cancellationToken)
            .ConfigureAwait(false))
        {
            var one = JsonSerializer.Deserialize(document.Json, StateJson.Stored.UnansweredQuestion)!;
            if (scope.IsIn(one.Conversation))
            {
                yield return (document, one);
            }
        }
    }
}
