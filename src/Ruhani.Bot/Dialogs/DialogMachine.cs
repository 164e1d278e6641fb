using Ruhani.Bot.Turns;
using Stateless;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// Hop 5: fires a trigger in a dialog's state and lets the states it leads through speak and act, until one waits for
/// the person. The machine is built anew for each step from the immutable definition; the state is kept outside it.
/// </summary>
public sealed class DialogMachine(VerbCatalog verbs)
{
    /// <summary>The trigger that leads into a dialog's first state.</summary>
    public const string StartTrigger = "start";

    // A dialog that goes round more often than this without waiting for anybody is broken.
    private const int MaxSteps = 16;

    /// <summary>Runs a dialog from a state.</summary>
    /// <returns>False when the state has no such trigger (an outdated button).</returns>
    public bool Run(Turn turn, DialogDefinition dialog, string state, string trigger, string argument)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            var machine = Build(dialog, state);
            if (step == 0 && !machine.CanFire(trigger))
            {
                return false;
            }

            machine.Fire(trigger);
            state = machine.State;
            turn.Enter(dialog, state);
            var current = dialog.States[state];
            if (current.Do is not { } verbName)
            {
                turn.Say(current.Say!, choices: [.. current.Choices.Select(choice => turn.Choice(
                    choice, argument, turn.Label($"{dialog.Name}.{choice}")))]);
                return true;
            }

            var result = verbs.Find(verbName)!.Run(turn, argument);
            if (turn.NextDialog is var (next, nextArgument))
            {
                dialog = turn.Content.Dialogs.TryGet(next, out var definition)
                    ? definition
                    : throw new InvalidOperationException($"There is no dialog '{next}'.");
                (state, trigger, argument) = ("", StartTrigger, nextArgument);
                continue;
            }

            if (result.Trigger is null)
            {
                return true;
            }

            (trigger, argument) = (result.Trigger, result.Argument);
        }

        throw new InvalidOperationException($"The dialog '{dialog.Name}' does not come to rest.");
    }

    // A machine a step, with the edges of one state: a turn passes through two or three of a dialog's states.
    private static StateMachine<string, string> Build(DialogDefinition dialog, string state)
    {
        var machine = new StateMachine<string, string>(state);
        Configure(machine, dialog, state);
        return machine;
    }

    private static void Configure(StateMachine<string, string> machine, DialogDefinition dialog, string state)
    {
        if (state.Length == 0)
        {
            machine.Configure("").Permit(StartTrigger, dialog.Start);
            return;
        }

        var configuration = machine.Configure(state);
        foreach (var (trigger, target) in dialog.States[state].On)
        {
            if (target == state)
            {
                configuration.PermitReentry(trigger);
            }
            else
            {
                configuration.Permit(trigger, target);
            }
        }
    }
}
