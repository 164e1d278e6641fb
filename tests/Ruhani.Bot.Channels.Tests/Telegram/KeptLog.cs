using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ruhani.Bot.Channels.Tests.Telegram;

/// <summary>Keeps what was logged.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<(LogLevel Level, string Text)> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public async Task<string> WaitForAsync(LogLevel level, string part, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            if (_lines.FirstOrDefault(line => line.Level == level
                && line.Text.Contains(part, StringComparison.Ordinal)).Text is { } found)
            {
                return found;
            }

            await changed.WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);
        }
    }

    public void Dispose()
    {
    }

    private void Add(LogLevel level, string text)
    {
        _lines.Enqueue((level, text));
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    private sealed class Logger(KeptLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            log.Add(logLevel, $"{formatter(state, exception)} {exception}");
    }
}
