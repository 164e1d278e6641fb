using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Outbox;

/// <summary>Every hour removes what is no longer needed: old marks of seen activities, settled messages.</summary>
public sealed partial class Housekeeping(
    IStore store, OutboxOptions options, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false);
                var now = time.GetUtcNow();
                await store.PurgeAsync(
                    now - TimeSpan.FromDays(options.RememberActivitiesDays),
                    now - TimeSpan.FromDays(options.KeepSettledDays),
                    stoppingToken).ConfigureAwait(false);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing was tidied up, the store can't write: {Reason}")]
    private partial void LogStoreDown(string reason);
}
