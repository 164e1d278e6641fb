using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Files;

/// <summary>Once a day removes files that nobody has needed for a while.</summary>
public sealed partial class FileSweeper(
    IFileStore files, IStore store, FileLimits limits, TimeProvider time, ILogger<FileSweeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Removes what is due now; the number of files removed.</summary>
    public Task<int> SweepAsync(CancellationToken cancellationToken) => files.SweepAsync(
        time.GetUtcNow() - TimeSpan.FromDays(limits.KeepUnusedDays),
        (file, stop) => FileUses.IsUsedAsync(store, file, stop),
        cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);
                LogSwept(await SweepAsync(stoppingToken).ConfigureAwait(false));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException e)
            {
                LogStoreDown(e.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files that nobody needs were removed")]
    private partial void LogSwept(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No files were tidied up, the store can't be read: {Reason}")]
    private partial void LogStoreDown(string reason);
}
