using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// The rows that wait and that nobody holds: a line for each conversation by rising order, and the heads of all lines
/// by due time, replies apart from the rest. Only a head can be claimed, so a head that is not due keeps its line back.
/// </summary>
internal sealed class OutboxLines
{
    private readonly Dictionary<ConversationKey, SortedSet<OutboxRow>> _lines = [];
    private readonly SortedSet<OutboxRow> _replies = new(Comparer<OutboxRow>.Create(ByDueTime));
    private readonly SortedSet<OutboxRow> _others = new(Comparer<OutboxRow>.Create(ByDueTime));

    /// <summary>Adds a row when its state and holder say that it stands in line.</summary>
    public void Join(OutboxRow row)
    {
        if (!Stands(row))
        {
            return;
        }

        if (!_lines.TryGetValue(row.Conversation, out var line))
        {
            line = new SortedSet<OutboxRow>(Comparer<OutboxRow>.Create(ByOrder));
            _lines.Add(row.Conversation, line);
        }

        var head = line.Min;
        line.Add(row);
        if (line.Min == row)
        {
            _ = head is not null && Heads(head).Remove(head);
            Heads(row).Add(row);
        }
    }

    /// <summary>Takes a row out before its state, holder, due time or conversation changes.</summary>
    public void Leave(OutboxRow row)
    {
        if (!Stands(row))
        {
            return;
        }

        var line = _lines[row.Conversation];
        var wasHead = line.Min == row;
        line.Remove(row);
        if (wasHead)
        {
            Heads(row).Remove(row);
            if (line.Min is { } next)
            {
                Heads(next).Add(next);
            }
            else
            {
                _lines.Remove(row.Conversation);
            }
        }
    }

    /// <summary>The row to send next; null when none is due.</summary>
    public OutboxRow? Next(DateTimeOffset now) =>
        _replies.Min is { } reply && reply.DueAt <= now ? reply
        : _others.Min is { } other && other.DueAt <= now ? other
        : null;

    private static bool Stands(OutboxRow row) => row is { Status.State: RowState.Waiting, InHand: false };

    private static int ByDueTime(OutboxRow x, OutboxRow y) =>
        x.DueAt.CompareTo(y.DueAt) is var due and not 0 ? due : x.Sequence.CompareTo(y.Sequence);

    private static int ByOrder(OutboxRow x, OutboxRow y) =>
        x.Order.CompareTo(y.Order) is var order and not 0 ? order : x.Sequence.CompareTo(y.Sequence);

    private SortedSet<OutboxRow> Heads(OutboxRow row) => row.Priority == OutboxPriority.Reply ? _replies : _others;
}
