using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// Starts receiving: learns the bot's name, registers its commands, then polls or sets the webhook. Faults are logged
/// and tried again for ever; a stop lets the turns in hand reach their commit.
/// </summary>
internal sealed class TelegramReceiver(
    TelegramWire wire,
    TelegramIdentity bot,
    OwnAddresses own,
    TelegramPoller poller,
    TelegramCallbackAnswers answers,
    TelegramCommandMenu commands,
    TelegramBackoff backoff,
    IHostApplicationLifetime lifetime,
    IOptions<TelegramOptions> options,
    TimeProvider time,
    ILogger<TelegramReceiver> logger) : BackgroundService
{
    /// <summary>What we ask for; named each time, since Telegram keeps the last list it was given.</summary>
    public static IReadOnlyList<UpdateType> AllowedUpdates { get; } =
        [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    private readonly CancellationTokenSource _abandon = new();
    private readonly CancellationTokenSource _received = new();

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using (cancellationToken.Register(_abandon.Cancel).ConfigureAwait(false))
        {
            await base.StopAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _abandon.Dispose();
        _received.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        // Nothing new is taken from the first moment of a shutdown, whichever service is stopped first.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await ReceiveAsync(either.Token).ConfigureAwait(false);
    }

    private async Task ReceiveAsync(CancellationToken stopping)
    {
        TelegramUpdateParser.WarmUp();
        var answering = answers.RunAsync(_received.Token, _abandon.Token);
        var menu = Task.CompletedTask;
        try
        {
            await UntilDoneAsync("getMe", LearnNameAsync, stopping).ConfigureAwait(false);
            menu = commands.RegisterAsync(stopping);
            if (string.IsNullOrEmpty(options.Value.WebhookUrl))
            {
                await UntilDoneAsync("deleteWebhook", RemoveWebhookAsync, stopping).ConfigureAwait(false);
                await poller.RunAsync(stopping, _abandon.Token).ConfigureAwait(false);
            }
            else
            {
                await UntilDoneAsync("setWebhook", SetWebhookAsync, stopping).ConfigureAwait(false);
                await Task.Delay(Timeout.InfiniteTimeSpan, time, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            logger.LogDebug("Telegram stops");
        }
        finally
        {
            await _received.CancelAsync().ConfigureAwait(false);
            await answering.ConfigureAwait(false);
            await menu.ConfigureAwait(false);
        }
    }

    private async Task LearnNameAsync(CancellationToken cancellationToken)
    {
        var me = await wire.Client.GetMe(cancellationToken).ConfigureAwait(false);
        bot.Name = me.Username ?? "";
        own.TelegramName = me.Username;
        logger.LogInformation("Telegram bot @{Name} ({BotId}) is ready", bot.Name, bot.Id);
    }

    private Task RemoveWebhookAsync(CancellationToken cancellationToken) =>
        wire.Client.DeleteWebhook(dropPendingUpdates: false, cancellationToken);

    private async Task SetWebhookAsync(CancellationToken cancellationToken)
    {
        await wire.Client.SetWebhook(
            options.Value.WebhookUrl!,
            maxConnections: options.Value.WebhookConnections,
            allowedUpdates: AllowedUpdates,
            dropPendingUpdates: false,
            secretToken: options.Value.WebhookSecret,
            cancellationToken: cancellationToken).ConfigureAwait(false);
        logger.LogInformation("Telegram posts updates to {WebhookUrl}", options.Value.WebhookUrl);
    }

    private async Task UntilDoneAsync(string call, Func<CancellationToken, Task> act, CancellationToken stopping)
    {
        for (var faults = 1; ; faults++)
        {
            TimeSpan wait;
            try
            {
                await act(stopping).ConfigureAwait(false);
                return;
            }
            catch (ApiRequestException refusal) when (refusal.ErrorCode is 401 or 404)
            {
                wait = backoff.Max;
                logger.LogError(
                    "Telegram refuses Telegram:Token ({Code} {Reason}); nothing is received. "
                    + "{Call} again in {Seconds:0.0} s",
                    refusal.ErrorCode, refusal.Message, call, wait.TotalSeconds);
            }
            catch (RequestException fault)
            {
                stopping.ThrowIfCancellationRequested();
                wait = (fault as ApiRequestException)?.Parameters?.RetryAfter is { } seconds
                    ? TimeSpan.FromSeconds(seconds)
                    : backoff.After(faults);
                logger.LogWarning(
                    "Telegram doesn't answer {Call} ({Reason}). Again in {Seconds:0.0} s",
                    call, fault.Message, wait.TotalSeconds);
            }

            await Task.Delay(wait, time, stopping).ConfigureAwait(false);
        }
    }
}
