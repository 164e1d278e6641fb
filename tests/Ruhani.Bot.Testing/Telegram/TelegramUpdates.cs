using System.Text.Json;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>The updates the bot has not confirmed yet, and the two ways it gets them.</summary>
internal sealed class TelegramUpdates : IAsyncDisposable
{
    private const int MaxBatch = 100;
    private const int MaxTimeout = 50;

    /// <summary>What is sent unless the bot names its own list.</summary>
    private static readonly HashSet<string> _notByDefault =
        ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _gate = new();
    private readonly List<TelegramUpdate> _pending = [];
    private readonly TelegramWebhookSender _webhook;
    private TaskCompletionSource _added = NewSignal();
    private TaskCompletionSource? _poll;
    private HashSet<string>? _allowed;
    private int _head;
    private int _lastId = 1000;

    public TelegramUpdates(TimeSpan webhookRetry) => _webhook = new TelegramWebhookSender(webhookRetry);

    /// <summary>Updates that were given out by polling or posted with success, each time counted.</summary>
    public long Delivered => Interlocked.Read(ref _delivered) + _webhook.Delivered;

    private long _delivered;

    public TelegramWebhookSender Webhook => _webhook;

    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _pending.Count - _head + _webhook.Pending;
            }
        }
    }

    public IReadOnlyCollection<string>? Allowed => _allowed;

    /// <summary>Adds an update of a type; null when the bot didn't ask for that type.</summary>
    public TelegramUpdate? Add(string type, long chat, Func<int, byte[]> write)
    {
        TaskCompletionSource added;
        TelegramUpdate update;
        lock (_gate)
        {
            if (_allowed is { } allowed ? !allowed.Contains(type) : _notByDefault.Contains(type))
            {
                return null;
            }

            var id = ++_lastId;
            update = new TelegramUpdate(id, chat, write(id));
            if (_webhook.IsSet)
            {
                _webhook.Add(update);
                return update;
            }

            _pending.Add(update);
            added = _added;
            _added = NewSignal();
        }

        added.TrySetResult();
        return update;
    }

    /// <summary>Adds updates as they are; their ids must rise.</summary>
    public void Preload(IEnumerable<TelegramUpdate> updates)
    {
        TaskCompletionSource added;
        lock (_gate)
        {
            foreach (var update in updates)
            {
                _lastId = Math.Max(_lastId, update.Id);
                if (_webhook.IsSet)
                {
                    _webhook.Add(update);
                }
                else
                {
                    _pending.Add(update);
                }
            }

            added = _added;
            _added = NewSignal();
        }

        added.TrySetResult();
    }

    /// <summary>getUpdates: waits for some when there are none.</summary>
    public async Task<IReadOnlyList<TelegramUpdate>> PollAsync(TelegramArguments arguments, CancellationToken gone)
    {
        var limit = Math.Clamp((int)(arguments.Number("limit") ?? MaxBatch), 1, MaxBatch);
        var timeout = Math.Clamp((int)(arguments.Number("timeout") ?? 0), 0, MaxTimeout);
        Allow(arguments);
        var mine = NewSignal();
        lock (_gate)
        {
            if (_webhook.IsSet)
            {
                throw TelegramRefusal.Conflict(
                    "can't use getUpdates method while webhook is active; "
                    + "use deleteWebhook to delete the webhook first");
            }

            _poll?.TrySetException(TelegramRefusal.Conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running"));
            _poll = mine;
            Confirm((int)(arguments.Number("offset") ?? 0));
        }

        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(timeout));
        try
        {
            while (true)
            {
                Task added;
                lock (_gate)
                {
                    if (_pending.Count > _head || timeout == 0 || end.IsCancellationRequested)
                    {
                        var batch = _pending.GetRange(_head, Math.Min(limit, _pending.Count - _head));
                        _delivered += batch.Count;
                        return batch;
                    }

                    added = _added.Task;
                }

                var first = await Task.WhenAny(added, mine.Task, Task.Delay(Timeout.Infinite, end.Token))
                    .WaitAsync(gone);
                if (first == mine.Task)
                {
                    await mine.Task;
                }
            }
        }
        finally
        {
            lock (_gate)
            {
                _poll = _poll == mine ? null : _poll;
            }
        }
    }

    /// <summary>setWebhook: a poll in progress ends with 409, what is pending is posted.</summary>
    public void SetWebhook(TelegramWebhookTarget target, TelegramArguments arguments)
    {
        Allow(arguments);
        lock (_gate)
        {
            _poll?.TrySetException(TelegramRefusal.Conflict("terminated by setWebhook request"));
            _poll = null;
            _webhook.Set(target);
            for (; _head < _pending.Count; _head++)
            {
                _webhook.Add(_pending[_head]);
            }

            _pending.Clear();
            _head = 0;
        }
    }

    /// <summary>deleteWebhook: what could not be posted waits for polling again.</summary>
    public async Task<bool> DeleteWebhookAsync()
    {
        var left = await _webhook.ClearAsync();
        if (left is not null)
        {
            Preload(left);
        }

        return left is not null;
    }

    /// <summary>Forgets everything pending.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            _pending.Clear();
            _head = 0;
        }
    }

    public async ValueTask DisposeAsync() => await _webhook.ClearAsync();

    private void Allow(TelegramArguments arguments)
    {
        if (arguments.Parse("allowed_updates", "can't parse allowed updates JSON object") is not { } list)
        {
            return;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw TelegramRefusal.BadRequest("expected an Array of String as allowed updates");
        }

        var types = list.EnumerateArray().Select(type => type.GetString()!).ToHashSet(StringComparer.Ordinal);
        lock (_gate)
        {
            _allowed = types.Count == 0 ? null : types;
        }
    }

    private void Confirm(int offset)
    {
        if (offset < 0)
        {
            _head = Math.Max(_head, _pending.Count + offset);
            return;
        }

        while (_head < _pending.Count && _pending[_head].Id < offset)
        {
            _pending[_head++] = default;
        }

        if (_head > 10_000)
        {
            _pending.RemoveRange(0, _head);
            _head = 0;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>One update as it is sent.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Chat">The chat it is about; a webhook gets a chat's updates in order.</param>
/// <param name="Json">The whole object.</param>
public readonly record struct TelegramUpdate(int Id, long Chat, byte[] Json);
