using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Forms;

/// <summary>
/// Opens forms, puts them aside, closes them: one at a time holds a conversation, the others wait with their answers.
/// </summary>
public static class FormDesk
{
    /// <summary>Two presses within this time are one double tap.</summary>
    public const long DoubleTapMilliseconds = 10_000;

    /// <summary>The outcome of a dialog that came to its end.</summary>
    public const string Done = "done";

    /// <summary>The outcome of a dialog that was called off.</summary>
    public const string Cancelled = "cancelled";

    private const int MaxParked = 10;

    /// <summary>Begins a dialog.</summary>
    /// <returns>Where to go; null when something was said instead: it is for others, or not for a group.</returns>
    public static Place? Open(Turn turn, DialogDefinition dialog, string trigger, string argument, bool isFresh)
    {
        if (!dialog.IsFor(turn.Roles))
        {
            turn.Say("errors.not-for-you");
            return null;
        }

        if (!dialog.IsForm)
        {
            return new Place(dialog, "", trigger, argument);
        }

        if (turn.Activity.IsGroup)
        {
            turn.Say("form.private-only");
            return null;
        }

        if (turn.Form is { } active && IsSame(active, dialog, trigger, argument) && !isFresh)
        {
            turn.Say("form.goes-on");
            return Current(turn);
        }

        if (!isFresh && turn.Conversation.Parked.LastOrDefault(
            parked => IsSame(parked.Run, dialog, trigger, argument)) is { } draft)
        {
            OfferDraft(turn, dialog, draft, trigger, argument);
            return null;
        }

        Park(turn);
        return Begin(turn, dialog, trigger, argument, Answers.None);
    }

    /// <summary>Begins a form with answers that are known already.</summary>
    public static Place Begin(
        Turn turn, DialogDefinition dialog, string trigger, string argument, Answers answers)
    {
        var number = turn.Conversation.Runs + 1;
        turn.Conversation = turn.Conversation with { Runs = number };
        turn.Form = new DialogRun
        {
            Dialog = dialog.Name,
            Version = dialog.Version,
            Number = number,
            Entry = trigger,
            Argument = argument,
            Values = answers.Values,
            TouchedAt = turn.Now.ToUnixTimeMilliseconds(),
        };
        FormReminders.Set(turn, number);
        return LacksConsent(turn, dialog)
            ? Enter(turn, turn.Content.Dialogs.Consent!, turn.Form)
            : new Place(dialog, "", trigger, argument);
    }

    /// <summary>True when the consent text, as it is now, must be accepted before a dialog goes on.</summary>
    public static bool LacksConsent(Turn turn, DialogDefinition dialog) => dialog.NeedsConsent && !turn.HasConsent;

    /// <summary>Puts the form at hand aside if it holds answers, else forgets it.</summary>
    /// <returns>True when it was put aside.</returns>
    public static bool Park(Turn turn, bool isOutdated = false)
    {
        if (turn.Form is not { } run)
        {
            return false;
        }

        turn.Form = null;
        if (!run.HasAnswers)
        {
            return false;
        }

        var parked = new ParkedRun(run, turn.Now.ToUnixTimeMilliseconds(), isOutdated);
        turn.Conversation = turn.Conversation with
        {
            Parked = [.. turn.Conversation.Parked.Append(parked).TakeLast(MaxParked)],
        };
        return true;
    }

    /// <summary>
    /// Takes a form up again; one whose dialog has changed begins anew with the answers that still fit.
    /// </summary>
    /// <returns>Where to go; null when it is gone.</returns>
    public static Place? Resume(Turn turn, int number)
    {
        var parked = turn.Conversation.Parked.FirstOrDefault(one => one.Run.Root.Number == number);
        if (parked is null || !turn.Content.Dialogs.TryGet(parked.Run.Root.Dialog, out var dialog)
            || !dialog.IsFor(turn.Roles))
        {
            return null;
        }

        Park(turn);
        turn.Conversation = turn.Conversation with
        {
            Parked = [.. turn.Conversation.Parked.Where(one => one.Run.Root.Number != number)],
        };
        var root = parked.Run.Root;
        if (!Fits(turn, parked.Run) || LacksConsent(turn, dialog))
        {
            return Begin(turn, dialog, StillThere(dialog, root.Entry), root.Argument, Fitting(dialog, root.Answers));
        }

        turn.Form = parked.Run with { TouchedAt = turn.Now.ToUnixTimeMilliseconds() };
        FormReminders.Set(turn, root.Number);
        return Current(turn);
    }

