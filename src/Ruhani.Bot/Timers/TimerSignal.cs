namespace Ruhani.Bot.Timers;

/// <summary>Wakes the timers when a commit set one that is due before they would have looked.</summary>
public sealed class TimerSignal(TimeProvider time)
{
    private volatile TaskCompletionSource _woken = New();

    /// <summary>A timer was set.</summary>
    public void Set() => _woken.TrySetResult();

    /// <summary>Waits until a timer is set, or for a time.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        await Task.WhenAny(_woken.Task, Task.Delay(atMost, time, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (_woken.Task.IsCompleted)
        {
            _woken = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
