using Ruhani.Bot.Dialogs.Forms;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// Hop 5: fires a trigger in a dialog's state and lets the states it leads through speak, ask and act, until one waits
/// for the person. The machine is built anew for each turn from the immutable definition; the state is kept outside it.
/// </summary>
public sealed class DialogMachine(VerbCatalog verbs, FormQuestions questions)
{
    /// <summary>The trigger that leads into a dialog's first state.</summary>
    public const string StartTrigger = "start";

    /// <summary>The trigger that leads on from a text nobody has to answer.</summary>
    public const string NextTrigger = "next";

    // A dialog that goes round more often than this without waiting for anybody is broken.
    private const int MaxSteps = 64;

    /// <summary>Runs a dialog from a state.</summary>
    /// <returns>False when the state has no such trigger, or the form is over (an outdated button).</returns>
    public async ValueTask<bool> RunAsync(
        Turn turn,
        DialogDefinition dialog,
        string state,
        string trigger,
        string argument,
        CancellationToken cancellationToken)
    {
        if (state.Length > 0 && dialog.IsForm)
        {
            return await PressAsync(turn, dialog, state, trigger, argument, cancellationToken).ConfigureAwait(false);
        }

        var place = state.Length == 0
            ? FormDesk.Open(turn, dialog, trigger, argument, isFresh: false)
            : new Place(dialog, state, trigger, argument);
        return place is null || await GoAsync(turn, place, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes what the person sent as the answer to the question at hand.</summary>
    public async ValueTask FillAsync(Turn turn, SlotReading reading, CancellationToken cancellationToken)
    {
        var run = turn.Form!;
        var dialog = turn.Content.Dialogs.Get(run.Dialog);
        turn.Enter(dialog, run.State);
        var value = await questions.TakeAsync(turn, dialog, dialog.States[run.State], reading, cancellationToken)
            .ConfigureAwait(false);
        if (value is not null)
        {
            await AnswerAsync(turn, dialog, run.State, value, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Shows again what the form at hand waits for; does nothing when there is none.</summary>
    public async ValueTask OfferAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Form is { State.Length: > 0 })
        {
            await GoAsync(turn, FormDesk.Current(turn)!, cancellationToken).ConfigureAwait(false);
        }
    }

    // A button of a form: of the question at hand, or of an earlier one, which is then answered anew.
    private async ValueTask<bool> PressAsync(
        Turn turn,
        DialogDefinition dialog,
        string state,
        string trigger,
        string argument,
        CancellationToken cancellationToken)
    {
        if (turn.Form is not { } run || !FormToken.TryRead(argument, out var number, out var about)
            || number != run.Number || run.Dialog != dialog.Name || !dialog.States.TryGetValue(state, out var pressed))
        {
            return FormDesk.TellOver(turn, argument);
        }

        if (pressed.Kind == StateKind.Ask)
        {
            return await PickAsync(turn, dialog, pressed, trigger, about, cancellationToken).ConfigureAwait(false);
        }

        if (state != run.State)
        {
            await OfferUnlessDoubleAsync(turn, run, cancellationToken).ConfigureAwait(false);
            return true;
        }

        turn.Form = FormDesk.Pass(run, state, trigger);
        return await GoAsync(turn, new Place(dialog, state, trigger, about), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> PickAsync(
        Turn turn,
        DialogDefinition dialog,
        DialogState state,
        string trigger,
        string option,
        CancellationToken cancellationToken)
    {
        var run = turn.Form!;
        if (state.Name != run.State && run.Trail.All(passed => passed.State != state.Name))
        {
            return false;
        }

        var reading = await questions.PressedAsync(turn, dialog, state, trigger, option, cancellationToken)
            .ConfigureAwait(false);
        if (reading is null)
        {
            return false;
        }

        if (state.Name != run.State)
        {
            // The second of two taps finds the answer given already.
            if (reading is SlotReading.Filled same && same.Value.Equals(run.Answers.Find(state.Slot!)))
            {
                await OfferUnlessDoubleAsync(turn, run, cancellationToken).ConfigureAwait(false);
                return true;
            }

            turn.Form = run with { State = state.Name, IsRevisiting = true, Collected = null };
        }

        await FillAsync(turn, reading, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask OfferUnlessDoubleAsync(Turn turn, DialogRun run, CancellationToken cancellationToken)
    {
        if (turn.Now.ToUnixTimeMilliseconds() - run.TouchedAt > FormDesk.DoubleTapMilliseconds)
        {
            await OfferAsync(turn, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            turn.IsOffered = true;
        }
    }

    private async ValueTask AnswerAsync(
        Turn turn, DialogDefinition dialog, string state, SlotValue value, CancellationToken cancellationToken)
    {
        var definition = dialog.States[state];
        var run = turn.Form! with
        {
            Collected = null,
            Values = turn.Form!.Answers.With(definition.Slot!, value).Values,
            Unsure = [.. turn.Form!.Unsure.Where(slot => slot != definition.Slot)],
        };
        turn.Form = run;
        if (run.IsRevisiting)
        {
            // Another answer may lead along other questions.
            await GoAsync(turn, FormDesk.Rewalk(turn), cancellationToken).ConfigureAwait(false);
            return;
        }

        var trigger = FormQuestions.TriggerOf(definition, value);
        turn.Form = FormDesk.Pass(run, state, trigger);
        await GoAsync(turn, new Place(dialog, state, trigger, ""), cancellationToken).ConfigureAwait(false);
    }

    // Begins at a place; without a trigger its state is shown as if just entered.
    private async ValueTask<bool> GoAsync(Turn turn, Place place, CancellationToken cancellationToken)
    {
        var stepper = new Stepper(place.Dialog, place.State, () => turn.Answers);
        for (var step = 0; step < MaxSteps; step++)
        {
            if (place.Dialog.Name != stepper.Dialog || place.State != stepper.State)
            {
                stepper = new Stepper(place.Dialog, place.State, () => turn.Answers);
            }

            if (place.Trigger is { } trigger && !stepper.TryFire(trigger))
            {
                return step == 0 ? false : throw new InvalidOperationException(
                    $"'{place.Dialog.Name}.{place.State}' leads nowhere by '{trigger}'.");
            }

            var isShown = place.Trigger is null;
            place = place with { State = stepper.State };
            turn.Enter(place.Dialog, place.State);
            var next = await EnterAsync(turn, place, isShown, cancellationToken).ConfigureAwait(false);
            if (next is null)
            {
                return true;
            }

            place = next;
        }

        throw new InvalidOperationException($"The dialog '{place.Dialog.Name}' does not come to rest.");
    }

    // Null to wait for the person, else where to go on.
    private async ValueTask<Place?> EnterAsync(
        Turn turn, Place place, bool isShown, CancellationToken cancellationToken)
    {
        var state = place.Dialog.States[place.State];
        if (!isShown && FormDesk.Skip(turn, place, state) is { } passed)
        {
            return passed;
        }

        switch (state.Kind)
        {
            case StateKind.Ask:
                await questions.AskAsync(turn, place.Dialog, state, cancellationToken).ConfigureAwait(false);
                return null;
            case StateKind.Review:
                await questions.ReviewAsync(turn, place.Dialog, state, cancellationToken).ConfigureAwait(false);
                return null;
            case StateKind.Enter when turn.HasConsent && state.Dialog == turn.Content.Dialogs.Consent?.Name:
                return place with { Trigger = FormDesk.Done };
            case StateKind.Enter:
                return FormDesk.Enter(turn, turn.Content.Dialogs.Get(state.Dialog!), turn.Form!);
            case StateKind.End:
                return FormDesk.Close(turn, place.Dialog, state.Ends!);
            case StateKind.Say:
                return await SayAsync(turn, place, state, cancellationToken).ConfigureAwait(false);
            default:
                return await DoAsync(turn, place, state, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<Place?> SayAsync(
        Turn turn, Place place, DialogState state, CancellationToken cancellationToken)
    {
        var arguments = await questions.ArgumentsAsync(turn, place.Dialog, state.Text!, cancellationToken)
            .ConfigureAwait(false);
        turn.Say(state.Text!, arguments, [.. state.Choices.Select(choice => turn.Choice(
            choice, place.Argument, turn.Label($"{place.Dialog.Name}.{choice}")))]);
        turn.IsOffered |= place.Dialog.IsForm && state.Choices.Count > 0;
        if (state.Ends is { } outcome)
        {
            return FormDesk.Close(turn, place.Dialog, outcome);
        }

        return state.Choices.Count == 0 && state.Has(NextTrigger) ? place with { Trigger = NextTrigger } : null;
    }

    private async ValueTask<Place?> DoAsync(
        Turn turn, Place place, DialogState state, CancellationToken cancellationToken)
    {
        var said = turn.Replies.Count;
        var result = await verbs.Find(state.Verb!)!.RunAsync(turn, place.Argument, cancellationToken)
            .ConfigureAwait(false);
        if (turn.Next is { } next)
        {
            return FormDesk.Follow(turn, next);
        }

        if (result.Trigger is { } trigger)
        {
            return place with { Trigger = trigger, Argument = result.Argument };
        }

        turn.IsOffered |= place.Dialog.IsForm && turn.Replies.Count > said;
        return null;
    }
}