    /// <summary>Where the form at hand stands, to show it again.</summary>
    public static Place? Current(Turn turn) => turn.Form is { } run
        ? new Place(turn.Content.Dialogs.Get(run.Dialog), run.State, null, run.Argument)
        : null;

    /// <summary>True when a form and those it waits within can go on by the dialogs as they are now.</summary>
    public static bool Fits(Turn turn, DialogRun run) =>
        turn.Content.Dialogs.TryGet(run.Dialog, out var dialog) && dialog.Version == run.Version
        && (run.State.Length == 0 || dialog.States.ContainsKey(run.State))
        && (run.Parent is null || Fits(turn, run.Parent));

    /// <summary>Notes that a state was passed.</summary>
    public static DialogRun Pass(DialogRun run, string state, string trigger) =>
        run with { Trail = [.. run.Trail, new PassedState(state, trigger)] };

    /// <summary>The dialog ends.</summary>
    /// <returns>Where the form that waited for it goes on; null when none did.</returns>
    public static Place? Close(Turn turn, DialogDefinition dialog, string outcome)
    {
        if (!dialog.IsForm || turn.Form is not { } run)
        {
            return null;
        }

        turn.IsOffered = true;
        turn.Form = run.Parent;
        if (run.Parent is not { } parent)
        {
            if (turn.Conversation.Parked is [.., var waits])
            {
                OfferParked(turn, waits);
            }

            return null;
        }

        var waiting = turn.Content.Dialogs.Get(parent.Dialog);
        if (parent.State.Length == 0)
        {
            if (outcome != Cancelled)
            {
                return new Place(waiting, "", parent.Entry, parent.Argument);
            }

            // What was entered before the consent text changed is not lost with a refusal.
            if (!Park(turn))
            {
                return Close(turn, waiting, Cancelled);
            }

            turn.Say("form.saved", TextArguments.Of(("form", turn.Title(waiting))));
            return null;
        }

        var state = waiting.States[parent.State];
        if (!state.Has(outcome))
        {
            return Close(turn, waiting, outcome);
        }

        var answers = state.Gives.Aggregate(parent.Answers, (all, pair) =>
            run.Answers.Find(pair.Theirs) is { } value ? all.With(pair.Ours, value) : all);
        turn.Form = Pass(parent with { Values = answers.Values }, state.Name, outcome);
        return parent.IsRevisiting
            ? Rewalk(turn)
            : new Place(waiting, parent.State, outcome, "");
    }

    /// <summary>Tells that the form a button belongs to is put aside or over.</summary>
    /// <returns>False when there never was such a form.</returns>
    public static bool TellOver(Turn turn, string argument)
    {
        if (!FormToken.TryRead(argument, out var number, out _) || number > turn.Conversation.Runs)
        {
            return false;
        }

        if (turn.Conversation.Parked.FirstOrDefault(parked => parked.Run.Number == number) is { } waiting)
        {
            OfferParked(turn, waiting);
        }
        else
        {
            turn.Say("form.over");
        }

        return true;
    }

    /// <summary>Walks the form's way anew from the start, past what is answered.</summary>
    public static Place Rewalk(Turn turn)
    {
        var run = turn.Form!;
        turn.Walked = run.Trail;
        turn.Form = run with { IsRevisiting = false, State = "", Trail = [], Collected = null };
        return new Place(turn.Content.Dialogs.Get(run.Dialog), "", run.Entry, run.Argument);
    }

    /// <summary>Where a verb sent the turn.</summary>
    /// <returns>Where to go; null to wait for the person.</returns>
    public static Place? Follow(Turn turn, NextStep next)
    {
        switch (next)
        {
            case NextStep.Start start:
                return Open(
                    turn, turn.Content.Dialogs.Get(start.Dialog), start.Trigger, start.Argument, start.IsFresh);
            case NextStep.Resume resume:
                return Resume(turn, resume.Number);
            case NextStep.Offer:
                return Current(turn);
            case NextStep.Walk:
                return turn.Form is null ? null : Rewalk(turn);
            case NextStep.Revisit revisit:
                turn.Form = turn.Form! with { State = revisit.State, IsRevisiting = true, Collected = null };
                return Current(turn);
            default:
                throw new InvalidOperationException($"There is no way to follow {next}.");
        }
    }

