using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Forms;

/// <summary>
/// Asks a form's questions and takes the answers: the buttons under each, what is wrong with an answer, the review of
/// all of them.
/// </summary>
public sealed class FormQuestions(VerbCatalog verbs, SlotReader reader, SlotWording wording)
{
    /// <summary>The placeholder for what a form is about, see <see cref="DialogRun.Subject"/>.</summary>
    public const string Subject = "subject";

    /// <summary>What the name of a text ends with that asks the same in short.</summary>
    public const string AgainSuffix = "-again";

    private const int LongList = 8;

    /// <summary>Picks an option.</summary>
    public const string PickTrigger = "pick";

    /// <summary>Leaves an optional question unanswered.</summary>
    public const string SkipTrigger = "skip";

    /// <summary>Keeps the answer there is.</summary>
    public const string KeepTrigger = "keep";

    /// <summary>Ends picking or collecting.</summary>
    public const string DoneTrigger = "done";

    /// <summary>Takes a text that was understood as a question for the answer after all.</summary>
    public const string MineTrigger = "mine";

    /// <summary>The trigger an answer fires: its own word where the state has an edge for it.</summary>
    public static string TriggerOf(DialogState state, SlotValue value)
    {
        var own = value switch
        {
            SlotValue.Nothing => "skipped",
            SlotValue.Choice choice => choice.Option,
            SlotValue.YesNo { Yes: true } => "yes",
            SlotValue.YesNo => "no",
            _ => "filled",
        };
        return state.Has(own) ? own : "filled";
    }

    /// <summary>Asks a state's question.</summary>
    public async ValueTask AskAsync(
        Turn turn, DialogDefinition dialog, DialogState state, CancellationToken cancellationToken)
    {
        var slot = dialog.Slot(state.Slot!)!;
        var choices = await ChoicesAsync(turn, dialog, slot, cancellationToken).ConfigureAwait(false);
        var question = await QuestionAsync(turn, dialog, state, cancellationToken).ConfigureAwait(false);
        var isFirst = turn.Form is { Trail.Count: 0, Parent: null, Collected: null };
        var given = turn.Answers.Find(slot.Name);
        if (given is not null and not SlotValue.Nothing)
        {
            var value = await wording.SayAsync(turn, dialog, slot, given, cancellationToken).ConfigureAwait(false);
            turn.Say("form.asked-again", TextArguments.Of(("question", question), ("value", value)), choices);
        }
        else
        {
            turn.Say(
                isFirst ? "form.first-question" : "form.question",
                TextArguments.Of(("question", question)),
                choices,
                replaces: turn.Form!.Collected is not null);
        }

        turn.IsOffered = true;
    }

    /// <summary>Shows all answers, to be edited or sent.</summary>
    public async ValueTask ReviewAsync(
        Turn turn, DialogDefinition dialog, DialogState state, CancellationToken cancellationToken)
    {
        var lines = new RichText.Builder();
        foreach (var (slot, _) in Answered(turn, dialog))
        {
            var value = await wording
                .SayAsync(turn, dialog, slot, turn.Answers.Find(slot.Name)!, cancellationToken).ConfigureAwait(false);
            lines.AddPlain("\n", bold: false).Add(turn.Content.Texts.Render(
                turn.Language,
                "form.answer",
                TextArguments.Of(("label", SlotWording.Label(turn, dialog, slot)), ("value", value))));
        }

        var number = FormToken.Write(turn.Form!.Number, "");
        turn.Say(state.Text!, TextArguments.Of(("answers", lines.Build()), (Subject, turn.Form.Subject)),
        [
            .. state.Triggers.Select(trigger => turn.Choice(trigger, "", turn.Label($"{dialog.Name}.{trigger}"))),
            turn.DialogChoice("form", "edit", turn.Label("form.edit"), number),
            turn.DialogChoice("form", "cancel", turn.Label("form.cancel"), number),
        ]);
        turn.IsOffered = true;
    }

    /// <summary>The questions that were answered, with the states that ask them, in the order of the way.</summary>
    public static IEnumerable<(SlotDefinition Slot, string State)> Answered(Turn turn, DialogDefinition dialog)
    {
        foreach (var passed in turn.Form!.Trail)
        {
            var state = dialog.States[passed.State];
            var slots = state.Kind switch
            {
                StateKind.Ask => [state.Slot!],
                StateKind.Enter => state.Gives.Select(pair => pair.Ours),
                _ => [],
            };
            foreach (var name in slots)
            {
                if (turn.Answers.Find(name) is not null && dialog.Slot(name) is { } slot)
                {
                    yield return (slot, state.Name);
                }
            }
        }
    }

