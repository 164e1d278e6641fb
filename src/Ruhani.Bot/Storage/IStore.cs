using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Storage;

/// <summary>
/// Everything the bot keeps. All writing goes through <see cref="CommitAsync"/>: one call, one transaction, durable
/// when it returns. Implementations are safe for concurrent use.
/// </summary>
public interface IStore
{
    /// <summary>Reads one document; null when there is none.</summary>
    ValueTask<StoredDocument?> FindAsync(DocumentKind kind, string id, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a bounded page of documents by rising (<see cref="StoredDocument.Sort"/>,
    /// <see cref="StoredDocument.Id"/>).
    /// </summary>
    Task<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all of a commit or nothing. <see cref="CommitOutcome.Duplicate"/> when its activity was committed before;
    /// <see cref="CommitOutcome.Conflict"/> when a document is no longer at the version it was read at.
    /// </summary>
    Task<CommitOutcome> CommitAsync(Commit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Hands over messages that are due and that nobody holds, replies first, then by due time, and holds them for this
    /// host until a change is committed for them. A message is never handed over while an earlier one of its
    /// conversation waits elsewhere: each conversation's rows come by rising order, and a head that is not due keeps
    /// the rest back (rows held, accepted or dead are out of the line). Rows committed by this process and due at once
    /// (not after <see cref="Commit.At"/>) are held from the start. After a restart nothing is held.
    /// </summary>
    Task<IReadOnlyList<OutboxMessage>> ClaimAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Finds a message by its id while it waits for a receipt, is held or dead; null when it is gone.
    /// </summary>
    ValueTask<OutboxMessage?> FindMessageAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Removes marks of activities seen before <paramref name="seenBefore"/>, and messages accepted or dead since
    /// before <paramref name="settledBefore"/>.
    /// </summary>
    Task PurgeAsync(DateTimeOffset seenBefore, DateTimeOffset settledBefore, CancellationToken cancellationToken);

    /// <summary>How the store is; re-opens it when it has failed and can be opened again.</summary>
    ValueTask<StoreHealth> CheckAsync(CancellationToken cancellationToken);
}

/// <summary>The store's state, for the health page and the metrics.</summary>
/// <param name="IsHealthy">False when commits fail now.</param>
/// <param name="Detail">What is wrong, or a word such as <c>ok</c>.</param>
/// <param name="Waiting">Messages in the outbox that are not sent yet.</param>
/// <param name="Held">Messages held until their person writes again.</param>
/// <param name="Dead">Messages set aside.</param>
public sealed record StoreHealth(bool IsHealthy, string Detail, long Waiting, long Held, long Dead);
