using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Content;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Office;

/// <summary>
/// Warns at the start and then every day while the working calendar of this year, or of the next one when it is near,
/// is missing or not checked: deadlines would be counted wrongly.
/// </summary>
public sealed partial class CalendarReminder(
    ContentStore content, TimeProvider time, ILogger<CalendarReminder> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                foreach (var year in content.Current.Calendar.Unsure(KazakhstanTime.DayOf(time.GetUtcNow())))
                {
                    LogUnsure(year);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The working calendar of {Year} is missing or not checked: see localization/calendar.yaml")]
    private partial void LogUnsure(int year);
}