    /// <summary>Reads what was sent as the answer to the question at hand.</summary>
    public ValueTask<SlotReading> ReadAsync(Turn turn, CancellationToken cancellationToken)
    {
        var dialog = turn.Content.Dialogs.Get(turn.Form!.Dialog);
        var slot = dialog.Slot(dialog.States[turn.Form.State].Slot!)!;
        return reader.ReadAsync(turn, dialog, slot, cancellationToken);
    }

    /// <summary>Reads a press under a question.</summary>
    /// <returns>Null when the button means nothing there.</returns>
    public async ValueTask<SlotReading?> PressedAsync(
        Turn turn,
        DialogDefinition dialog,
        DialogState state,
        string trigger,
        string about,
        CancellationToken cancellationToken)
    {
        var slot = dialog.Slot(state.Slot!)!;
        switch (trigger)
        {
            case PickTrigger:
                return await reader.PickAsync(turn, dialog, slot, about, cancellationToken).ConfigureAwait(false);
            case SkipTrigger when slot.Default is { } initial:
                return await reader.PickAsync(turn, dialog, slot, initial, cancellationToken).ConfigureAwait(false);
            case SkipTrigger when slot.IsOptional:
                return new SlotReading.Filled(new SlotValue.Nothing());
            case KeepTrigger when turn.Answers.Find(slot.Name) is { } value:
                return new SlotReading.Filled(value);
            case DoneTrigger when turn.Form!.Collected is { } collected && IsList(collected):
                return SlotReader.Complete(slot, collected);
            case MineTrigger when turn.Form!.Doubt is { } words:
                return SlotReader.ReadWords(slot, words);
            default:
                return null;
        }
    }

