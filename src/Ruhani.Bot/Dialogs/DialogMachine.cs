using Ruhani.Bot.Turns;
using Stateless;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// Hop 5: fires a trigger in a dialog's state and lets the states it leads through speak and act, until one waits for
/// the
/// person. The machine is built anew for each turn from the immutable definition; the state is kept outside it.
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
        var machine = Build(dialog, state);
        if (!machine.CanFire(trigger))
        {
            return false;
        }

        for (var step = 0; step < MaxSteps; step++)
        {
            machine.Fire(trigger);
            turn.Enter(dialog, machine.State);
            var current = dialog.States[machine.State];
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
                machine = Build(dialog, "");
                (trigger, argument) = (StartTrigger, nextArgument);
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

    private static StateMachine<string, string> Build(DialogDefinition dialog, string state)
    {
        var machine = new StateMachine<string, string>(state);
        machine.Configure("").Permit(StartTrigger, dialog.Start);
        foreach (var definition in dialog.States.Values)
        {
            var configuration = machine.Configure(definition.Name);
            foreach (var (trigger, target) in definition.On)
            {
                if (target == definition.Name)
                {
                    configuration.PermitReentry(trigger);
                }
                else
                {
                    configuration.Permit(trigger, target);
                }
            }
        }

        return machine;
    }
}
