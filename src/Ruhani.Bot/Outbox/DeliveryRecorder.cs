using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Outbox;

/// <summary>
/// Writes what became of messages, many in one commit, behind the sends. A store that fails is tried again until it
/// takes them: what isn't recorded would be sent twice after a restart.
/// </summary>
internal sealed partial class DeliveryRecorder
{
    private const int BatchSize = 256;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private const int MaxConflicts = 8;
    private readonly Channel<(OutboxChange? Change, string? Unreachable)> _queue =
        Channel.CreateUnbounded<(OutboxChange?, string?)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly TaskCompletionSource _flushing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly IStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _worker;

    public DeliveryRecorder(IStore store, TimeProvider time, ILogger logger)
    {
        _store = store;
        _time = time;
        _logger = logger;
        _worker = Task.Run(WorkAsync);
    }

    /// <summary>Records soon.</summary>
    public void Post(DeliveryStep step, OutboxMessage message)
    {
        if (step.Change is not null || step.MarkUnreachable)
        {
            _queue.Writer.TryWrite((step.Change, step.MarkUnreachable ? message.Conversation.ToString() : null));
        }
    }

    /// <summary>Records now; durable when it returns.</summary>
    public async Task RecordAsync(DeliveryStep step, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (step.MarkUnreachable)
        {
            await MarkUnreachableAsync(message.Conversation.ToString()).ConfigureAwait(false);
        }

        if (step.Change is { } change)
        {
            await _store.CommitAsync(new Commit { At = _time.GetUtcNow(), Changes = [change] }, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Writes what is left, as far as the store takes it now, and takes no more.</summary>
    public async Task FlushAsync()
    {
        _queue.Writer.TryComplete();
        _flushing.TrySetResult();
        await _worker.ConfigureAwait(false);
    }

    /// <summary>Notes which message on the network a card is; durable when it returns, as far as can be.</summary>
    public Task PlaceAsync(string card, OutboxMessage message, string messageId) =>
        UntilTakenAsync(1, () => WritePlaceAsync(card, message, messageId));

    private async Task WritePlaceAsync(string id, OutboxMessage message, string messageId)
    {
        for (var attempt = 0; attempt < MaxConflicts; attempt++)
        {
            if (await _store.FindAsync(DocumentKind.Card, id, CancellationToken.None).ConfigureAwait(false)
                is not { } document)
            {
                return;
            }

            // Shown anew meanwhile: the newer message is the card.
            var card = JsonSerializer.Deserialize(document.Json, StateJson.Stored.ShownCard)!;
            if (card.MessageId == messageId || (!message.UpdatesCard && card.Message != message.Id))
            {
                return;
            }

            var json = JsonSerializer.Serialize(card with { MessageId = messageId }, StateJson.Stored.ShownCard);
            var outcome = await _store.CommitAsync(
                new Commit
                {
                    At = _time.GetUtcNow(),
                    Documents = [new DocumentWrite(document with { Version = document.Version + 1, Json = json })],
                },
                CancellationToken.None).ConfigureAwait(false);
            if (outcome != CommitOutcome.Conflict)
            {
                return;
            }
        }
    }

    private async Task WorkAsync()
    {
        var changes = new List<OutboxChange>(BatchSize);
        var unreachable = new List<string>();
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            changes.Clear();
            unreachable.Clear();
            while (changes.Count < BatchSize && _queue.Reader.TryRead(out var item))
            {
                changes.AddRange(item.Change is { } change ? [change] : []);
                unreachable.AddRange(item.Unreachable is { } address ? [address] : []);
            }

            await UntilTakenAsync(changes.Count, () => _store.CommitAsync(
                new Commit { At = _time.GetUtcNow(), Changes = [.. changes], CanWait = true }, CancellationToken.None))
                .ConfigureAwait(false);
            foreach (var address in unreachable)
            {
                await UntilTakenAsync(1, () => MarkUnreachableAsync(address)).ConfigureAwait(false);
            }
        }
    }

    // A host that stops gives a store that is down no more time: what is not recorded is sent again after the start.
    private async Task UntilTakenAsync(int count, Func<Task> write)
    {
        while (true)
        {
            try
            {
                await write().ConfigureAwait(false);
                return;
            }
            catch (StoreUnavailableException e)
            {
                LogStoreDown(_logger, count, e.Message);
                if (_flushing.Task.IsCompleted)
                {
                    return;
                }

                await Task.WhenAny(Task.Delay(RetryAfter, _time), _flushing.Task).ConfigureAwait(false);
            }
        }
    }

    // A turn of the same person may write meanwhile. Of whom nothing is kept, nothing is noted.
    private async Task MarkUnreachableAsync(string address)
    {
        for (var attempt = 0; attempt < MaxConflicts; attempt++)
        {
            if (await _store.FindAsync(DocumentKind.Person, address, CancellationToken.None).ConfigureAwait(false)
                is not { } document
                || JsonSerializer.Deserialize(document.Json, StateJson.Stored.Person)
                is not { UnreachableSince: null } person)
            {
                return;
            }

            person = person with { UnreachableSince = _time.GetUtcNow().ToUnixTimeMilliseconds() };
            var json = JsonSerializer.Serialize(person, StateJson.Stored.Person);
            var outcome = await _store.CommitAsync(
                new Commit
                {
                    At = _time.GetUtcNow(),
                    Documents = [new DocumentWrite(document with { Version = document.Version + 1, Json = json })],
                },
                CancellationToken.None).ConfigureAwait(false);
            if (outcome != CommitOutcome.Conflict)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} delivery records wait, the store can't write: {Reason}")]
    private static partial void LogStoreDown(ILogger logger, int count, string reason);
}
