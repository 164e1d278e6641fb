using System.Text.Json;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Timers;

/// <summary>What a turn writes about timers: those it set, and the one it was.</summary>
internal static class TimerWrites
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    public static IEnumerable<DocumentWrite> Of(Turn turn)
    {
        foreach (var (name, at, timer) in turn.Timers)
        {
            yield return New($"{turn.Activity.Id}/{name}", at, timer);
        }

        if (turn.Activity is TimerActivity activity && turn.Records.All(write => write.Document.Id != activity.Timer))
        {
            var own = new StoredDocument(DocumentKind.Timer, activity.Timer, activity.Version, "{}");
            yield return new DocumentWrite(own, Delete: true);
        }
    }

    /// <summary>A timer that is set.</summary>
    public static DocumentWrite New(string id, DateTimeOffset at, BotTimer timer) => new(Document(id, 1, at, timer));

    /// <summary>The turn of a timer failed: it comes again later.</summary>
    public static void Postpone(Turn turn, TimerActivity activity) =>
        Again(turn, activity, turn.Now + AfterFailure);

    /// <summary>A timer comes again: it keeps its id, so that a chain of them doesn't grow.</summary>
    public static void Again(Turn turn, TimerActivity activity, DateTimeOffset at)
    {
        var timer = new BotTimer
        {
            Conversation = activity.Conversation.ToString(),
            Person = activity.From.Address,
            IsGroup = activity.IsGroup,
            Dialog = activity.Dialog,
            Trigger = activity.Trigger,
            Argument = activity.Argument,
        };
        var own = Document(activity.Timer, activity.Version, at, timer);
        turn.Put(own, own);
    }

    private static StoredDocument Document(string id, long version, DateTimeOffset at, BotTimer timer) => new(
        DocumentKind.Timer,
        id,
        version,
        JsonSerializer.Serialize(timer, StateJson.Stored.BotTimer),
        timer.Conversation,
        at.ToUnixTimeMilliseconds());
}