    /// <summary>
    /// Takes a reading: says what is wrong with it, or what it may mean, or that more may come.
    /// </summary>
    /// <returns>The answer; null when there is none yet.</returns>
    public async ValueTask<SlotValue?> TakeAsync(
        Turn turn,
        DialogDefinition dialog,
        DialogState state,
        SlotReading reading,
        CancellationToken cancellationToken)
    {
        var slot = dialog.Slot(state.Slot!)!;
        if (reading is SlotReading.Filled { Value: var value } && slot.Check is { } check
            && await verbs.FindCheck(check)!.Check(turn, value, cancellationToken).ConfigureAwait(false) is { } wrong)
        {
            reading = wrong;
        }

        switch (reading)
        {
            case SlotReading.Filled filled:
                return filled.Value;
            case SlotReading.Partial partial:
                turn.Form = turn.Form! with { Collected = partial.Value };
                if (partial.Key is null)
                {
                    await AskAsync(turn, dialog, state, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await SayAsync(turn, dialog, slot, partial.Key, partial.Arguments, cancellationToken)
                        .ConfigureAwait(false);
                }

                return null;
            case SlotReading.Which which:
                await AskWhichAsync(turn, dialog, slot, which, cancellationToken).ConfigureAwait(false);
                return null;
            case SlotReading.Wrong bad:
                await SayAsync(turn, dialog, slot, bad.Key, bad.Arguments, cancellationToken).ConfigureAwait(false);
                return null;
            case SlotReading.NoAnswer none:
                await SayNoAnswerAsync(turn, dialog, state, none, cancellationToken).ConfigureAwait(false);
                return null;
            default:
                throw new InvalidOperationException($"There is no way to take {reading}.");
        }
    }

    /// <summary>What fills a text of a form: its answers by slot, for the placeholders it has.</summary>
    public async ValueTask<TextArguments> ArgumentsAsync(
        Turn turn, DialogDefinition dialog, string key, CancellationToken cancellationToken)
    {
        var names = turn.Content.Texts.Placeholders(key);
        var pairs = new List<(string, object)>(names.Count);
        foreach (var slot in dialog.Slots.Where(slot => names.Contains(slot.Name)))
        {
            var value = turn.Answers.Find(slot.Name);
            pairs.Add((slot.Name, value is null
                ? ""
                : await wording.SayAsync(turn, dialog, slot, value, cancellationToken).ConfigureAwait(false)));
        }

        if (names.Contains(Subject))
        {
            pairs.Add((Subject, turn.Form?.Subject ?? ""));
        }

        return TextArguments.Of([.. pairs]);
    }

    // A long question says the rest only once: what was said in between is read between the two.
    private async ValueTask<RichText> QuestionAsync(
        Turn turn, DialogDefinition dialog, DialogState state, CancellationToken cancellationToken)
    {
        var again = state.Text + AgainSuffix;
        var key = turn.IsReturning && turn.Content.Texts.Has(again) ? again : state.Text!;
        return turn.Content.Texts.Render(
            turn.Language, key, await ArgumentsAsync(turn, dialog, key, cancellationToken).ConfigureAwait(false));
    }

    // Under a long list nobody sees any more what was asked.
    private async ValueTask SayNoAnswerAsync(
        Turn turn,
        DialogDefinition dialog,
        DialogState state,
        SlotReading.NoAnswer none,
        CancellationToken cancellationToken)
    {
        var slot = dialog.Slot(state.Slot!)!;
        var options = await reader.OptionsAsync(turn, dialog, slot, cancellationToken).ConfigureAwait(false);
        if (options.Count < LongList)
        {
            await SayAsync(turn, dialog, slot, none.Key, none.Arguments, cancellationToken).ConfigureAwait(false);
            return;
        }

        var fault = turn.Content.Texts.Render(turn.Language, none.Key, none.Arguments ?? TextArguments.None);
        var question = await QuestionAsync(turn, dialog, state, cancellationToken).ConfigureAwait(false);
        var both = TextArguments.Of(("fault", fault), ("question", question));
        await SayAsync(turn, dialog, slot, "form.not-in-list", both, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask SayAsync(
        Turn turn,
        DialogDefinition dialog,
        SlotDefinition slot,
        string key,
        TextArguments? arguments,
        CancellationToken cancellationToken)
    {
        turn.Say(key, arguments, await ChoicesAsync(turn, dialog, slot, cancellationToken).ConfigureAwait(false));
        turn.IsOffered = true;
    }

    private async ValueTask AskWhichAsync(
        Turn turn,
        DialogDefinition dialog,
        SlotDefinition slot,
        SlotReading.Which which,
        CancellationToken cancellationToken)
    {
        var choices = new List<Choice>();
        foreach (var meaning in which.Meanings)
        {
            choices.Add(turn.Choice(
                PickTrigger,
                SlotCode.Write(meaning),
                (await wording.SayAsync(turn, dialog, slot, meaning, cancellationToken).ConfigureAwait(false))));
        }

        choices.AddRange(Steering(turn));
        turn.Say("slots.which", choices: choices);
        turn.IsOffered = true;
    }

    private async ValueTask<IReadOnlyList<Choice>> ChoicesAsync(
        Turn turn, DialogDefinition dialog, SlotDefinition slot, CancellationToken cancellationToken)
    {
        var choices = new List<Choice>();
        if (turn.Form!.Doubt is not null)
        {
            choices.Add(turn.Choice(MineTrigger, "", turn.Label("form.mine-is-answer")));
        }

        var picked = ((turn.Form.Collected ?? turn.Answers.Find(slot.Name)) as SlotValue.Choices)?.Options ?? [];
        foreach (var option in await reader.OptionsAsync(turn, dialog, slot, cancellationToken).ConfigureAwait(false))
        {
            var label = picked.Contains(option.Id) ? "✓ " + option.Label : option.Label;
            choices.Add(turn.Choice(PickTrigger, option.Id, label));
        }

        if (IsList(turn.Form.Collected))
        {
            choices.Add(turn.Choice(DoneTrigger, "", turn.Label("form.done")));
        }
        else if (turn.Answers.Find(slot.Name) is not null)
        {
            choices.Add(turn.Choice(KeepTrigger, "", turn.Label("form.keep")));
        }

        if (slot.Default is { } initial && SlotCode.Read(slot.Type, initial) is { } value)
        {
            choices.Add(turn.Choice(
                SkipTrigger,
                "",
                await wording.SayAsync(turn, dialog, slot, value, cancellationToken).ConfigureAwait(false)));
        }
        else if (slot.IsOptional && turn.Form.Collected is null)
        {
            choices.Add(turn.Choice(SkipTrigger, "", turn.Label("form.skip")));
        }

        choices.AddRange(Steering(turn));
        return choices;
    }

    // What was picked or sent may be all there is; half a moment or a period is never an answer.
    private static bool IsList(SlotValue? collected) => collected is SlotValue.Choices or SlotValue.Files;

    private static IEnumerable<Choice> Steering(Turn turn)
    {
        var number = FormToken.Write(turn.Form!.Number, "");
        if (turn.Form.Trail.Count > 0 || turn.Form.Parent is { State.Length: > 0 })
        {
            yield return turn.DialogChoice("form", "back", turn.Label("form.back"), number);
        }

        yield return turn.DialogChoice("form", "cancel", turn.Label("form.cancel"), number);
    }
}
