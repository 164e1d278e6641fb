using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Storage;

namespace Ruhani.Bot.Tests.Support;

/// <summary>A store that lets a test look at a commit, or answer in the store's place, before it is written.</summary>
internal sealed class StoreProbe(MemoryStore inner) : IStore
{
    /// <summary>Called first; what it returns takes the place of the commit unless it is null.</summary>
    public Func<Commit, Task<CommitOutcome?>>? BeforeCommit { get; set; }

    /// <summary>How often the outbox was looked into.</summary>
    public int Claims { get; private set; }

    /// <summary>Called before the outbox is looked into.</summary>
    public Action? BeforeClaim { get; set; }

    public ValueTask<StoredDocument?> FindAsync(DocumentKind kind, string id, CancellationToken cancellationToken) =>
        inner.FindAsync(kind, id, cancellationToken);

    public Task<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        inner.ListAsync(query, cancellationToken);

    public async Task<CommitOutcome> CommitAsync(Commit commit, CancellationToken cancellationToken) =>
        BeforeCommit is { } before && await before(commit) is { } outcome
            ? outcome
            : await inner.CommitAsync(commit, cancellationToken);

    public Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        BeforeClaim?.Invoke();
        Claims++;
        return inner.ClaimAsync(now, limit, cancellationToken);
    }

    public ValueTask<OutboxMessage?> FindMessageAsync(string id, CancellationToken cancellationToken) =>
        inner.FindMessageAsync(id, cancellationToken);

    public Task PurgeAsync(
        DateTimeOffset seenBefore, DateTimeOffset settledBefore, CancellationToken cancellationToken) =>
        inner.PurgeAsync(seenBefore, settledBefore, cancellationToken);

    public ValueTask<StoreHealth> CheckAsync(CancellationToken cancellationToken) =>
        inner.CheckAsync(cancellationToken);
}
