using Ruhani.Bot.Channels;

namespace Ruhani.Bot.Outbox;

/// <summary>What to do about an outcome: one decision for direct answers and late receipts alike.</summary>
internal sealed class DeliveryPolicy(OutboxOptions options, TimeProvider time)
{
    private static readonly TimeSpan HaltedPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(1);

    // A message that waited for days for another reason (held, the channel off) still gets a fair number of attempts.
    private const int FewestAttempts = 8;

    /// <summary>
    /// What a late report means. Nobody holds the message any more, so what is to be tried again waits in the store.
    /// </summary>
    public DeliveryStep DecideReceipt(OutboxMessage message, DeliveryOutcome? outcome)
    {
        if (outcome is null)
        {
            return new DeliveryStep(new OutboxChange.Done(message.Id));
        }

        var step = Decide(message, outcome, confirmsDelivery: false);
        return step with
        {
            Again = null,
            Change = step.Change switch
            {
                OutboxChange.Rescheduled later => later with { KeepsHold = false },
                OutboxChange.Moved moved => moved with { KeepsHold = false },
                null => new OutboxChange.Rescheduled(message.Id, time.GetUtcNow() + HaltedPause, message.Attempts),
                var change => change,
            },
        };
    }

    public DeliveryStep Decide(OutboxMessage message, DeliveryOutcome outcome, bool confirmsDelivery)
    {
        var now = time.GetUtcNow();
        switch (outcome)
        {
            case DeliveryOutcome.Sent sent:
                return new DeliveryStep(confirmsDelivery
                    ? new OutboxChange.Accepted(message.Id, sent.MessageId)
                    : new OutboxChange.Done(message.Id));

            case DeliveryOutcome.Retry retry:
                return Retry(message, retry, now);

            case DeliveryOutcome.Halted:
                return new DeliveryStep(null, message, now + HaltedPause);

            case DeliveryOutcome.Unreachable:
                return new DeliveryStep(new OutboxChange.Done(message.Id), MarkUnreachable: !message.IsGroup);

            case DeliveryOutcome.Moved moved:
                var to = message.Conversation with { Chat = moved.NewChat };
                return new DeliveryStep(
                    new OutboxChange.Moved(message.Id, message.Conversation, to, KeepsHold: true),
                    message with { Conversation = to });

            case DeliveryOutcome.Held held:
                return new DeliveryStep(new OutboxChange.Held(message.Id, held.Reason));

            case DeliveryOutcome.Rejected rejected:
                return new DeliveryStep(new OutboxChange.Dead(message.Id, rejected.Reason));

            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }

    private DeliveryStep Retry(OutboxMessage message, DeliveryOutcome.Retry retry, DateTimeOffset now)
    {
        if (now - message.CreatedAt > TimeSpan.FromHours(options.GiveUpAfterHours)
            && message.Attempts + 1 >= FewestAttempts)
        {
            return new DeliveryStep(new OutboxChange.Dead(
                message.Id, $"not delivered within {options.GiveUpAfterHours} hours: {retry.Reason}"));
        }

        var attempts = message.Attempts + 1;
        var due = now + (retry.After ?? BackOff(attempts));
        return new DeliveryStep(
            new OutboxChange.Rescheduled(message.Id, due, attempts, KeepsHold: true),
            message with { DueAt = due, Attempts = attempts },
            retry.Scope == RetryScope.Channel ? due : null);
    }

    // Exponential with full spread in its upper half, so that many messages don't come back together.
    private TimeSpan BackOff(int attempts)
    {
        var longest = TimeSpan.FromSeconds(options.LongestBackOffSeconds);
        var wait = FirstBackOff * Math.Pow(2, Math.Min(attempts - 1, 16));
        wait = wait > longest ? longest : wait;
#pragma warning disable CA5394 // Spreading load needs no secret.
        return (wait / 2) + (wait / 2 * Random.Shared.NextDouble());
#pragma warning restore CA5394
    }
}

/// <summary>A decision.</summary>
/// <param name="Change">What to record; null when nothing changed.</param>
/// <param name="Again">The message to try again; null when it is settled.</param>
/// <param name="PauseUntil">Until when the whole channel waits.</param>
/// <param name="MarkUnreachable">True to note that the person can't be reached.</param>
internal sealed record DeliveryStep(
    OutboxChange? Change,
    OutboxMessage? Again = null,
    DateTimeOffset? PauseUntil = null,
    bool MarkUnreachable = false);
