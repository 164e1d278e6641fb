using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>Subscribing to news: what, where, how often and when not.</summary>
public sealed class SubscribeVerbs(SuppressionList suppression) : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("subscribe.load", ["ready"], Load),
        new Verb("subscribe.usual", ["ready"], Usual),
        new Verb("subscribe.save", ["saved"], SaveAsync),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<OptionSource> Options =>
    [
        new OptionSource("people.topics", (turn, _) => ValueTask.FromResult(Topics.All(turn))),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<AnswerCheck> Checks =>
    [
        new AnswerCheck("people.quiet_end", (turn, value, _) => ValueTask.FromResult(
            value is SlotValue.Time end && end.At == turn.Answers.Find<SlotValue.Time>("from")?.At
                ? new SlotReading.Wrong("settings.quiet-same")
                : null)),
        new AnswerCheck("people.pause_end", (turn, value, _) => ValueTask.FromResult(
            value is SlotValue.Date until && until.Day <= turn.Today
                ? new SlotReading.Wrong("settings.pause-today")
                : null)),
    ];

    // Whoever has chosen before sees their choice, to change what they like of it.
    private static VerbResult Load(Turn turn, string argument)
    {
        if (turn.Person.Subscription is { OptedInAt: > 0 } known)
        {
            SubscriptionAnswers.Load(turn, known);
        }

        return new VerbResult("ready");
    }

    // What is usual is offered in the review, and can be changed there.
    private static VerbResult Usual(Turn turn, string argument)
    {
        SubscriptionAnswers.LoadTimes(turn, new Subscription { Quiet = QuietHours.Usual });
        return new VerbResult("ready");
    }

    private async ValueTask<VerbResult> SaveAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var before = turn.Person.Subscription ?? new Subscription();
        var isNew = before.StateOn(turn.Today) is SubscriptionState.None or SubscriptionState.Stopped;
        var after = SubscriptionAnswers.Apply(turn, before);
        turn.Person = turn.Person with { Subscription = isNew ? OptIn(turn, after, "subscribe") : after };
        await suppression.LiftAsync(turn, cancellationToken).ConfigureAwait(false);
        return new VerbResult("saved");
    }

    /// <summary>The subscription from now on, with the proof that the person asked for it.</summary>
    internal static Subscription OptIn(Turn turn, Subscription subscription, string by) => subscription with
    {
        OptedInAt = turn.Now.ToUnixTimeMilliseconds(),
        Source = $"{turn.Activity.Conversation.Channel}/{by}",
        ConsentVersion = turn.Person.ConsentVersion ?? "",
        StoppedAt = null,
        PausedUntil = null,
    };
}
