namespace Ruhani.Bot.Testing.Telegram;

/// <summary>A chat with the bot in it: waits for what the bot says there.</summary>
public abstract class TelegramChat
{
    private readonly Lock _gate = new();
    private readonly List<TelegramMessage> _log = [];
    private TaskCompletionSource _changed = NewSignal();
    private int _cursor;

    private protected TelegramChat(TelegramServer server, long id) => (Server, Id) = (server, id);

    public long Id { get; }

    /// <summary>As Telegram calls it: <c>private</c>, <c>group</c>, <c>supergroup</c>, <c>channel</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Everything the bot said and edited here, in order.</summary>
    public IReadOnlyList<TelegramMessage> Log
    {
        get
        {
            lock (_gate)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>Why the bot can't write here; null when it can.</summary>
    internal TelegramRefusal? Refusal { get; set; }

    /// <summary>Ids count per chat, as in supergroups; the bot API promises no more.</summary>
    internal int LastMessageId { get; set; }

    internal Dictionary<int, TelegramMessage> Messages { get; } = [];

    private protected TelegramServer Server { get; }

    /// <summary>The next message or edit by the bot that nobody has taken yet.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="seconds">Gives up after this long.</param>
    public Task<TelegramMessage> NextAsync(CancellationToken cancellationToken, double seconds = 10) =>
        WaitForMessageAsync(_ => true, cancellationToken, seconds);

    /// <summary>The next message or edit that fits; those before it are passed over.</summary>
    public async Task<TelegramMessage> WaitForMessageAsync(
        Func<TelegramMessage, bool> fits, CancellationToken cancellationToken, double seconds = 10)
    {
        ArgumentNullException.ThrowIfNull(fits);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                while (_cursor < _log.Count)
                {
                    var message = _log[_cursor++];
                    if (fits(message))
                    {
                        return message;
                    }
                }

                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException(
                    $"The bot said nothing that fits in chat {Id} within {seconds} s; it said: "
                    + string.Join(" | ", Log.Select(message => message.Text)));
            }
        }
    }

    internal void Show(TelegramMessage message)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _log.Add(message);
            changed = _changed;
            _changed = NewSignal();
        }

        changed.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
