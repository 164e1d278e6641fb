using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Channels.WebChat.DirectLine;
using Ruhani.Bot.Channels.WebChat.Uploads;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>
/// Once a day deletes the conversations nobody used for <see cref="WebChatOptions.KeepDays"/>, with their files:
/// personal data is kept only as long as it serves somebody.
/// </summary>
internal sealed class Retention(
    IStore store,
    ConversationLogs logs,
    UploadStore uploads,
    IOptions<WebChatOptions> options,
    TimeProvider time,
    ILogger<Retention> logger) : BackgroundService
{
    private const int Page = 100;
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Deletes what is due now; the number of conversations deleted.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays)).ToUnixTimeMilliseconds();
        var swept = 0;
        DocumentQuery query = new(DocumentKind.WebChatActivity, Keys.Heads, null, Page);
        while (true)
        {
            var heads = await store.ListAsync(query, cancellationToken);
            foreach (var head in heads.Where(head => head.Sort < before))
            {
                swept += await DeleteAsync(head, cancellationToken) ? 1 : 0;
            }

            if (heads.Count < Page || heads[^1].Sort >= before)
            {
                return swept;
            }

            query = query with { AfterSort = heads[^1].Sort, AfterId = heads[^1].Id };
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await TrySweepAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that never quite started is thrown away without being stopped: no fault of ours.
        }
    }

    private async Task TrySweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            var swept = await SweepAsync(cancellationToken);
            logger.LogInformation("Deleted {Count} web chat conversations nobody used any more.", swept);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "Old web chat conversations could not be deleted; tried again in a day.");
        }
    }

    private async Task<bool> DeleteAsync(StoredDocument head, CancellationToken cancellationToken)
    {
        var conversation = head.Id[1..];
        if (!logs.Forget(conversation))
        {
            return false;
        }

        var query = new DocumentQuery(DocumentKind.WebChatActivity, conversation, null, 1000);
        var writes = (await store.ListAsync(query, cancellationToken)).Append(head)
            .Select(document => new DocumentWrite(document, Delete: true)).ToArray();
        var outcome = await store.CommitAsync(
            new Commit { At = time.GetUtcNow(), Documents = writes }, cancellationToken);
        if (outcome != CommitOutcome.Committed)
        {
            return false;
        }

        uploads.Delete(conversation);
        return true;
    }
}
