using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>The screen of settings, and the change of one of them.</summary>
public sealed class SettingsVerbs(SuppressionList suppression) : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("settings.show", [], Show),
        new Verb("settings.restart", [], StartAsync),
        new Verb("setting.topics", ["ask"], PickTopics),
        new Verb("setting.save", ["saved", "none"], Save),
        new Verb("setting.shown", ["over"], (turn, _) =>
        {
            SettingsScreen.Show(turn);
            return new VerbResult("over");
        }),
    ];

    private static VerbResult Show(Turn turn, string argument)
    {
        if (!Privately.Says(turn))
        {
            SettingsScreen.Show(turn);
        }

        return VerbResult.Wait;
    }

    // The list begins with what is chosen already.
    private static VerbResult PickTopics(Turn turn, string argument)
    {
        if (turn.Person.Subscription?.Topics is { Count: > 0 } chosen)
        {
            turn.Form = turn.Form! with { Collected = new SlotValue.Choices(chosen) };
        }

        return new VerbResult("ask");
    }

    private static VerbResult Save(Turn turn, string argument)
    {
        if (turn.Person.Subscription is not { OptedInAt: > 0 } before)
        {
            return new VerbResult("none");
        }

        turn.Person = turn.Person with { Subscription = SubscriptionAnswers.Apply(turn, before) };
        return new VerbResult("saved");
    }

    // «Старт» takes up what was chosen before; who never chose is asked.
    private async ValueTask<VerbResult> StartAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (Privately.Says(turn))
        {
            return VerbResult.Wait;
        }

        if (turn.Person.Subscription is not { OptedInAt: > 0 } subscription || !turn.HasConsent)
        {
            turn.StartDialog("subscribe");
            return VerbResult.Wait;
        }

        if (subscription.StateOn(turn.Today) == SubscriptionState.Subscribed)
        {
            turn.Say("unsubscribe.started-already");
        }
        else
        {
            turn.Person = turn.Person with
            {
                Subscription = subscription.StoppedAt is null
                    ? subscription with { PausedUntil = null }
                    : SubscribeVerbs.OptIn(turn, subscription, "start"),
            };
            await suppression.LiftAsync(turn, cancellationToken).ConfigureAwait(false);
            turn.Say("unsubscribe.started");
        }

        SettingsScreen.Show(turn);
        return VerbResult.Wait;
    }
}
