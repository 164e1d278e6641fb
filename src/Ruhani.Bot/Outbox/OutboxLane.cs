using System.Diagnostics.CodeAnalysis;
using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Outbox;

/// <summary>
/// What one channel has to send: a queue per conversation, one message of a conversation at a time, several
/// conversations at once, replies before bulk. Waits are timers, never a sleeping send.
/// </summary>
internal sealed class OutboxLane : IDisposable
{
    private readonly Func<OutboxMessage, Task<LaneStep>> _send;
    private readonly TimeProvider _time;
    private readonly int _parallelism;
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, ConversationQueue> _queues = [];
    private readonly Queue<ConversationQueue> _replies = new();
    private readonly Queue<ConversationQueue> _bulk = new();
    private readonly PriorityQueue<ConversationQueue, DateTimeOffset> _delayed = new();
    private readonly ITimer _timer;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;
    private int _ready;
    private int _inFlight;
    private bool _isClosed;
    private int _waiting;
    private TaskCompletionSource? _idle;

    public OutboxLane(int parallelism, TimeProvider time, Func<OutboxMessage, Task<LaneStep>> send)
    {
        _parallelism = parallelism;
        _time = time;
        _send = send;
        _timer = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Messages in hand.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void Add(OutboxMessage message)
    {
        lock (_gate)
        {
            if (!_queues.TryGetValue(message.Conversation, out var queue))
            {
                _queues[message.Conversation] = queue = new ConversationQueue(message.Conversation);
            }

            queue.Messages.Enqueue(message, message.Order);
            _waiting++;
            if (!queue.IsBusy)
            {
                queue.IsBusy = true;
                MakeReady(queue);
            }
            else if (queue.IsReady && message.Priority == OutboxPriority.Reply)
            {
                // Somebody waits now: what stands before the reply in its conversation goes ahead with it.
                _replies.Enqueue(queue);
            }
        }

        Pump();
    }

    /// <summary>
    /// Completes when nothing is being sent and nothing can be sent now (what waits for a time stays).
    /// </summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            if (IsIdle())
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    /// <summary>Begins no further attempt: what is left waits in the store for the next start.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
    }

    public void Dispose() => _timer.Dispose();

    private bool IsIdle() => _inFlight == 0 && (_ready == 0 || _time.GetUtcNow() < _pausedUntil);

    private void Wake()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            while (_delayed.TryPeek(out var queue, out var due) && due <= now)
            {
                _delayed.Dequeue();
                MakeReady(queue);
            }

            SetTimer(now);
        }

        Pump();
    }

    private void Pump()
    {
        while (TryTake(out var queue, out var message))
        {
            _ = WorkAsync(queue, message);
        }
    }

    private bool TryTake(
        [NotNullWhen(true)] out ConversationQueue? queue, [NotNullWhen(true)] out OutboxMessage? message)
    {
        lock (_gate)
        {
            (queue, message) = (null, null);
            if (_isClosed || _inFlight >= _parallelism || _time.GetUtcNow() < _pausedUntil)
            {
                return false;
            }

            // A queue that went ahead with its reply still stands among the bulk: it was taken already.
            do
            {
                if (!_replies.TryDequeue(out queue) && !_bulk.TryDequeue(out queue))
                {
                    return false;
                }
            }
            while (!queue.IsReady);

            queue.IsReady = false;
            _ready--;
            _inFlight++;
            message = queue.Messages.Dequeue();
            return true;
        }
    }

    // Goes on with whatever is next, rather than calling back into Pump: a backlog must not grow the stack.
    private async Task WorkAsync(ConversationQueue queue, OutboxMessage message)
    {
        for (var isTaken = true; isTaken; isTaken = TryTake(out queue!, out message!))
        {
            Settle(queue, await _send(message).ConfigureAwait(false));
        }
    }

    private void Settle(ConversationQueue queue, LaneStep step)
    {
        TaskCompletionSource? idle = null;
        List<OutboxMessage> moved = [];
        lock (_gate)
        {
            _inFlight--;
            if (step.Again is { } again && again.Conversation != queue.Key)
            {
                moved = Leave(queue, again);
            }
            else
            {
                Advance(queue, step);
            }

            if (IsIdle() && moved.Count == 0)
            {
                idle = _idle;
                _idle = null;
            }
        }

        moved.ForEach(Add);
        idle?.TrySetResult();
    }

    // The chat has a new id: what waits for the old one goes to the new one, in order.
    private List<OutboxMessage> Leave(ConversationQueue queue, OutboxMessage first)
    {
        var moved = new List<OutboxMessage> { first };
        while (queue.Messages.TryDequeue(out var message, out _))
        {
            moved.Add(message with { Conversation = first.Conversation });
        }

        _waiting -= moved.Count;
        _queues.Remove(queue.Key);
        return moved;
    }

    private void Advance(ConversationQueue queue, LaneStep step)
    {
        if (step.Again is { } again)
        {
            queue.Messages.Enqueue(again, again.Order);
        }
        else
        {
            _waiting--;
        }

        if (step.PauseLaneUntil is { } pause && pause > _pausedUntil)
        {
            _pausedUntil = pause;
        }

        if (queue.Messages.Count == 0)
        {
            queue.IsBusy = false;
            _queues.Remove(queue.Key);
        }
        else if (step.Again is { } later && later.DueAt > _time.GetUtcNow())
        {
            _delayed.Enqueue(queue, later.DueAt);
        }
        else
        {
            MakeReady(queue);
        }

        if (step.Again is not null || step.PauseLaneUntil is not null)
        {
            SetTimer(_time.GetUtcNow());
        }
    }

    private void MakeReady(ConversationQueue queue)
    {
        queue.IsReady = true;
        _ready++;
        (queue.HasReply() ? _replies : _bulk).Enqueue(queue);
    }

    private void SetTimer(DateTimeOffset now)
    {
        DateTimeOffset? next = _delayed.TryPeek(out _, out var due) ? due : null;
        if (_pausedUntil > now && _ready > 0 && (next is null || _pausedUntil < next))
        {
            next = _pausedUntil;
        }

        if (next is { } moment)
        {
            var wait = moment - now;
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class ConversationQueue(ConversationKey key)
    {
        public ConversationKey Key { get; } = key;

        public PriorityQueue<OutboxMessage, long> Messages { get; } = new();

        public bool IsBusy { get; set; }

        public bool IsReady { get; set; }

        public bool HasReply() =>
            Messages.UnorderedItems.Any(item => item.Element.Priority == OutboxPriority.Reply);
    }
}

/// <summary>What follows an attempt.</summary>
/// <param name="Again">The message to try again at its due time; null when it is settled.</param>
/// <param name="PauseLaneUntil">Until when nothing at all is sent on this channel.</param>
internal readonly record struct LaneStep(OutboxMessage? Again, DateTimeOffset? PauseLaneUntil = null);
