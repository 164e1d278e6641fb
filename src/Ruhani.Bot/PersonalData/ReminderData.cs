using System.Text.Json;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Timers;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>What is due for a person later, and the messages to them that are kept up to date.</summary>
public sealed class ReminderData(IStore store) : IPersonalData
{
    /// <inheritdoc/>
    public IReadOnlyList<DocumentKind> Covers => [DocumentKind.Timer, DocumentKind.Card];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var found = new List<PersonalRecord>();
        await foreach (var (document, timer) in TimersAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            var at = PersonalRecord.Moment(turn, document.Sort)!;
            found.Add(PersonalRecord.Of(
                turn, PersonalKinds.Reminder, at, ("due", at), ("chat", timer.Conversation), ("about", timer.Dialog)));
        }

        await foreach (var (document, card) in CardsAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            var about = document.Group![(document.Group!.IndexOf(':', StringComparison.Ordinal) + 1)..];
            found.Add(PersonalRecord.Of(
                turn, PersonalKinds.Card, about, ("about", about), ("chat", card.Conversation)));
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask EraseAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(erasure);
        await foreach (var (document, _) in TimersAsync(erasure.Scope, cancellationToken).ConfigureAwait(false))
        {
            turn.Remove(document);
        }

        await foreach (var (document, _) in CardsAsync(erasure.Scope, cancellationToken).ConfigureAwait(false))
        {
            turn.Remove(document);
        }
    }

    private async IAsyncEnumerable<(StoredDocument Document, BotTimer Timer)> TimersAsync(
        PersonalScope scope,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.AllAsync(DocumentKind.Timer, null, cancellationToken)
            .ConfigureAwait(false))
        {
            var timer = JsonSerializer.Deserialize(document.Json, StateJson.Stored.BotTimer)!;
            if (scope.IsIn(timer.Conversation) || scope.Is(timer.Person))
            {
                yield return (document, timer);
            }
        }
    }

    private async IAsyncEnumerable<(StoredDocument Document, ShownCard Card)> CardsAsync(
        PersonalScope scope,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.AllAsync(DocumentKind.Card, null, cancellationToken)
            .ConfigureAwait(false))
        {
            var card = JsonSerializer.Deserialize(document.Json, StateJson.Stored.ShownCard)!;
            if (scope.IsIn(card.Conversation) || scope.Is(card.Person))
            {
                yield return (document, card);
            }
        }
    }
}
