using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Host.Running;

/// <summary>Stands where a store is asked for but nothing is to be read or kept: the verbs that only check.</summary>
internal sealed class NoStore : IStore
{
    public ValueTask<StoredDocument?> FindAsync(DocumentKind kind, string id, CancellationToken cancellationToken) =>
        throw Used();

    public Task<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        throw Used();

    public Task<CommitOutcome> CommitAsync(Commit commit, CancellationToken cancellationToken) => throw Used();

    public Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken) => throw Used();

    public ValueTask<OutboxMessage?> FindMessageAsync(string id, CancellationToken cancellationToken) => throw Used();

    public Task PurgeAsync(
        DateTimeOffset seenBefore, DateTimeOffset settledBefore, CancellationToken cancellationToken) => throw Used();

    public ValueTask<StoreHealth> CheckAsync(CancellationToken cancellationToken) => throw Used();

    private static InvalidOperationException Used() => new("A verb that only checks has used the store.");
}
