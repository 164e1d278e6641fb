using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ruhani.Bot.Content;

/// <summary>
/// Reloads the content when a file changes, half a second after the last change, so that a file that is still being
/// saved, or several saved together, make one reload. A broken file keeps the content in force and is logged with its
/// line.
/// </summary>
public sealed partial class ContentWatcher(
    ContentStore content, TimeProvider time, ILogger<ContentWatcher> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Lock _loading = new();
    private ITimer? _timer;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var folder in new[] { "localization", "dialogs" })
        {
            var path = Path.Combine(content.Folder.Root, folder);
            if (Directory.Exists(path))
            {
                _watchers.Add(Watch(path));
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        _watchers.Clear();
        _timer?.Dispose();
        _timer = null;
    }

    /// <summary>Loads now; used by the timer.</summary>
    internal void Reload()
    {
        lock (_loading)
        {
            var problems = content.Load();
            foreach (var problem in problems)
            {
                LogProblem(problem);
            }

            if (problems.Count > 0)
            {
                LogKept(problems.Count);
            }
            else
            {
                LogReloaded(content.Current.Knowledge.Entries.Count);
            }
        }
    }

    private FileSystemWatcher Watch(string path)
    {
        var watcher = new FileSystemWatcher(path) { IncludeSubdirectories = true };
        watcher.Changed += Noticed;
        watcher.Created += Noticed;
        watcher.Deleted += Noticed;
        watcher.Renamed += (_, e) =>
        {
            if (IsContent(e.OldName) || IsContent(e.Name))
            {
                _timer?.Change(Quiet, Timeout.InfiniteTimeSpan);
            }
        };
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Noticed(object sender, FileSystemEventArgs e)
    {
        if (IsContent(e.Name))
        {
            _timer?.Change(Quiet, Timeout.InfiniteTimeSpan);
        }
    }

    // Our files, and folders, which take their files along when they are moved; no folder of ours has a dot.
    private static bool IsContent(string? name) =>
        Path.GetExtension(name) is null or "" || name!.EndsWith(".yaml", StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Problem}")]
    private partial void LogProblem(ContentProblem problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The content has {Count} problems; the content in force is kept")]
    private partial void LogKept(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "The content was reloaded: {Entries} entries")]
    private partial void LogReloaded(int entries);
}
