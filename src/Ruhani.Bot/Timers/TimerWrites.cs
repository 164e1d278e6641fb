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
            yield return new DocumentWrite(Document($"{turn.Activity.Id}/{name}", 1, at, timer));
        }

        if (turn.Activity is TimerActivity activity && turn.Records.All(write => write.Document.Id != activity.Timer))
        {
            var own = new StoredDocument(DocumentKind.Timer, activity.Timer, activity.Version, "{}");
            yield return new DocumentWrite(own, Delete: true);
        }
    }

    /// <summary>The turn of a timer failed: it comes again later.</summary>
    public static void Postpone(Turn turn, TimerActivity activity)
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
        var own = Document(activity.Timer, activity.Version, turn.Now + AfterFailure, timer);
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
