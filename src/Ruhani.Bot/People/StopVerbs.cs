using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Forms;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>
/// Ending news. A word of stopping is honoured at once; the command asks once first. Inside a form the word may mean
/// the form, so that is asked.
/// </summary>
public sealed class StopVerbs(SuppressionList suppression) : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("unsubscribe.ask", ["sure", "keep"], Ask),
        new Verb("unsubscribe.kept", [], Kept),
        new Verb("unsubscribe.word", ["sure", "leave", "go_on"], Word),
        new Verb("unsubscribe.leave", [], Leave),
        new Verb("unsubscribe.go_on", [], GoOn),
        new Verb("unsubscribe.stop", [], StopAsync),
    ];

    private static VerbResult Ask(Turn turn, string argument)
    {
        if (Privately.Says(turn))
        {
            return VerbResult.Wait;
        }

        switch (turn.Person.Subscription?.StateOn(turn.Today) ?? SubscriptionState.None)
        {
            case SubscriptionState.None:
                turn.Say(
                    "unsubscribe.none", choices: [turn.StartChoice("subscribe", turn.Label("settings.subscribe"))]);
                break;
            case SubscriptionState.Stopped:
                turn.Say("unsubscribe.already");
                break;
            default:
                turn.Say("unsubscribe.sure", choices:
                [
                    turn.Choice("sure", "", turn.Label("unsubscribe.yes")),
                    turn.Choice("keep", "", turn.Label("unsubscribe.no")),
                ]);
                break;
        }

        return VerbResult.Wait;
    }

    private static VerbResult Kept(Turn turn, string argument)
    {
        turn.Say("unsubscribe.kept");
        return VerbResult.Wait;
    }

    private static VerbResult Word(Turn turn, string argument)
    {
        if (Privately.Says(turn))
        {
            return VerbResult.Wait;
        }

        if (turn.Form is not { } run)
        {
            return new VerbResult("sure");
        }

        turn.Say(
            "unsubscribe.which",
            TextArguments.Of(("form", turn.Title(turn.Content.Dialogs.Get(run.Root.Dialog)))),
            [
                turn.Choice("leave", FormToken.Write(run.Number, ""), turn.Label("unsubscribe.leave-form")),
                turn.Choice("sure", "", turn.Label("unsubscribe.leave-news")),
                turn.Choice("go_on", "", turn.Label("form.go-on")),
            ]);
        turn.IsOffered = true;
        return VerbResult.Wait;
    }

    private static VerbResult Leave(Turn turn, string argument)
    {
        turn.GoTo(new NextStep.Start("form", argument, "cancel"));
        return VerbResult.Wait;
    }

    private static VerbResult GoOn(Turn turn, string argument)
    {
        turn.GoTo(new NextStep.Start("form", "", "go_on"));
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> StopAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var before = turn.Person.Subscription;
        turn.Person = turn.Person with
        {
            Subscription = before is null
                ? Subscription.Refused(turn.Now)
                : before with { StoppedAt = before.StoppedAt ?? turn.Now.ToUnixTimeMilliseconds() },
        };
        await suppression.AddAsync(turn, turn.Activity.From.Address, cancellationToken).ConfigureAwait(false);
        turn.Say(
            before is { OptedInAt: > 0 } ? before.StoppedAt is null ? "unsubscribe.stopped" : "unsubscribe.already"
            : "unsubscribe.never");
        return VerbResult.Wait;
    }
}
