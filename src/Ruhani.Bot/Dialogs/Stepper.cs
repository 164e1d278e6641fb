using Ruhani.Bot.Dialogs.Slots;
using Stateless;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// The Stateless machine of one dialog for one turn: built from the immutable definition, the state kept outside, each
/// state configured when it is first met (a turn passes through a few of them).
/// </summary>
internal sealed class Stepper
{
    private readonly DialogDefinition _dialog;
    private readonly Func<Answers> _answers;
    private readonly StateMachine<string, string> _machine;
    private readonly HashSet<string> _configured = new(StringComparer.Ordinal);

    public Stepper(DialogDefinition dialog, string state, Func<Answers> answers)
    {
        _dialog = dialog;
        _answers = answers;
        State = state;
        _machine = new StateMachine<string, string>(() => State, next => State = next);
    }

    /// <summary>The dialog's name.</summary>
    public string Dialog => _dialog.Name;

    /// <summary>Where it stands; empty before the first state.</summary>
    public string State { get; private set; }

    /// <summary>Fires a trigger.</summary>
    /// <returns>False when it leads nowhere from here.</returns>
    public bool TryFire(string trigger)
    {
        if (_configured.Add(State))
        {
            Configure(State);
        }

        if (!_machine.CanFire(trigger))
        {
            return false;
        }

        _machine.Fire(trigger);
        return true;
    }

    private void Configure(string state)
    {
        var configuration = _machine.Configure(state);
        if (state.Length == 0)
        {
            foreach (var (trigger, target) in Entrances())
            {
                configuration.Permit(trigger, target);
            }

            return;
        }

        var edges = _dialog.States[state].Edges;
        foreach (var edge in edges)
        {
            if (edge.Target == state)
            {
                configuration.PermitReentryIf(edge.Trigger, () => IsOpen(edge, edges));
            }
            else
            {
                configuration.PermitIf(edge.Trigger, edge.Target, () => IsOpen(edge, edges));
            }
        }
    }

    // Another way in is named by its state.
    private IEnumerable<(string Trigger, string Target)> Entrances() => _dialog.StartsOn
        .Select(start => start.At).Where(at => at != DialogMachine.StartTrigger).Distinct(StringComparer.Ordinal)
        .Select(at => (at, at)).Prepend((DialogMachine.StartTrigger, _dialog.Start));

    private bool IsOpen(DialogEdge edge, IReadOnlyList<DialogEdge> edges) => edge.IsElse
        ? !edges.Any(other => other != edge && other.Trigger == edge.Trigger && other.When?.Holds(_answers()) == true)
        : edge.When?.Holds(_answers()) ?? true;
}
