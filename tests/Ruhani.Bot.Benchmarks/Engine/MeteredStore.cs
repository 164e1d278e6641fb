using System.Diagnostics;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Benchmarks.Engine;

/// <summary>A store that knows what its commits cost, so that they can be taken off the turn that made them.</summary>
internal sealed class MeteredStore(IStore inner) : IStore
{
    /// <summary>Spent in commits so far, in ticks of <see cref="Stopwatch"/>.</summary>
    public long Ticks { get; private set; }

    /// <summary>Allocated in commits so far.</summary>
    public long Bytes { get; private set; }

    public ValueTask<StoredDocument?> FindAsync(DocumentKind kind, string id, CancellationToken cancellationToken) =>
        inner.FindAsync(kind, id, cancellationToken);

    public Task<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        inner.ListAsync(query, cancellationToken);

    public Task<CommitOutcome> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        var (start, bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var done = inner.CommitAsync(commit, cancellationToken);
        Ticks += Stopwatch.GetTimestamp() - start;
        Bytes += GC.GetAllocatedBytesForCurrentThread() - bytes;
        return done;
    }

    public Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        inner.ClaimAsync(now, limit, cancellationToken);

    public ValueTask<OutboxMessage?> FindMessageAsync(string id, CancellationToken cancellationToken) =>
        inner.FindMessageAsync(id, cancellationToken);

    public Task PurgeAsync(
        DateTimeOffset seenBefore, DateTimeOffset settledBefore, CancellationToken cancellationToken) =>
        inner.PurgeAsync(seenBefore, settledBefore, cancellationToken);

    public ValueTask<StoreHealth> CheckAsync(CancellationToken cancellationToken) =>
        inner.CheckAsync(cancellationToken);
}
