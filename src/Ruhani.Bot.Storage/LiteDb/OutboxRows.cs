using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// The outbox as the writer sees it: every row's place and state in memory, its text in the journal or in its table.
/// A message that is delivered before its journal entry is folded never gets to the table.
/// </summary>
/// <param name="table">Where rows end up.</param>
/// <param name="journal">What this batch writes.</param>
/// <param name="inHand">
/// The rows the dispatcher durably has. Outlives a failure: what is being sent must not be handed over a second time
/// only because the store was opened anew.
/// </param>
internal sealed class OutboxRows(OutboxTable table, Journal journal, HashSet<long> inHand)
{
    private readonly Dictionary<string, OutboxRow> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, OutboxRow> _bySequence = [];
    private readonly Dictionary<ConversationKey, List<OutboxRow>> _held = [];
    private readonly HashSet<long> _storedAndGone = [];
    private readonly Dictionary<long, bool> _handsNow = [];
    private readonly long[] _counts = new long[Enum.GetValues<RowState>().Length];
    private readonly OutboxLines _lines = new();
    private long _sequence;

    public long Count(RowState state) => Volatile.Read(ref _counts[(int)state]);

    public void Load() => table.All().ForEach(Enter);

    /// <summary>After loading: puts back into the dispatcher's hands what it has.</summary>
    public void Restore()
    {
        inHand.IntersectWith(_bySequence.Keys);
        foreach (var row in inHand.Select(sequence => _bySequence[sequence]))
        {
            Leave(row);
            row.InHand = true;
            Join(row);
        }
    }

    /// <summary>What was staged has become durable.</summary>
    public void Publish()
    {
        foreach (var (sequence, held) in _handsNow)
        {
            _ = held ? inHand.Add(sequence) : inHand.Remove(sequence);
        }

        _handsNow.Clear();
    }

    /// <summary>Adds a new message; one whose id is there already is left as it is.</summary>
    public void Add(OutboxMessage message, byte[] json, bool held)
    {
        if (_byId.ContainsKey(message.Id))
        {
            return;
        }

        var row = new OutboxRow(_sequence + 1, message)
        {
            InHand = held,
            Json = json,
            Entry = journal.Pending.Number,
        };
        journal.Buffer.Message(row.Sequence, json);
        journal.Pending.Rows.Add(row.Sequence);
        _handsNow[row.Sequence] = held;
        Enter(row);
    }

    /// <summary>
    /// What a change does to its row. <see cref="OutboxChange.Moved"/> concerns more: see <see cref="Move"/>.
    /// </summary>
    public void Change(OutboxChange change, DateTimeOffset at)
    {
        if (!_byId.TryGetValue(change.Id, out var row))
        {
            return;
        }

        var free = row.Status with { Reason = null, SettledAt = null, MessageId = null };
        switch (change)
        {
            case OutboxChange.Done:
                Remove(row);
                break;
            case OutboxChange.Accepted accepted when row.InHand || row.Status.State == RowState.Accepted:
                var settledAt = row.Status.SettledAt ?? at;
                var messageId = accepted.MessageId;
                Set(row, free with { State = RowState.Accepted, MessageId = messageId, SettledAt = settledAt });
                break;
            case OutboxChange.Rescheduled later:
                Set(
                    row,
                    free with { State = RowState.Waiting, DueAt = later.DueAt, Attempts = later.Attempts },
                    later.KeepsHold && row.InHand);
                break;
            case OutboxChange.Held held:
                Set(row, free with { State = RowState.Held, Reason = held.Reason });
                break;
            case OutboxChange.Dead dead:
                Set(row, free with { State = RowState.Dead, Reason = dead.Reason, SettledAt = at });
                break;
        }
    }

    /// <summary>True when there is such a row, so that what a <see cref="OutboxChange.Moved"/> says counts.</summary>
    public bool Contains(string id) => _byId.ContainsKey(id);

    /// <summary>Gives the waiting and held rows of a chat its new address.</summary>
    public void Move(OutboxChange.Moved moved)
    {
        var rows = _byId.Values.Where(r =>
            r.Status.State is RowState.Waiting or RowState.Held && r.Conversation == moved.From);
        foreach (var row in rows.ToList())
        {
            var held = row.InHand && (moved.KeepsHold || row.Id != moved.Id);
            Set(row, row.Status with { Conversation = moved.To }, held);
        }
    }

    public void Release(ConversationKey conversation)
    {
        if (_held.TryGetValue(conversation, out var rows))
        {
            rows.ToList().ForEach(r => Set(r, r.Status with { State = RowState.Waiting, Reason = null }));
        }
    }

