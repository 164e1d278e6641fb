using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// Long polling. A batch is confirmed (by the offset of the next request) only when the turns of all its updates are
/// committed; until then Telegram keeps it, so nothing is lost and what comes twice is dropped as a duplicate.
/// </summary>
internal sealed class TelegramPoller(
    TelegramWire wire,
    TelegramUpdateHandler handler,
    TelegramBackoff backoff,
    IOptions<TelegramOptions> options,
    TimeProvider time,
    ILogger<TelegramPoller> logger)
{
    private const int BatchSize = 100;

    /// <summary>
    /// How much longer than the server's own wait a request may take before the connection counts as dead.
    /// </summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Polls until <paramref name="stopping"/>; turns in hand go on to their commit, or to <paramref name="abandon"/>.
    /// </summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abandon)
    {
        int? offset = null;
        var faults = 0;
        while (!stopping.IsCancellationRequested)
        {
            var round = await RoundAsync(offset, stopping, abandon).ConfigureAwait(false);
            if (round.Fault is not { } fault)
            {
                LogRecovery(faults);
                (offset, faults) = (round.Offset, 0);
                continue;
            }

            if (stopping.IsCancellationRequested)
            {
                return;
            }

            faults++;
            var wait = round.Wait ?? backoff.After(faults);
            logger.Log(
                fault.Level, fault.Cause, "{Problem}. Asking again in {Seconds:0.0} s", fault.Text, wait.TotalSeconds);
            await Task.Delay(wait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Round> RoundAsync(int? offset, CancellationToken stopping, CancellationToken abandon)
    {
        try
        {
            var request = new GetUpdatesRequest
            {
                Offset = offset,
                Limit = BatchSize,
                Timeout = options.Value.PollSeconds,
                AllowedUpdates = TelegramReceiver.AllowedUpdates,
            };
            using var reply = await wire
                .CallAsync(request, TimeSpan.FromSeconds(options.Value.PollSeconds) + _grace, stopping)
                .ConfigureAwait(false);
            if (!reply.IsOk)
            {
                return await RefusedAsync(reply, stopping).ConfigureAwait(false);
            }

            var updates = TelegramUpdateParser.ParseBatch(reply.Result);
            if (updates.Count == 0)
            {
                return new Round(offset);
            }

            var isDone = await new TelegramBatch(handler, updates).RunAsync(stopping, abandon).ConfigureAwait(false);
            return isDone ? new Round(updates[^1].Id + 1) : new Round(offset, Fault: new PollFault(
                LogLevel.Warning, "The turns of a batch were not all begun, because the host is stopping"));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return new Round(offset, Fault: new PollFault(LogLevel.Debug, "Stopping"));
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutException or RequestException)
        {
            return new Round(offset, Fault: new PollFault(
                LogLevel.Warning, $"Telegram can't be reached ({fault.Message})"));
        }
        catch (Exception fault)
        {
            // The store is down, or there is a bug. Either way Telegram keeps the batch.
            return new Round(offset, Fault: new PollFault(
                LogLevel.Error, "A turn could not be committed; its batch will come again", fault));
        }
    }

    private async Task<Round> RefusedAsync(TelegramReply reply, CancellationToken stopping)
    {
        var code = reply.Code == 0 ? reply.Status : reply.Code;
        switch (code)
        {
            case 401 or 404:
                return new Round(null, backoff.Max, new PollFault(
                    LogLevel.Error,
                    $"Telegram refuses Telegram:Token ({code} {reply.Description}); nothing is received"));
            case 409 when reply.Description.Contains("webhook", StringComparison.OrdinalIgnoreCase):
                await wire.Client.DeleteWebhook(dropPendingUpdates: false, stopping).ConfigureAwait(false);
                return new Round(null, Fault: new PollFault(
                    LogLevel.Warning, "Another program set a webhook for this bot; it was removed to poll again"));
            case 409:
                return new Round(null, Fault: new PollFault(
                    LogLevel.Error, "Another program polls with the same Telegram:Token (409); stop one of the two"));
            default:
                return new Round(null, reply.RetryAfter, new PollFault(
                    LogLevel.Warning, $"Telegram answered getUpdates with {code} {reply.Description}"));
        }
    }

    private void LogRecovery(int faults)
    {
        if (faults > 0)
        {
            logger.LogInformation("Telegram is answered again after {Faults} faults", faults);
        }
    }

    private readonly record struct Round(int? Offset, TimeSpan? Wait = null, PollFault? Fault = null);

    private sealed record PollFault(LogLevel Level, string Text, Exception? Cause = null);
}
