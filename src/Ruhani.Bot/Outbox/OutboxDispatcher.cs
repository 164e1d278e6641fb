using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Outbox;

/// <summary>
/// Hop 8: sends what was committed and records what became of it. Replies are posted by the turn and leave at once;
/// what a restart, a wait or another part of the bot left behind is claimed from the store. Delivery is at least once:
/// when the host dies between a send and its record, that one message is sent again.
/// </summary>
public sealed partial class OutboxDispatcher : BackgroundService, IDeliveryReceipts
{
    private const int ClaimLimit = 500;
    private const int MaxInHand = 5000;
    private static readonly TimeSpan ClaimEvery = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, OutboxLane> _lanes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _unknownChannels = new(StringComparer.Ordinal);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly IStore _store;
    private readonly ChannelDirectory _channels;
    private readonly ButtonSigner _signer;
    private readonly DeliveryPolicy _policy;
    private readonly DeliveryRecorder _recorder;
    private readonly OutboxOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxDispatcher> _logger;

    /// <summary>A dispatcher; does nothing until started.</summary>
    public OutboxDispatcher(
        IStore store,
        ChannelDirectory channels,
        ButtonSigner signer,
        OutboxOptions options,
        TimeProvider time,
        ILogger<OutboxDispatcher> logger)
    {
        _store = store;
        _channels = channels;
        _signer = signer;
        _options = options;
        _time = time;
        _logger = logger;
        _policy = new DeliveryPolicy(options, time);
        _recorder = new DeliveryRecorder(store, time, logger);
    }

    /// <summary>Messages in hand.</summary>
    public int InHand => _lanes.Values.Sum(lane => lane.Waiting);

    /// <summary>Takes over messages that were just committed and are due.</summary>
    /// <param name="messages">In their order.</param>
    /// <param name="released">True when held messages may have become due: look into the store as well.</param>
    public void Post(IReadOnlyList<OutboxMessage> messages, bool released)
    {
        foreach (var message in messages)
        {
            Lane(message.Conversation.Channel)?.Add(message);
        }

        if (released)
        {
            Wake();
        }
    }