    /// <summary>Removes every row of some conversations.</summary>
    public void Forget(IReadOnlyCollection<ConversationKey> conversations)
    {
        if (conversations.Count > 0)
        {
            _byId.Values.Where(r => conversations.Contains(r.Conversation)).ToList().ForEach(Remove);
        }
    }

    public void Purge(DateTimeOffset settledBefore) =>
        _byId.Values.Where(r => r.Status.SettledAt < settledBefore).ToList().ForEach(Remove);

    public List<OutboxMessage> Claim(DateTimeOffset now, int limit)
    {
        var claimed = new List<OutboxMessage>();
        while (claimed.Count < limit && _lines.Next(now) is { } row)
        {
            claimed.Add(Message(row));
            _lines.Leave(row);
            row.InHand = true;
            inHand.Add(row.Sequence);
        }

        return claimed;
    }

    public OutboxMessage? Find(string id) => _byId.TryGetValue(id, out var row) ? Message(row) : null;

    /// <summary>
    /// Writes a row to its table, or removes it there, unless a later entry has changed it again. A new row is written
    /// in any case: the entry that is about to go is the only one that holds its message.
    /// </summary>
    /// <returns>True when something was written.</returns>
    public bool Fold(long sequence, long entry)
    {
        if (!_bySequence.TryGetValue(sequence, out var row))
        {
            if (_storedAndGone.Remove(sequence))
            {
                table.Delete(sequence);
                return true;
            }

            return false;
        }

        if (row.Entry != entry && row.IsStored)
        {
            return false;
        }

        table.Put(row, row.Json ?? table.Message(sequence));
        (row.IsStored, row.Json, row.Entry) = (true, null, 0);
        return true;
    }

    public void ReplayMessage(long sequence, byte[] json, JournalEntry entry)
    {
        entry.Rows.Add(sequence);
        _sequence = Math.Max(_sequence, sequence);
        if (!_bySequence.ContainsKey(sequence))
        {
            Enter(new OutboxRow(sequence, StoredJson.Message(json)) { Json = json, Entry = entry.Number });
        }
    }

    public void ReplayStatus(long sequence, byte[] json, JournalEntry entry)
    {
        entry.Rows.Add(sequence);
        if (_bySequence.TryGetValue(sequence, out var row))
        {
            Leave(row);
            row.Status = StoredJson.Status(json);
            row.Entry = entry.Number;
            Join(row);
        }
    }

    public void ReplayGone(long sequence, JournalEntry entry)
    {
        entry.Rows.Add(sequence);
        if (_bySequence.TryGetValue(sequence, out var row))
        {
            Drop(row);
        }
    }

    private OutboxMessage Message(OutboxRow row) =>
        row.Status.Over(StoredJson.Message(row.Json ?? table.Message(row.Sequence)));

    private void Set(OutboxRow row, RowStatus status, bool held = false)
    {
        Leave(row);
        (row.Status, row.InHand, row.Entry) = (status, held, journal.Pending.Number);
        _handsNow[row.Sequence] = held;
        Join(row);
        journal.Buffer.RowStatus(row.Sequence, StoredJson.Write(status));
        journal.Pending.Rows.Add(row.Sequence);
    }

    private void Remove(OutboxRow row)
    {
        Drop(row);
        _handsNow[row.Sequence] = false;
        journal.Buffer.RowGone(row.Sequence);
        journal.Pending.Rows.Add(row.Sequence);
    }

    private void Enter(OutboxRow row)
    {
        _byId.Add(row.Id, row);
        _bySequence.Add(row.Sequence, row);
        _sequence = Math.Max(_sequence, row.Sequence);
        Join(row);
    }

    private void Drop(OutboxRow row)
    {
        Leave(row);
        _byId.Remove(row.Id);
        _bySequence.Remove(row.Sequence);
        if (row.IsStored)
        {
            _storedAndGone.Add(row.Sequence);
        }
    }

    private void Join(OutboxRow row)
    {
        _counts[(int)row.Status.State]++;
        _lines.Join(row);
        if (row.Status.State == RowState.Held)
        {
            if (!_held.TryGetValue(row.Conversation, out var held))
            {
                _held.Add(row.Conversation, held = []);
            }

            held.Add(row);
        }
    }

    private void Leave(OutboxRow row)
    {
        _counts[(int)row.Status.State]--;
        _lines.Leave(row);
        if (row.Status.State == RowState.Held && _held[row.Conversation] is var held && held.Remove(row)
            && held.Count == 0)
        {
            _held.Remove(row.Conversation);
        }
    }
}
