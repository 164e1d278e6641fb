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
    private readonly Channel<OutboxChange> _queue = Channel.CreateUnbounded<OutboxChange>(
        new UnboundedChannelOptions { SingleReader = true });

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
        if (step.Change is { } change)
        {
            _queue.Writer.TryWrite(change);
        }

        if (step.MarkUnreachable)
        {
            _ = MarkUnreachableAsync(message.Conversation.ToString());
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

    /// <summary>Writes what is left, and takes no more.</summary>
    public async Task FlushAsync()
    {
        _queue.Writer.TryComplete();
        await _worker.ConfigureAwait(false);
    }

    private async Task WorkAsync()
    {
        var batch = new List<OutboxChange>(BatchSize);
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < BatchSize && _queue.Reader.TryRead(out var change))
            {
                batch.Add(change);
            }

            await CommitAsync(batch).ConfigureAwait(false);
        }
    }

    private async Task CommitAsync(List<OutboxChange> batch)
    {
        while (true)
        {
            try
            {
                await _store.CommitAsync(
                    new Commit { At = _time.GetUtcNow(), Changes = [.. batch] }, CancellationToken.None)
                    .ConfigureAwait(false);
                return;
            }
            catch (StoreUnavailableException e)
            {
                LogStoreDown(_logger, batch.Count, e.Message);
                if (_queue.Reader.Completion.IsCompleted)
                {
                    return;
                }

                await Task.Delay(RetryAfter, _time).ConfigureAwait(false);
            }
        }
    }

    private async Task MarkUnreachableAsync(string address)
    {
        try
        {
            var document = await _store.FindAsync(DocumentKind.Person, address, CancellationToken.None)
                .ConfigureAwait(false);
            var person = document is null
                ? new Person()
                : JsonSerializer.Deserialize(document.Json, StateJson.Stored.Person)!;
            if (person.UnreachableSince is not null)
            {
                return;
            }

            person = person with { UnreachableSince = _time.GetUtcNow().ToUnixTimeMilliseconds() };
            var json = JsonSerializer.Serialize(person, StateJson.Stored.Person);
            await _store.CommitAsync(
                new Commit
                {
                    At = _time.GetUtcNow(),
                    Documents = [new DocumentWrite(new StoredDocument(
                        DocumentKind.Person, address, (document?.Version ?? 0) + 1, json))],
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException e)
        {
            LogStoreDown(_logger, 1, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} delivery records wait, the store can't write: {Reason}")]
    private static partial void LogStoreDown(ILogger logger, int count, string reason);
}
