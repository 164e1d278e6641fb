using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Testing.Storage;

/// <summary>
/// The plainest store that keeps the contract: one lock, dictionaries, nothing on disk. For tests of whatever needs an
/// <see cref="IStore"/>, and the model the real stores are compared with.
/// </summary>
public sealed class MemoryStore : IStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(DocumentKind Kind, string Id), StoredDocument> _documents = [];
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemoryRow> _rows = new(StringComparer.Ordinal);
    private readonly List<OutboxMessage> _written = [];
    private long _sequence;

    /// <summary>When set, every commit fails with it, as on a full disk.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Every message in the outbox, whatever became of it, in the order of writing.</summary>
    public IReadOnlyList<MemoryRow> Rows
    {
        get
        {
            lock (_lock)
            {
                return [.. _rows.Values.OrderBy(r => r.Sequence)];
            }
        }
    }

    /// <summary>Every message that was ever written, those that are delivered and forgotten too.</summary>
    public IReadOnlyList<OutboxMessage> Written
    {
        get
        {
            lock (_lock)
            {
                return [.. _written];
            }
        }
    }

    /// <summary>How many commits ended as <see cref="CommitOutcome.Committed"/>.</summary>
    public int Commits { get; private set; }

    /// <summary>What a restart does: nothing is in anybody's hands any more.</summary>
    public void ReleaseClaims()
    {
        lock (_lock)
        {
            foreach (var (id, row) in _rows)
            {
                _rows[id] = row with { InHand = false };
            }
        }
    }

    public ValueTask<StoredDocument?> FindAsync(DocumentKind kind, string id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_documents.GetValueOrDefault((kind, id)));
        }
    }

    public Task<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, 1000);
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<StoredDocument>>(
            [
                .. _documents.Values
                    .Where(d => d.Kind == query.Kind && (query.Group is null || d.Group == query.Group))
                    .Where(query.IsAfter)
                    .OrderBy(d => d.Sort).ThenBy(d => d.Id, StringComparer.Ordinal)
                    .Take(query.Limit),
            ]);
        }
    }

    public Task<CommitOutcome> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (Failure is not null)
            {
                return Task.FromException<CommitOutcome>(Failure);
            }

            if (commit.ActivityId is { } seen && _seen.ContainsKey(seen))
            {
                return Task.FromResult(CommitOutcome.Duplicate);
            }

            if (!TryStage(commit, out var staged))
            {
                return Task.FromResult(CommitOutcome.Conflict);
            }

            Apply(commit, staged);
            Commits++;
            return Task.FromResult(CommitOutcome.Committed);
        }
    }

    public Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var claimed = new List<OutboxMessage>();
            while (claimed.Count < limit && Heads().FirstOrDefault(r => r.Message.DueAt <= now) is { } head)
            {
                _rows[head.Message.Id] = head with { InHand = true };
                claimed.Add(head.Message);
            }

            return Task.FromResult<IReadOnlyList<OutboxMessage>>(claimed);
        }
    }

    public ValueTask<OutboxMessage?> FindMessageAsync(string id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_rows.GetValueOrDefault(id)?.Message);
        }
    }

    public Task PurgeAsync(
        DateTimeOffset seenBefore, DateTimeOffset settledBefore, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var id in _seen.Where(s => s.Value < seenBefore).Select(s => s.Key).ToList())
            {
                _seen.Remove(id);
            }

            foreach (var row in _rows.Values.Where(r => r.SettledAt < settledBefore).ToList())
            {
                _rows.Remove(row.Message.Id);
            }
        }

        return Task.CompletedTask;
    }

    public ValueTask<StoreHealth> CheckAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(new StoreHealth(
                Failure is null,
                Failure?.Message ?? "ok",
                _rows.Values.Count(r => r.State == MemoryRowState.Waiting),
                _rows.Values.Count(r => r.State == MemoryRowState.Held),
                _rows.Values.Count(r => r.State == MemoryRowState.Dead)));
        }
    }

    /// <summary>The first row of each conversation that nobody holds, replies first, then by due time.</summary>
    private IEnumerable<MemoryRow> Heads() =>
        _rows.Values
            .Where(r => r is { State: MemoryRowState.Waiting, InHand: false })
            .GroupBy(r => r.Message.Conversation)
            .Select(g => g.OrderBy(r => r.Message.Order).ThenBy(r => r.Sequence).First())
            .OrderBy(r => r.Message.Priority).ThenBy(r => r.Message.DueAt).ThenBy(r => r.Sequence);

    private bool TryStage(Commit commit, out Dictionary<(DocumentKind, string), StoredDocument?> staged)
    {
        staged = [];
        foreach (var (document, delete) in commit.Documents)
        {
            var key = (document.Kind, document.Id);
            var stored = staged.TryGetValue(key, out var earlier) ? earlier : _documents.GetValueOrDefault(key);
            if ((stored?.Version ?? 0) != (delete ? document.Version : document.Version - 1))
            {
                return false;
            }

            staged[key] = delete ? null : document;
        }

        return true;
    }

    private void Apply(Commit commit, Dictionary<(DocumentKind, string), StoredDocument?> staged)
    {
        if (commit.ActivityId is { } seen)
        {
            _seen.Add(seen, commit.At);
        }

        foreach (var (key, document) in staged)
        {
            _ = document is null ? _documents.Remove(key) : (_documents[key] = document) is not null;
        }

        foreach (var row in _rows.Values.Where(r => commit.Forget.Contains(r.Message.Conversation)).ToList())
        {
            _rows.Remove(row.Message.Id);
        }

        foreach (var message in commit.Messages)
        {
            _written.Add(message);
            _rows.TryAdd(message.Id, new MemoryRow(message, ++_sequence) { InHand = message.DueAt <= commit.At });
        }

        foreach (var change in commit.Changes)
        {
            if (_rows.TryGetValue(change.Id, out var row))
            {
                Change(row, change, commit.At);
            }
        }

        if (commit.ReleaseHeld is { } conversation)
        {
            Replace(
                r => r.State == MemoryRowState.Held && r.Message.Conversation == conversation,
                r => r with { State = MemoryRowState.Waiting, Reason = null });
        }
    }

    private void Change(MemoryRow row, OutboxChange change, DateTimeOffset at)
    {
        var free = row with { State = MemoryRowState.Waiting, InHand = false, Reason = null, SettledAt = null };
        switch (change)
        {
            case OutboxChange.Done:
                _rows.Remove(change.Id);
                break;
            case OutboxChange.Accepted accepted when row.InHand || row.State == MemoryRowState.Accepted:
                _rows[change.Id] = free with
                {
                    State = MemoryRowState.Accepted,
                    ChannelMessageId = accepted.MessageId,
                    SettledAt = row.SettledAt ?? at,
                };
                break;
            case OutboxChange.Rescheduled later:
                var message = row.Message with { DueAt = later.DueAt, Attempts = later.Attempts };
                _rows[change.Id] = free with { Message = message, InHand = later.KeepsHold && row.InHand };
                break;
            case OutboxChange.Held held:
                _rows[change.Id] = free with { State = MemoryRowState.Held, Reason = held.Reason };
                break;
            case OutboxChange.Dead dead:
                _rows[change.Id] = free with
                {
                    State = MemoryRowState.Dead,
                    Reason = dead.Reason,
                    SettledAt = at,
                };
                break;
            case OutboxChange.Moved moved:
                Move(moved);
                break;
        }
    }

    private void Move(OutboxChange.Moved moved)
    {
        Replace(
            r => r.State is MemoryRowState.Waiting or MemoryRowState.Held && r.Message.Conversation == moved.From,
            r => r with
            {
                Message = r.Message with { Conversation = moved.To },
                InHand = r.InHand && (moved.KeepsHold || r.Message.Id != moved.Id),
            });
        var from = (DocumentKind.Conversation, moved.From.ToString());
        var to = (DocumentKind.Conversation, moved.To.ToString());
        if (!_documents.ContainsKey(to) && _documents.Remove(from, out var document))
        {
            _documents[to] = document with { Id = to.Item2 };
        }
    }

    private void Replace(Func<MemoryRow, bool> which, Func<MemoryRow, MemoryRow> by)
    {
        foreach (var row in _rows.Values.Where(which).ToList())
        {
            _rows[row.Message.Id] = by(row);
        }
    }
}