    /// <summary>Looks into the store soon: something there may be due.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <inheritdoc/>
    public async Task RecordAsync(IReadOnlyList<DeliveryReceipt> receipts, CancellationToken cancellationToken)
    {
        foreach (var receipt in receipts)
        {
            var message = await _store.FindMessageAsync(receipt.OutboxId, cancellationToken).ConfigureAwait(false);
            if (message is null)
            {
                continue;
            }

            var step = _policy.DecideReceipt(message, receipt.Outcome);
            LogIfNoteworthy(message, receipt.Outcome, step);
            await _recorder.RecordAsync(step, message, cancellationToken).ConfigureAwait(false);
        }

        Wake();
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        var flush = Task.WhenAll(_lanes.Values.Select(lane => lane.WhenIdleAsync()));
        try
        {
            await flush.WaitAsync(TimeSpan.FromSeconds(_options.FlushSeconds), _time, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            LogUnflushed(InHand);
        }

        foreach (var lane in _lanes.Values)
        {
            lane.Close();
        }

        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await _recorder.FlushAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Dispose();
        }

        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isFirst = true;
        Task<bool>? wake = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = await ClaimAsync(stoppingToken).ConfigureAwait(false);
                if (isFirst && claimed > 0)
                {
                    LogResumed(claimed);
                }

                isFirst = false;

                // One waiter for as long as nobody calls: one given up at each time-out would swallow a later call.
                wake ??= _wake.Reader.WaitToReadAsync(stoppingToken).AsTask();
                await wake.WaitAsync(ClaimEvery, _time, stoppingToken).ConfigureAwait(false);
                _wake.Reader.TryRead(out _);
                wake = null;
            }
            catch (TimeoutException)
            {
                // Nobody called: time to look by itself.
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException e)
            {
                LogStoreDown(e.Message);
                await Task.Delay(ClaimEvery, _time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> ClaimAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (InHand < MaxInHand)
        {
            var claimed = await _store.ClaimAsync(_time.GetUtcNow(), ClaimLimit, cancellationToken)
                .ConfigureAwait(false);
            Post(claimed, released: false);
            total += claimed.Count;
            if (claimed.Count < ClaimLimit)
            {
                break;
            }
        }

        return total;
    }

    private OutboxLane? Lane(string name)
    {
        if (_lanes.TryGetValue(name, out var lane))
        {
            return lane;
        }

        if (_channels.Find(name) is not { } channel)
        {
            if (_unknownChannels.TryAdd(name, true))
            {
                LogChannelOff(name);
            }

            return null;
        }

        return _lanes.GetOrAdd(name, _ => new OutboxLane(
            channel.Capabilities.Parallelism, _time, message => SendAsync(channel, message)));
    }

    private async Task<LaneStep> SendAsync(IChannel channel, OutboxMessage message)
    {
        DeliveryOutcome outcome;
        try
        {
            var context = channel.Capabilities.ReplyWindow is null
                ? DeliveryContext.Empty
                : await ContextAsync(message.Conversation).ConfigureAwait(false);
            var placed = await PlaceAsync(channel, message).ConfigureAwait(false);
            outcome = await channel.SendAsync(_signer.Sign(placed), context, CancellationToken.None)
                .ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The other of the two places: a bug in a channel must not stop the queue.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogSendFailed(e, message.Id);
            outcome = new DeliveryOutcome.Retry(null, RetryScope.Conversation, "the channel failed");
        }

        BotMetrics.Deliveries.Add(
            1,
            new KeyValuePair<string, object?>("channel", channel.Name),
            new KeyValuePair<string, object?>("outcome", outcome.GetType().Name));
        if (message.Card is { } card && outcome is DeliveryOutcome.Sent { MessageId: { } sent })
        {
            await _recorder.PlaceAsync(card, message, sent).ConfigureAwait(false);
        }

        var step = _policy.Decide(message, outcome, channel.Capabilities.ConfirmsDelivery);
        LogIfNoteworthy(message, outcome, step);
        _recorder.Post(step, message);
        return new LaneStep(step.Again, step.PauseUntil);
    }

    // Messages of a conversation go one after the other, so where the card stands is known by now.
    private async Task<OutboxMessage> PlaceAsync(IChannel channel, OutboxMessage message) =>
        message is { Card: { } id, UpdatesCard: true } && channel.Capabilities.CanEdit
        && await _store.FindAsync(DocumentKind.Card, id, CancellationToken.None).ConfigureAwait(false) is { } stored
            ? message with
            {
                EditMessageId = JsonSerializer.Deserialize(stored.Json, StateJson.Stored.ShownCard)!.MessageId,
            }
            : message;

    private async Task<DeliveryContext> ContextAsync(ConversationKey conversation)
    {
        var document = await _store.FindAsync(
            DocumentKind.Conversation, conversation.ToString(), CancellationToken.None).ConfigureAwait(false);
        var state = document is null
            ? null
            : JsonSerializer.Deserialize(document.Json, StateJson.Stored.ConversationState);
        return state is { LastInboundAt: > 0 }
            ? new DeliveryContext(DateTimeOffset.FromUnixTimeMilliseconds(state.LastInboundAt))
            : DeliveryContext.Empty;
    }

    private void LogIfNoteworthy(OutboxMessage message, DeliveryOutcome? outcome, DeliveryStep step)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Halted halted:
                LogHalted(message.Conversation.Channel, halted.Reason);
                break;
            case DeliveryOutcome.Held held:
                LogHeld(message.Id, held.Reason);
                break;
            case DeliveryOutcome.Unreachable unreachable:
                LogUnreachable(message.Id, unreachable.Reason);
                break;
            case DeliveryOutcome.Retry retry when step.Again is not null:
                LogRetry(message.Id, message.Attempts + 1, retry.Reason);
                break;
        }

        if (step.Change is OutboxChange.Dead dead)
        {
            LogDead(message.Id, dead.Reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Count} messages from before the start go on; one that was being sent may arrive twice")]
    private partial void LogResumed(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages wait for the next start")]
    private partial void LogUnflushed(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store can't be read: {Reason}")]
    private partial void LogStoreDown(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages wait for the channel '{Channel}', which is off")]
    private partial void LogChannelOff(string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending {Message} failed")]
    private partial void LogSendFailed(Exception exception, string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "The channel '{Channel}' can't send: {Reason}; the queue is kept")]
    private partial void LogHalted(string channel, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Message} is held until the person writes: {Reason}")]
    private partial void LogHeld(string message, string reason);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Message} was dropped, the person can't be reached: {Reason}")]
    private partial void LogUnreachable(string message, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Message} will be tried again after attempt {Attempt}: {Reason}")]
    private partial void LogRetry(string message, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Message} was set aside, it can't be sent: {Reason}")]
    private partial void LogDead(string message, string reason);
}
