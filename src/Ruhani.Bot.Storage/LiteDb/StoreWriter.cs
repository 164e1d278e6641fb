using Microsoft.Extensions.Logging;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// The one thread that touches LiteDB. It takes everything that waits, answers the questions, stages the changes,
/// writes them in one transaction and then reports them all. What fails, fails together; before the next work the store
/// is opened anew.
/// </summary>
internal sealed class StoreWriter
{
    /// <summary>Changes in one transaction.</summary>
    private const int LargestBatch = 256;

    /// <summary>
    /// How long what can wait is held back, in milliseconds. A turn that came meanwhile would wait for its sync.
    /// </summary>
    private const int Patience = 20;

    private readonly Func<StoreSession> _open;
    private readonly DocumentCache _cache;
    private readonly ILogger _logger;
    private readonly object _lock = new();
    private readonly Thread _thread;
    private List<StoreWork> _waiting = [];
    private List<StoreWork> _taken = [];
    private bool _stopping;
    private bool _isUrgent;
    private StoreSession? _session;
    private volatile string? _failure;

    /// <exception cref="StoreUnavailableException">The store can't be opened.</exception>
    public StoreWriter(Func<StoreSession> open, DocumentCache cache, ILogger logger)
    {
        (_open, _cache, _logger) = (open, cache, logger);
        _session = open();
        _thread = new Thread(Run) { Name = "store writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Why the last work failed; null when it didn't.</summary>
    public string? Failure => _failure;

    /// <summary>The session that counts; null while the store is closed.</summary>
    public StoreSession? Session => Volatile.Read(ref _session);

    public void Enqueue(StoreWork work)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            _waiting.Add(work);
            if (_waiting.Count == 1 || (!work.CanWait && !_isUrgent))
            {
                Monitor.Pulse(_lock);
            }

            _isUrgent |= !work.CanWait;
        }
    }

    /// <summary>Finishes what waits and closes the store.</summary>
    public async Task StopAsync()
    {
        lock (_lock)
        {
            _stopping = true;
            Monitor.Pulse(_lock);
        }

        await Task.Run(_thread.Join).ConfigureAwait(false);
    }

    private void Run()
    {
        while (Take())
        {
            foreach (var batch in _taken.Chunk(LargestBatch))
            {
                Process(batch);
            }

            _taken.Clear();
        }

        Close();
    }

    private bool Take()
    {
        lock (_lock)
        {
            while (_waiting.Count == 0 && !_stopping)
            {
                Monitor.Wait(_lock);
            }

            // Nothing but what can wait: urgent work that comes within the time takes it along.
            if (!_isUrgent && !_stopping)
            {
                Monitor.Wait(_lock, Patience);
            }

            _isUrgent = false;
            (_waiting, _taken) = (_taken, _waiting);
            return _taken.Count > 0;
        }
    }

    private void Process(StoreWork[] batch)
    {
        try
        {
            var session = _session ?? Open();
            foreach (var work in batch.OfType<ReadWork>())
            {
                work.Run(session);
            }

            var writes = batch.OfType<WriteWork>().ToList();
            writes.ForEach(w => w.Stage(session));
            session.Flush();
            _failure = null;
            writes.ForEach(w => w.Complete());
            session.CheckpointWhenDue();
        }
        catch (Exception failed)
        {
            GiveUp(failed);
            var failure = failed as StoreUnavailableException
                ?? new StoreUnavailableException($"The store failed: {failed.Message.ReplaceLineEndings(" ")}", failed);
            Array.ForEach(batch, w => w.Fail(failure));
        }
    }

    private StoreSession Open()
    {
        var session = _open();
        Volatile.Write(ref _session, session);
        _logger.LogWarning("The store is open again");
        return session;
    }

    private void GiveUp(Exception failed)
    {
        _logger.LogError(failed, "The store failed and is opened anew before the next commit");
        _failure = failed.Message.ReplaceLineEndings(" ");
        _cache.Clear();
        var session = _session;
        Volatile.Write(ref _session, null);
        try
        {
            session?.Dispose();
        }
        catch (Exception worse)
        {
            _logger.LogWarning(worse, "The failed store could not be closed in good order");
        }
    }

    private void Close()
    {
        try
        {
            _session?.Close();
        }
        catch (Exception failed)
        {
            _logger.LogError(failed, "The store was not closed in good order; the next start reads its log");
        }
    }
}
