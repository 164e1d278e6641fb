using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Testing.Channels;

/// <summary>A channel that keeps what it is given and answers as the test says.</summary>
public sealed class RecordingChannel(string name, ChannelCapabilities capabilities) : IChannel
{
    private readonly Lock _gate = new();
    private readonly List<OutboxMessage> _sent = [];
    private readonly List<(int Count, TaskCompletionSource Done)> _waits = [];

    public string Name => name;

    public ChannelCapabilities Capabilities => capabilities;

    /// <summary>How an attempt ends; everything is accepted unless told otherwise.</summary>
    public Func<OutboxMessage, Task<DeliveryOutcome>> Answer { get; set; } =
        _ => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Sent());

    public DeliveryContext? LastContext { get; private set; }

    /// <summary>Every attempt so far, in the order they began.</summary>
    public IReadOnlyList<OutboxMessage> Attempts
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    public IEnumerable<string> Ids => Attempts.Select(message => message.Id);

    /// <summary>Completes when so many attempts have begun.</summary>
    public Task AttemptedAsync(int count, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_sent.Count >= count)
            {
                return Task.CompletedTask;
            }

            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((count, done));
            return done.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellationToken);
        }
    }

    public Task<DeliveryOutcome> SendAsync(
        OutboxMessage message, DeliveryContext context, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            LastContext = context;
            _sent.Add(message);
            _waits.Where(wait => wait.Count <= _sent.Count).ToList().ForEach(wait => wait.Done.TrySetResult());
        }

        return Answer(message);
    }
}
