using Ruhani.Bot.Content;
using Ruhani.Bot.Dialogs.Forms;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Loading;

/// <summary>Checks a dialog as a graph: every state can be reached, every form can end, every button fits.</summary>
internal static class GraphChecks
{
    private const int MaxToken = 64;

    public static void Check(DialogDefinition dialog, IReadOnlyDictionary<string, ContentNode> nodes)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(dialog.StartsOn.Select(start => start.At).Prepend(dialog.Start));
        while (open.TryDequeue(out var name))
        {
            if (reached.Add(name) && dialog.States.TryGetValue(name, out var state))
            {
                foreach (var edge in state.Edges)
                {
                    open.Enqueue(edge.Target);
                }
            }
        }

        foreach (var name in dialog.States.Keys.Where(name => !reached.Contains(name)))
        {
            nodes[name].Report($"the state '{name}' can't be reached");
        }

        if (dialog.IsForm)
        {
            CheckEnds(dialog, nodes);
            CheckTokens(dialog, nodes);
        }
    }

    // From every state some way leads to an end; verbs may end a form by leading into another dialog.
    private static void CheckEnds(DialogDefinition dialog, IReadOnlyDictionary<string, ContentNode> nodes)
    {
        var ending = dialog.States.Values
            .Where(state => state.Ends is not null || (state.Kind == StateKind.Do && state.Edges.Count == 0))
            .Select(state => state.Name).ToHashSet(StringComparer.Ordinal);
        while (dialog.States.Values.Where(state => !ending.Contains(state.Name)
            && state.Edges.Any(edge => ending.Contains(edge.Target))).ToList() is { Count: > 0 } more)
        {
            ending.UnionWith(more.Select(state => state.Name));
        }

        foreach (var state in dialog.States.Values.Where(state => !ending.Contains(state.Name)))
        {
            nodes[state.Name].Report($"no way leads from '{state.Name}' to an end of the form");
        }
    }

    private static void CheckTokens(DialogDefinition dialog, IReadOnlyDictionary<string, ContentNode> nodes)
    {
        foreach (var state in dialog.States.Values)
        {
            var slot = state.Slot is null ? null : dialog.Slot(state.Slot);
            var about = slot?.Options.MaxBy(option => option.Length) ?? "";
            var longest = state.Kind == StateKind.Ask
                ? FormQuestions.PickTrigger
                : state.Triggers.MaxBy(trigger => trigger.Length) ?? "";
            var length = ButtonSigner.WireLength(new ButtonToken(
                dialog.Name, dialog.Version, state.Name, longest, FormToken.Write(FormToken.LongestNumber, about)));
            if (length > MaxToken)
            {
                nodes[state.Name].Report(
                    $"a button of '{state.Name}' needs {length} bytes; at most {MaxToken} fit: shorten a name");
            }
        }
    }
}
