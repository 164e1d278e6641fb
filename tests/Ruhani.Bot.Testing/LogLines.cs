using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ruhani.Bot.Testing;

/// <summary>Keeps what is logged, for tests of what an operator would read.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();
    private readonly SemaphoreSlim _written = new(0);

    public IReadOnlyList<(LogLevel Level, string Text)> All => [.. _lines];

    /// <summary>
    /// Waits until a line stands here, however long that takes: for what a service does on a thread of its own. One
    /// waiter at a time.
    /// </summary>
    public async Task WaitForAsync(string part, CancellationToken cancellationToken)
    {
        while (!_lines.Any(line => line.Text.Contains(part, StringComparison.Ordinal)))
        {
            await _written.WaitAsync(cancellationToken);
        }
    }

    /// <summary>A factory whose loggers all write here.</summary>
    public ILogger<T> For<T>() => LoggerFactory.Create(builder => builder.AddProvider(this)).CreateLogger<T>();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue((logLevel, formatter(state, exception) + (exception is null ? "" : "\n" + exception)));
        _written.Release();
    }

    public void Dispose()
    {
        // A service that still stops may still write.
    }
}
