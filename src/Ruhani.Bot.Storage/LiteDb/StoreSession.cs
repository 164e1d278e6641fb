using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// An opened store, from opening to closing or to its first failure; then it is thrown away whole and the next one
/// begins with what the file says. Used by the writer's thread only.
/// </summary>
internal sealed class StoreSession : IDisposable
{
    /// <summary>
    /// Written to the tables in a batch besides twice what the batch brings: spreads the work evenly.
    /// </summary>
    private const int FoldAhead = 16;

    private readonly StoreFile _file;
    private readonly long _journalLength;
    private readonly Journal _journal = new();
    private readonly SeenMarks _seen;

    public StoreSession(IStoreFiles files, LiteDbOptions options, DocumentCache cache, HashSet<long> inHand)
    {
        _file = StoreFile.Open(files, options.CheckpointPages);
        _journalLength = options.JournalLength;
        cache.Clear();
        Outbox = new OutboxRows(new OutboxTable(_file.Engine), _journal, inHand);
        Documents = new Documents(new DocumentTable(_file.Engine), cache, _journal);
        _seen = new SeenMarks(_file.Engine, _journal);
        try
        {
            Outbox.Load();
            _seen.Load(_journal.Load(_file.Engine, Replay));
            Outbox.Restore();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public Documents Documents { get; }

    public OutboxRows Outbox { get; }

    /// <summary>Checks a commit and, when all is well, takes it over; <see cref="Flush"/> makes it durable.</summary>
    public CommitOutcome Stage(PreparedCommit prepared)
    {
        var commit = prepared.Commit;
        if (prepared.Mark is { } known && _seen.Contains(known))
        {
            return CommitOutcome.Duplicate;
        }

        if (!Documents.Fit(commit.Documents))
        {
            return CommitOutcome.Conflict;
        }

        _journal.IsPending = true;
        if (prepared.Mark is { } mark)
        {
            _seen.Add(mark, commit.At.ToUnixTimeMilliseconds());
        }

        foreach (var (document, delete) in commit.Documents)
        {
            Documents.Put(DocumentKey.Of(document), delete ? null : document);
        }

        Outbox.Forget(commit.Forget);
        for (var i = 0; i < prepared.Messages.Length; i++)
        {
            var message = commit.Messages[i];
            Outbox.Add(message, prepared.Messages[i], held: message.DueAt <= commit.At);
        }

        foreach (var change in commit.Changes)
        {
            Apply(change, commit.At);
        }

        if (commit.ReleaseHeld is { } conversation)
        {
            Outbox.Release(conversation);
        }

        return CommitOutcome.Committed;
    }

    public void Purge(DateTimeOffset seenBefore, DateTimeOffset settledBefore)
    {
        _seen.Purge(seenBefore.ToUnixTimeMilliseconds());
        Outbox.Purge(settledBefore);
    }

    /// <summary>Has the next <see cref="Flush"/> write something, even when there is nothing to write.</summary>
    public CommitOutcome Touch()
    {
        _journal.IsPending = true;
        return CommitOutcome.Committed;
    }

    /// <summary>
    /// Writes what was staged in one transaction. After an exception the session is good for nothing.
    /// </summary>
    public void Flush()
    {
        if (!_journal.IsPending)
        {
            return;
        }

        _file.Transact(engine =>
        {
            Fold(FoldAhead + (2 * _journal.Pending.Count));
            _seen.DeleteExpired();
            _journal.Write(engine, _seen.ForgottenBefore);
        });
        Documents.Publish();
        Outbox.Publish();
    }

    public void CheckpointWhenDue() => _file.CheckpointWhenDue();

    public void Close() => _file.Close();

    public void Dispose() => _file.Dispose();

    private void Apply(OutboxChange change, DateTimeOffset at)
    {
        if (change is not OutboxChange.Moved moved)
        {
            Outbox.Change(change, at);
        }
        else if (Outbox.Contains(moved.Id))
        {
            Outbox.Move(moved);
            MoveConversation(moved.From, moved.To);
        }
    }

    private void MoveConversation(ConversationKey from, ConversationKey to)
    {
        var source = new DocumentKey(DocumentKind.Conversation, from.ToString());
        var target = source with { Id = to.ToString() };
        if (Documents.Find(source) is { } document && Documents.Find(target) is null)
        {
            Documents.Put(source, null);
            Documents.Put(target, document with { Id = target.Id });
        }
    }

    private void Fold(int budget)
    {
        while (_journal.Length > _journalLength && _journal.Oldest is { } entry)
        {
            _seen.Fold(entry.Number);
            while (entry.TryNext(out var document, out var row))
            {
                var wrote = document is { } key ? Documents.Fold(key, entry.Number) : Outbox.Fold(row, entry.Number);
                if (wrote && --budget == 0)
                {
                    return;
                }
            }

            _journal.Trim();
        }
    }

    private void Replay(JournalEntry entry, byte[] bytes, long forgottenBefore)
    {
        _seen.ForgottenBefore = forgottenBefore;
        var reader = new JournalReader(bytes);
        while (!reader.AtEnd)
        {
            switch (reader.Op())
            {
                case JournalOp.Document:
                    var document = reader.Document();
                    Documents.Remember(DocumentKey.Of(document), document, entry);
                    break;
                case JournalOp.DocumentGone:
                    Documents.Remember(reader.Key(), null, entry);
                    break;
                case JournalOp.Seen:
                    _seen.Replay(reader.Mark(), reader.Number(), entry);
                    break;
                case JournalOp.Message:
                    Outbox.ReplayMessage(reader.Number(), reader.Bytes(), entry);
                    break;
                case JournalOp.RowStatus:
                    Outbox.ReplayStatus(reader.Number(), reader.Bytes(), entry);
                    break;
                case JournalOp.RowGone:
                    Outbox.ReplayGone(reader.Number(), entry);
                    break;
                default:
                    throw new InvalidDataException("The journal holds what this version doesn't know.");
            }
        }
    }
}
