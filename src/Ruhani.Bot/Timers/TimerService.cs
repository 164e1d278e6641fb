using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Timers;

/// <summary>
/// Runs the turns whose moment has come, each in its own conversation like any other turn. A timer whose channel is off
/// waits until it is on again.
/// </summary>
public sealed partial class TimerService(
    IStore store,
    ITurnRunner turns,
    ChannelDirectory channels,
    TimerSignal signal,
    TimeProvider time,
    ILogger<TimerService> logger) : BackgroundService
{
    private const int Page = 100;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Runs everything that is due now, and what becomes due by that.</summary>
    /// <returns>How many turns were run.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var all = 0;
        while (await PassAsync(cancellationToken).ConfigureAwait(false) is > 0 and var ran)
        {
            all += ran;
        }

        return all;
    }

    private async Task<int> PassAsync(CancellationToken cancellationToken)
    {
        var ran = 0;
        for (var place = ((long, string)?)null; ;)
        {
            var page = await store.ListAsync(
                new DocumentQuery(DocumentKind.Timer, AfterSort: place?.Item1, Limit: Page, AfterId: place?.Item2),
                cancellationToken).ConfigureAwait(false);
            var due = page.TakeWhile(one => one.Sort <= time.GetUtcNow().ToUnixTimeMilliseconds()).ToList();
            foreach (var document in due)
            {
                ran += await RunAsync(document, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }

            if (due.Count < Page)
            {
                return ran;
            }

            place = (due[^1].Sort, due[^1].Id);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(stoppingToken).ConfigureAwait(false);
                await signal.WaitAsync(await UntilNextAsync(stoppingToken).ConfigureAwait(false), stoppingToken)
                    .ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException e)
            {
                LogStoreDown(e.Message);
                await signal.WaitAsync(LongestWait, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> RunAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        if (Read(document) is not { } timer || !ConversationKey.TryParse(timer.Conversation, out var conversation)
            || channels.Find(conversation.Channel) is null)
        {
            return false;
        }

        await turns.RunAsync(
            new TimerActivity
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"timer:{document.Id}@{document.Sort}"),
                Conversation = conversation,
                From = new Sender(timer.Person),
                At = DateTimeOffset.FromUnixTimeMilliseconds(document.Sort),
                IsGroup = timer.IsGroup,
                Timer = document.Id,
                Version = document.Version,
                Dialog = timer.Dialog,
                Trigger = timer.Trigger,
                Argument = timer.Argument,
            },
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    private BotTimer? Read(StoredDocument document)
    {
        try
        {
            return JsonSerializer.Deserialize(document.Json, StateJson.Stored.BotTimer);
        }
        catch (JsonException e)
        {
            LogUnreadable(document.Id, e.Message);
            return null;
        }
    }

    // Timers of a channel that is off stay due: they must not keep the loop busy.
    private async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var page = await store.ListAsync(
            new DocumentQuery(DocumentKind.Timer, AfterSort: now, Limit: 1), cancellationToken).ConfigureAwait(false);
        var wait = page.Count == 0 ? LongestWait : TimeSpan.FromMilliseconds(Math.Max(1, page[0].Sort - now));
        return wait < LongestWait ? wait : LongestWait;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The timer {Timer} can't be read: {Reason}")]
    private partial void LogUnreadable(string timer, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Timers wait, the store can't be used: {Reason}")]
    private partial void LogStoreDown(string reason);
}
