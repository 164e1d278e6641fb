using Microsoft.Extensions.Logging;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// The store in one LiteDB file, for one host.
/// <para>
/// <b>Writing.</b> One thread owns the engine (LiteDB corrupts itself under concurrent writers). It takes all commits
/// that wait, checks and applies them to what it holds in memory, and writes them as one entry of a journal: a
/// collection of pieces a page long that are overwritten in place. One transaction and one sync a batch, however many
/// turns.
/// </para>
/// <para>
/// <b>Folding.</b> When the journal is longer than a few megabytes, each batch also writes the oldest entries to where
/// they belong: documents to a collection for each kind, messages to the outbox, marks of activities to packs of some
/// hundreds. What a later entry has replaced is skipped: of a conversation that goes on only the last version is
/// written, and a message that is delivered meanwhile never is. This is what makes LiteDB quick enough.
/// </para>
/// <para>
/// <b>In memory</b> are the marks, the place and state of each outbox row, what the journal holds, and a bounded cache
/// of documents. The start reads marks, rows and journal; a failure throws all of it away and starts again from the
/// file.
/// </para>
/// </summary>
public sealed class LiteDbStore : IStore, IAsyncDisposable
{
    /// <summary>Characters of cached documents: about 24 MB.</summary>
    private const long CacheSize = 12_000_000;

    private const int LongestPage = 1000;

    private readonly DocumentCache _cache = new(CacheSize);
    private readonly StoreWriter _writer;

    private LiteDbStore(IStoreFiles files, LiteDbOptions options, ILogger logger)
    {
        HashSet<long> inHand = [];
        _writer = new StoreWriter(
            () => new StoreSession(files, options, _cache, inHand), _cache, logger);
        logger.LogInformation("Store {Store} is open", files.Name);
    }

    /// <summary>Opens the store, making its file when there is none.</summary>
    /// <exception cref="StoreUnavailableException">The file is in use by another host, or can't be read.</exception>
    public static LiteDbStore Open(LiteDbOptions options, ILogger<LiteDbStore> logger) =>
        Open(new StoreFiles(options.Path), options, logger);

    internal static LiteDbStore Open(IStoreFiles files, LiteDbOptions options, ILogger logger) =>
        new(files, options, logger);

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> FindAsync(DocumentKind kind, string id, CancellationToken cancellationToken)
    {
        var key = new DocumentKey(kind, id);
        return _cache.TryGet(key, out var document)
            ? ValueTask.FromResult(document)
            : new ValueTask<StoredDocument?>(ReadAsync(s => s.Documents.Find(key), cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, LongestPage);
        return await ReadAsync(s => s.Documents.List(query), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>Once it waits for the writer it can't be cancelled any more: it is about to be durable.</remarks>
    public Task<CommitOutcome> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = new PreparedCommit(commit);
        return WriteAsync(s => s.Stage(prepared), commit.CanWait);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await ReadAsync(s => s.Outbox.Claim(now, limit), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<OutboxMessage?> FindMessageAsync(string id, CancellationToken cancellationToken) =>
        new(ReadAsync(s => s.Outbox.Find(id), cancellationToken));

    /// <inheritdoc/>
    public Task PurgeAsync(
        DateTimeOffset seenBefore, DateTimeOffset settledBefore, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return WriteAsync(s =>
        {
            s.Purge(seenBefore, settledBefore);
            return CommitOutcome.Committed;
        });
    }

    /// <inheritdoc/>
    public async ValueTask<StoreHealth> CheckAsync(CancellationToken cancellationToken)
    {
        if (_writer.Failure is not null)
        {
            try
            {
                // Opening may succeed on a full disk: only a write shows that writing works again.
                cancellationToken.ThrowIfCancellationRequested();
                await WriteAsync(s => s.Touch()).ConfigureAwait(false);
            }
            catch (StoreUnavailableException still)
            {
                return new StoreHealth(false, still.Message, 0, 0, 0);
            }
        }

        return _writer.Session is { } session ? Health(session) : new StoreHealth(false, "closed", 0, 0, 0);
    }

    /// <summary>Finishes the commits that wait, copies the log into the data file and lets go of it.</summary>
    public async ValueTask DisposeAsync() => await _writer.StopAsync().ConfigureAwait(false);

    private static StoreHealth Health(StoreSession session) => new(
        true,
        "ok",
        session.Outbox.Count(RowState.Waiting),
        session.Outbox.Count(RowState.Held),
        session.Outbox.Count(RowState.Dead));

    private Task<T> ReadAsync<T>(Func<StoreSession, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var work = new ReadWork<T>(read);
        _writer.Enqueue(work);
        return work.Task;
    }

    private Task<CommitOutcome> WriteAsync(Func<StoreSession, CommitOutcome> stage, bool canWait = false)
    {
        var work = new WriteWork(stage, canWait);
        _writer.Enqueue(work);
        return work.Task;
    }
}
