using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.WhatsApp.Wire;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// Takes one webhook call to its commits: messages of one conversation strictly one after another by their time,
/// conversations side by side, then receipts.
/// </summary>
internal sealed class WhatsAppInbox(
    IOptions<WhatsAppOptions> options,
    ITurnRunner turns,
    IDeliveryReceipts receipts,
    WhatsAppPeople people,
    OwnAddresses own,
    TimeProvider time,
    ILogger<WhatsAppInbox> logger)
{
    private const int SideBySide = 16;

    /// <summary>
    /// True when everything is durable. False when something could not be committed: the call must not be acknowledged,
    /// and when it comes again, what was committed this time is known by its ids.
    /// </summary>
    public async Task<bool> AcceptAsync(JsonElement root, CancellationToken cancellationToken)
    {
        var notice = WhatsAppNotice.Read(root, options.Value.PhoneNumberId);
        own.WhatsAppPhone = notice.Phone ?? own.WhatsAppPhone;
        Log(notice);
        try
        {
            var activities = await ReadAsync(notice.Messages, cancellationToken).ConfigureAwait(false);
            var committed = await RunAsync(activities, cancellationToken).ConfigureAwait(false);
            await RecordAsync(notice.Statuses, cancellationToken).ConfigureAwait(false);
            return committed;
        }
#pragma warning disable CA1031 // Whatever broke, Meta is told to come again; nothing of this call is lost.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "A WhatsApp webhook could not be taken in; it will be delivered again");
            return false;
        }
    }

    private async Task<List<Activity>> ReadAsync(
        IReadOnlyList<WhatsAppInbound> messages, CancellationToken cancellationToken)
    {
        var activities = new List<Activity>(messages.Count);
        foreach (var message in messages)
        {
            if (message.Type == "system")
            {
                await FollowAsync(message, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var chat = await people.ChatAsync(message.Ids, cancellationToken).ConfigureAwait(false);
            if (chat is not null && WhatsAppActivityReader.Read(message, chat, time.GetUtcNow()) is { } activity)
            {
                activities.Add(activity);
            }
        }

        return activities;
    }

    /// <summary>Somebody changed number or id: the old ones stand in the envelope, the new ones inside.</summary>
    private async Task FollowAsync(WhatsAppInbound message, CancellationToken cancellationToken)
    {
        if (message.Json.Child("system") is not { } system
            || system.Text("type") is not ("user_changed_number" or "user_changed_user_id"))
        {
            return;
        }

        var from = message.Ids with { UserId = system.NonEmpty("previous_user_id") ?? message.Ids.UserId };
        var to = new WhatsAppIds(system.NonEmpty("wa_id"), system.NonEmpty("user_id"));
        await people.MoveAsync(from, to, cancellationToken).ConfigureAwait(false);
        logger.LogInformation("A WhatsApp user changed number or id; the conversation follows");
    }

    private async Task<bool> RunAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        var failed = 0;
        await Parallel.ForEachAsync(
            activities.GroupBy(a => a.Conversation),
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (conversation, cancel) =>
            {
                if (!await RunInOrderAsync(conversation.OrderBy(a => a.At), cancel).ConfigureAwait(false))
                {
                    Interlocked.Increment(ref failed);
                }
            }).ConfigureAwait(false);
        return failed == 0;
    }

    /// <summary>Stops at the first that can't commit: what comes after it must not overtake it.</summary>
    private async Task<bool> RunInOrderAsync(IEnumerable<Activity> activities, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var activity in activities)
            {
                await turns.RunAsync(activity, cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
#pragma warning disable CA1031 // One conversation that can't commit must not hold up the others of the call.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "A turn could not be committed; WhatsApp will deliver the message again");
            return false;
        }
    }

    private async Task RecordAsync(IReadOnlyList<WhatsAppStatus> statuses, CancellationToken cancellationToken)
    {
        var pairs = statuses.Select(s => s.Ids).Where(i => i is { Phone: not null, UserId: not null }).Distinct();
        foreach (var ids in pairs)
        {
            await people.PairAsync(ids, cancellationToken).ConfigureAwait(false);
        }

        foreach (var failure in statuses.Where(s => s.Error is not null))
        {
            logger.LogWarning("WhatsApp could not deliver a message: code {Code}", failure.Error!.Code);
        }

        if (WhatsAppStatus.Receipts(statuses) is { Count: > 0 } batch)
        {
            await receipts.RecordAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Log(WhatsAppNotice notice)
    {
        if (notice.Skipped > 0)
        {
            logger.LogInformation(
                "{Count} parts of a WhatsApp webhook are not ours (another number or field, a group, no id): ignored",
                notice.Skipped);
        }

        foreach (var code in notice.Errors)
        {
            logger.LogError("WhatsApp reports error {Code} for our number", code);
        }
    }
}
