using System.Globalization;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Forms;

/// <summary>
/// What works in every form without being written there: back, cancel, save for later, go on, edit one answer, "where
/// was I", the reminder of a form that lies idle.
/// </summary>
public sealed class FormVerbs(IEnumerable<IOwnThings> things) : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("form.back", ["menu"], Back),
        new Verb("form.cancel", ["menu", "drop", "later", "go_on"], Cancel),
        new Verb("form.drop", ["menu"], Drop),
        new Verb("form.later", ["menu"], Later),
        new Verb("form.go_on", ["menu"], GoOn),
        new Verb("form.resume", ["menu"], Resume),
        new Verb("form.fresh", [], Fresh),
        new Verb("form.edit", ["menu", "reask"], Edit),
        new Verb("form.reask", [], Reask),
        new Verb("form.idle", ["drop", "later", "go_on"], Idle),
        new Verb("form.mine", [], MineAsync),
    ];

    private static VerbResult Back(Turn turn, string argument)
    {
        if (turn.Form is not { } run)
        {
            return new VerbResult("menu");
        }

        if (!IsOf(argument, run))
        {
            return Stale(turn);
        }

        // Back from an answer that is being edited leads to where the editing began.
        if (run.Trail.Any(passed => passed.State == run.State))
        {
            turn.GoTo(new NextStep.Walk());
            return VerbResult.Wait;
        }

        while (run.Trail.Count == 0 && run.Parent is { State.Length: > 0 } parent)
        {
            run = parent;
        }

        if (run.Trail.Count == 0)
        {
            turn.Say("form.at-first");
        }
        else
        {
            turn.Form = run with
            {
                State = run.Trail[^1].State,
                Trail = [.. run.Trail.SkipLast(1)],
                Collected = null,
                IsRevisiting = true,
            };
        }

        turn.GoTo(new NextStep.Offer());
        return VerbResult.Wait;
    }

    private static VerbResult Cancel(Turn turn, string argument)
    {
        if (turn.Form is not { } run)
        {
            return new VerbResult("menu");
        }

        if (!IsOf(argument, run))
        {
            return Stale(turn);
        }

        if (!run.HasAnswers)
        {
            turn.Form = null;
            turn.Say("form.stopped");
            return new VerbResult("menu");
        }

        var dialog = turn.Content.Dialogs.Get(run.Root.Dialog);
        var number = FormToken.Write(run.Number, "");
        turn.Say("form.cancel-sure", TextArguments.Of(("form", turn.Title(dialog))),
        [
            turn.Choice("drop", number, turn.Label("form.drop")),
            turn.Choice("later", number, turn.Label("form.later")),
            turn.Choice("go_on", number, turn.Label("form.go-on")),
        ]);
        turn.IsOffered = true;
        return VerbResult.Wait;
    }

    private static VerbResult Drop(Turn turn, string argument)
    {
        if (turn.Form is not { } run || !IsOf(argument, run))
        {
            return Stale(turn);
        }

        turn.Form = null;
        turn.Say("form.cancelled");
        return new VerbResult("menu");
    }

    private static VerbResult Later(Turn turn, string argument)
    {
        if (turn.Form is not { } run)
        {
            turn.Say("form.nothing-open");
            return new VerbResult("menu");
        }

        if (!IsOf(argument, run))
        {
            return Stale(turn);
        }

        var title = turn.Title(turn.Content.Dialogs.Get(run.Root.Dialog));
        var isKept = FormDesk.Park(turn);
        turn.Say(isKept ? "form.saved" : "form.stopped", isKept ? TextArguments.Of(("form", title)) : null);
        return new VerbResult("menu");
    }

    private static VerbResult GoOn(Turn turn, string argument)
    {
        if (turn.Form is { } run)
        {
            if (!IsOf(argument, run))
            {
                return Stale(turn);
            }

            turn.GoTo(new NextStep.Offer());
            return VerbResult.Wait;
        }

        if (turn.Conversation.Parked.Count > 0)
        {
            turn.StartDialog("my");
            return VerbResult.Wait;
        }

        turn.Say("form.nothing-open");
        return new VerbResult("menu");
    }

    private static VerbResult Resume(Turn turn, string argument)
    {
        if (!FormToken.TryRead(argument, out var number, out _))
        {
            return Stale(turn);
        }

        if (turn.Form is { } run && run.Number == number)
        {
            turn.GoTo(new NextStep.Offer());
            return VerbResult.Wait;
        }

        if (turn.Conversation.Parked.All(parked => parked.Run.Number != number))
        {
            turn.Say("form.draft-gone");
            return new VerbResult("menu");
        }

        turn.GoTo(new NextStep.Resume(number));
        return VerbResult.Wait;
    }

    private static VerbResult Fresh(Turn turn, string argument)
    {
        var dot = argument.IndexOf('.', StringComparison.Ordinal);
        var way = (dot < 0 ? argument : argument[..dot]).Split(':', 2);
        var trigger = way.Length > 1 ? way[1] : DialogMachine.StartTrigger;
        if (!turn.Content.Dialogs.TryGet(way[0], out var dialog)
            || (way.Length > 1 && dialog.StartsOn.All(start => start.At != trigger)))
        {
            return Stale(turn);
        }

        turn.GoTo(new NextStep.Start(way[0], dot < 0 ? "" : argument[(dot + 1)..], trigger, IsFresh: true));
        return VerbResult.Wait;
    }

    private static VerbResult Edit(Turn turn, string argument)
    {
        if (turn.Form is not { } run)
        {
            turn.Say("form.nothing-open");
            return new VerbResult("menu");
        }

        if (!IsOf(argument, run))
        {
            return Stale(turn);
        }

        var dialog = turn.Content.Dialogs.Get(run.Dialog);
        turn.Say("form.edit-which", choices:
        [
            .. FormQuestions.Answered(turn, dialog).DistinctBy(pair => pair.Slot.Name).Select(pair => turn.Choice(
                "reask",
                FormToken.Write(run.Number, pair.State),
                Slots.SlotWording.Label(turn, dialog, pair.Slot))),
        ]);
        turn.IsOffered = true;
        return VerbResult.Wait;
    }

    private static VerbResult Reask(Turn turn, string argument)
    {
        if (turn.Form is not { } run || !FormToken.TryRead(argument, out var number, out var state)
            || number != run.Number || run.Trail.All(passed => passed.State != state))
        {
            return Stale(turn);
        }

        turn.GoTo(new NextStep.Revisit(state));
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> MineAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var waiting = turn.Conversation.Parked.Select(parked => parked.Run);
        var runs = (turn.Form is { } form ? waiting.Append(form) : waiting).Reverse()
            .Select(run => (
                run.Number,
                HasSubject: run.Root.Subject.Length > 0,
                Label: turn.Content.Dialogs.TryGet(run.Root.Dialog, out var dialog) ? NameOf(turn, run, dialog) : null))
            .Where(pair => pair.Label is not null).ToList();
        var isAnything = runs.Count > 0;
        var isListed = runs.Exists(run => run.HasSubject) || runs.DistinctBy(run => run.Label).Count() < runs.Count;
        if (isAnything)
        {
            // What a form is about is longer than a button on some networks: then it stands in the message.
            var lines = string.Join('\n', runs.Index().Select(pair => Told(true, pair.Index, pair.Item.Label!)));
            turn.Say(
                isListed ? "form.mine-list" : "form.mine",
                isListed ? TextArguments.Of(("lines", lines)) : null,
                [
                    .. runs.Index().Select(pair => turn.DialogChoice(
                        "form",
                        "resume",
                        Told(isListed, pair.Index, pair.Item.Label!),
                        FormToken.Write(pair.Item.Number, ""))),
                ]);
        }

        foreach (var one in things)
        {
            isAnything |= await one.SayAsync(turn, cancellationToken).ConfigureAwait(false);
        }

        if (!isAnything)
        {
            turn.Say("form.none-of-mine");
        }

        turn.IsOffered |= isAnything;
        return VerbResult.Wait;
    }

    // What a form is about tells it from another of its kind, and where one dialog does several things, which of them;
    // two about the same are told apart by a number.
    private static string NameOf(Turn turn, DialogRun run, DialogDefinition dialog)
    {
        if (run.Root.Subject is not { Length: > 0 } subject)
        {
            return turn.Title(dialog);
        }

        var key = $"{dialog.Name}.about-{run.Root.Entry.Replace('_', '-')}";
        return turn.Content.Texts.Has(key)
            ? turn.Content.Texts.Label(turn.Language, key, TextArguments.Of((FormQuestions.Subject, subject)))
            : subject;
    }

    private static string Told(bool isTwice, int index, string label) => isTwice
        ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {label}")
        : label;

    private static VerbResult Idle(Turn turn, string argument)
    {
        if (FormToken.TryRead(argument, out var number, out _))
        {
            FormReminders.Come(turn, number);
        }

        return VerbResult.Wait;
    }

    // Words typed mean the form at hand; a button means the form it stood under.
    private static bool IsOf(string argument, DialogRun run) =>
        !FormToken.TryRead(argument, out var number, out _) || number == run.Number;

    private static VerbResult Stale(Turn turn)
    {
        turn.Say("errors.stale");
        return VerbResult.Wait;
    }
}
