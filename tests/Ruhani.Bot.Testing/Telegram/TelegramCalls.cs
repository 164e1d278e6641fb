using System.Collections.Concurrent;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>What the bot called, counted and, when recording, kept.</summary>
public sealed class TelegramCalls
{
    private readonly ConcurrentDictionary<string, Counter> _counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<TelegramCall> _kept = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The calls kept, in order of their end.</summary>
    public IReadOnlyList<TelegramCall> All => [.. _kept];

    /// <summary>How often a method was called, faults included.</summary>
    public long Count(string method) =>
        _counts.TryGetValue(method, out var counter) ? Interlocked.Read(ref counter.Value) : 0;

    /// <summary>Waits until a method has been called so many times altogether.</summary>
    public async Task WaitForAsync(string method, long count, CancellationToken cancellationToken, double seconds = 10)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            if (Count(method) >= count)
            {
                return;
            }

            try
            {
                await changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException(
                    $"{method} was called {Count(method)} times within {seconds} s, not {count}.");
            }
        }
    }

    internal void Add(string method, TelegramArguments arguments, bool keep)
    {
        Interlocked.Increment(ref _counts.GetOrAdd(method, static _ => new Counter()).Value);
        if (!keep)
        {
            return;
        }

        _kept.Enqueue(new TelegramCall(method, arguments));
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    private sealed class Counter
    {
        public long Value;
    }
}

/// <summary>One call.</summary>
public sealed record TelegramCall(string Method, TelegramArguments Arguments);
