using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Turns;

/// <summary>
/// Hop 3: takes an activity through its turn to the commit. Channels call it; acknowledge only after it returns.
/// </summary>
public interface ITurnRunner
{
    /// <summary>
    /// Runs the turn. When it returns, the activity's effect is durable and its replies are on their way. Throws only
    /// when the store can't commit or the host is stopping: then the channel must not acknowledge, and the network will
    /// redeliver.
    /// </summary>
    Task<TurnResult> RunAsync(Activity activity, CancellationToken cancellationToken);
}

/// <summary>What a turn left behind.</summary>
/// <param name="Outcome">Committed, or a duplicate that had no effect.</param>
/// <param name="Messages">The replies that were committed, in order.</param>
public sealed record TurnResult(CommitOutcome Outcome, IReadOnlyList<OutboxMessage> Messages);
