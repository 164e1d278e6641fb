using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Timers;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>
/// The morning digest: on working days, when the office opens, each approver sees what waits. One timer a person, set
/// when something comes in and kept for as long as something waits.
/// </summary>
public sealed class Digest(IStore store, LogoStaff staff, LogoInbox inbox, QueueText text) : IVerbSource
{
    private const int Most = 7;

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs => [new Verb("logonews.digest", [], SayAsync)];

    /// <summary>Sets the person's timer, unless it is set.</summary>
    public async ValueTask EnsureAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var id = "digest:" + turn.Activity.Conversation;
        if (await store.FindAsync(DocumentKind.Timer, id, cancellationToken).ConfigureAwait(false) is null)
        {
            var timer = new BotTimer
            {
                Conversation = turn.Activity.Conversation.ToString(),
                Person = turn.Activity.From.Address,
                Dialog = LogoNews.Dialog,
                Trigger = "digest",
            };
            turn.Put(null, TimerWrites.New(id, NextMorning(turn), timer).Document);
        }
    }

    private async ValueTask<VerbResult> SayAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var actor = await staff.ActorAsync(turn, null, cancellationToken).ConfigureAwait(false);
        var all = actor.Role == LogoRole.Requester
            ? []
            : await inbox.OfAsync(turn, actor, cancellationToken).ConfigureAwait(false);
        var waits = new List<QueuedRequest>();
        foreach (var one in all)
        {
            var deputy = await staff.ActorAsync(turn, one.Request, cancellationToken).ConfigureAwait(false);
            waits.AddRange(Concerns(one, deputy) ? [one] : []);
        }

        if (all.Count > 0)
        {
            turn.Again(NextMorning(turn));
        }

        if (waits.Count > 0 && turn.Account.Membership?.Absence?.Covers(turn.Today) != true
            && turn.Content.Calendar.IsWorkingDay(turn.Today))
        {
            var items = await text.WriteAsync(turn, [.. waits.Take(Most)], cancellationToken).ConfigureAwait(false);
            turn.Say(
                "logonews.digest",
                TextArguments.Of(("count", waits.Count), ("items", items)),
                [
                    .. waits.Take(Most).Select(one => QueueText.Choice(turn, one)),
                    turn.StartChoice(LogoCard.Dialog, turn.Label("pending.whole-list")),
                ]);
        }

        return VerbResult.Wait;
    }

    // What a colleague has in hand is the colleague's, unless that one is away, or it has waited so long that others
    // are asked.
    private static bool Concerns(QueuedRequest one, LogoActor actor) =>
        one.Request.Reviewer is not { } reviewer || reviewer == actor.Address || actor.StandsInFor.Contains(reviewer)
        || one.Step >= EscalationStep.Deputy;

    private static DateTimeOffset NextMorning(Turn turn) => KazakhstanTime.At(
        turn.Content.Calendar.AddWorkingDays(turn.Today, 1), turn.Content.Calendar.Hours[0].From);
}