    /// <summary>
    /// A state that need not be shown again: it was answered, or decided on the way walked before. Says where its
    /// trigger leads from; null when the state is to be entered.
    /// </summary>
    public static Place? Skip(Turn turn, Place place, DialogState state)
    {
        if (turn.Form is not { } run || !place.Dialog.IsForm)
        {
            return null;
        }

        var before = turn.Walked.FirstOrDefault(passed => passed.State == state.Name)?.Trigger;
        var trigger = state.Kind switch
        {
            StateKind.Ask when run.Answers.Find(state.Slot!) is { } value && !run.Unsure.Contains(state.Slot!) =>
                FormQuestions.TriggerOf(state, value),
            StateKind.Enter when state.Gives.Count > 0
                && state.Gives.All(pair => run.Answers.Find(pair.Ours) is not null) => before ?? Done,
            StateKind.Say when state.Choices.Count > 0 => before,
            StateKind.Say when turn.Walked.Count > 0 && state.Has(DialogMachine.NextTrigger) =>
                DialogMachine.NextTrigger,
            StateKind.Do => before,
            _ => null,
        };
        if (trigger is null || !state.Has(trigger))
        {
            return null;
        }

        if (trigger != DialogMachine.NextTrigger)
        {
            turn.Form = Pass(run, state.Name, trigger);
        }

        return place with { Trigger = trigger };
    }

    /// <summary>Enters a dialog that a form waits for.</summary>
    public static Place Enter(Turn turn, DialogDefinition dialog, DialogRun parent)
    {
        turn.Form = new DialogRun
        {
            Dialog = dialog.Name,
            Version = dialog.Version,
            Number = parent.Number,
            Parent = parent,
            TouchedAt = parent.TouchedAt,
        };
        return new Place(dialog, "", DialogMachine.StartTrigger, "");
    }

    // A form begun another way, or about something else, is another form of the same dialog.
    private static bool IsSame(DialogRun run, DialogDefinition dialog, string trigger, string argument) =>
        run.Root.Dialog == dialog.Name && run.Root.Entry == trigger
        && (run.Root.Argument == argument || trigger == DialogMachine.StartTrigger);

    private static void OfferDraft(
        Turn turn, DialogDefinition dialog, ParkedRun draft, string trigger, string argument)
    {
        var number = FormToken.Write(draft.Run.Root.Number, "");
        var about = dialog.Name + (trigger == DialogMachine.StartTrigger ? "" : ":" + trigger)
            + (argument.Length > 0 ? "." + argument : "");
        turn.Say(
            "form.draft-found",
            TextArguments.Of(
                ("form", turn.Title(dialog)), ("day", turn.Dates.NearDay(KazakhstanTime.DayOf(draft.At)))),
        [
            turn.DialogChoice("form", "resume", turn.Label("form.resume"), number),
            turn.DialogChoice("form", "fresh", turn.Label("form.fresh"), about),
        ]);
    }

    // What was put aside for this form is offered when it ends.
    private static void OfferParked(Turn turn, ParkedRun parked)
    {
        if (turn.Content.Dialogs.TryGet(parked.Run.Root.Dialog, out var dialog))
        {
            turn.Say("form.parked-waits", TextArguments.Of(("form", turn.Title(dialog))),
            [
                turn.DialogChoice(
                    "form", "resume", turn.Label("form.resume"), FormToken.Write(parked.Run.Root.Number, "")),
            ]);
        }
    }

    private static string StillThere(DialogDefinition dialog, string entry) =>
        dialog.StartsOn.Any(start => start.At == entry) ? entry : DialogMachine.StartTrigger;

    // An answer of another kind, or an option that is gone, is asked for again.
    private static Answers Fitting(DialogDefinition dialog, Answers answers) => dialog.Slots.Aggregate(
        Answers.None,
        (all, slot) => answers.Find(slot.Name) is { } value && SlotKinds.Takes(slot, value)
            ? all.With(slot.Name, value)
            : all);
}
