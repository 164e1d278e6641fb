using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// Answers presses in the background, so that a client stops showing its spinner and no turn waits for it. What fails
/// is let go: a press can be answered for some seconds only, and the reply itself goes its own way.
/// </summary>
internal sealed class TelegramCallbackAnswers(TelegramWire wire, ILogger<TelegramCallbackAnswers> logger)
{
    private const int Workers = 8;

    /// <summary>More than this many waiting are older than Telegram takes answers for.</summary>
    private const int MaxWaiting = 10_000;

    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(10);

    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Has a press answered; never waits.</summary>
    public void Add(string callbackId) => _waiting.Writer.TryWrite(callbackId);

    /// <summary>
    /// Answers until <paramref name="stopping"/>, then what is still waiting until <paramref name="abandon"/>.
    /// </summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abandon)
    {
        var workers = Enumerable.Range(0, Workers).Select(_ => WorkAsync(abandon)).ToArray();
        await using (stopping.Register(() => _waiting.Writer.TryComplete()).ConfigureAwait(false))
        {
            await Task.WhenAll(workers).ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(CancellationToken abandon)
    {
        try
        {
            await foreach (var id in _waiting.Reader.ReadAllAsync(abandon).ConfigureAwait(false))
            {
                await AnswerAsync(id, abandon).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            logger.LogDebug("Presses were left unanswered at the end");
        }
    }

    private async Task AnswerAsync(string id, CancellationToken abandon)
    {
        try
        {
            using var reply = await wire
                .CallAsync(new AnswerCallbackQueryRequest { CallbackQueryId = id }, _limit, abandon)
                .ConfigureAwait(false);
            if (!reply.IsOk)
            {
                logger.LogDebug("A press was not answered: {Code} {Reason}", reply.Code, reply.Description);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutException)
        {
            logger.LogDebug("A press was not answered: {Reason}", fault.Message);
        }
    }
}
