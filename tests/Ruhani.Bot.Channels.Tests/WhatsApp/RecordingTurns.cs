using System.Collections.Concurrent;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

/// <summary>Commits every activity once, remembers the order, and can be made to fail or wait.</summary>
internal sealed class RecordingTurns : ITurnRunner
{
    private readonly ConcurrentDictionary<string, byte> _seen = new(StringComparer.Ordinal);

    public ConcurrentQueue<Activity> Committed { get; } = new();

    public int Duplicates { get; private set; }

    /// <summary>True makes the store unable to commit this activity.</summary>
    public Func<Activity, bool> Fails { get; set; } = _ => false;

    public Func<Activity, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public async Task<TurnResult> RunAsync(Activity activity, CancellationToken cancellationToken)
    {
        await Before(activity, cancellationToken);
        if (Fails(activity))
        {
            throw new IOException("The disk is full.");
        }

        if (!_seen.TryAdd(activity.Id, 0))
        {
            Duplicates++;
            return new TurnResult(CommitOutcome.Duplicate, []);
        }

        Committed.Enqueue(activity);
        return new TurnResult(CommitOutcome.Committed, []);
    }
}
