using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ruhani.Bot.Testing;

/// <summary>Keeps what is logged, for tests of what an operator would read.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IReadOnlyList<(LogLevel Level, string Text)> All => [.. _lines];

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
        Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
