using System.Text.Json;
using Ruhani.Bot.Content;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>
/// The one place that answers whether a person may get a message to many now, and if not, when. Whatever sends in bulk
/// asks here, for every person, right before it writes the message to the outbox.
/// </summary>
public sealed class BulkGate(IStore store, SuppressionList suppression, ContentStore content)
{
    /// <summary>Answers for the person of an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="message">The message.</param>
    /// <param name="at">The moment it would be sent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<BulkAnswer> AskAsync(
        string address, BulkMessage message, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var document = await store.FindAsync(DocumentKind.Person, address, cancellationToken).ConfigureAwait(false);
        var person = document is null ? null : JsonSerializer.Deserialize(document.Json, StateJson.Stored.Person);
        var isSuppressed = await suppression.ContainsAsync(address, cancellationToken).ConfigureAwait(false);
        return BulkRules.Decide(person, isSuppressed, message, at, content.Current.Calendar);
    }
}
