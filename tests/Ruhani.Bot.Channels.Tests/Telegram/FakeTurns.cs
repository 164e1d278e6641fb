using System.Collections.Concurrent;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.Tests.Telegram;

/// <summary>Commits every activity once, as the turn runner does; a test says what each turn does meanwhile.</summary>
internal sealed class FakeTurns : ITurnRunner
{
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Activity> _committed = new();
    private readonly SemaphoreSlim _commits = new(0);

    /// <summary>Runs before the commit; may throw as a store that is down.</summary>
    public Func<Activity, CancellationToken, Task> During { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<Activity> Committed => [.. _committed];

    public IEnumerable<string> Texts => Committed.OfType<TextActivity>().Select(activity => activity.Text);

    public async Task<TurnResult> RunAsync(Activity activity, CancellationToken cancellationToken)
    {
        await During(activity, cancellationToken);
        if (!_seen.TryAdd(activity.Id, true))
        {
            return new TurnResult(CommitOutcome.Duplicate, []);
        }

        _committed.Enqueue(activity);
        _commits.Release();
        return new TurnResult(CommitOutcome.Committed, []);
    }

    /// <summary>The activity of the next commit nobody waited for yet; the newest when there are several.</summary>
    public async Task<Activity> NextAsync(CancellationToken cancellationToken)
    {
        await WaitForCommitsAsync(1, cancellationToken);
        return Committed[^1];
    }

    public async Task WaitForCommitsAsync(int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            var isCommitted = await _commits.WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);
            Assert.True(isCommitted, "No further commit came.");
        }
    }
}
