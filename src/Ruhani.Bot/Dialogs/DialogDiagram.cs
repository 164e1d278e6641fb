using System.Text;

namespace Ruhani.Bot.Dialogs;

/// <summary>Draws dialogs as Mermaid state diagrams (mermaid.js.org, <c>stateDiagram-v2</c>).</summary>
public static class DialogDiagram
{
    /// <summary>One dialog.</summary>
    public static string Of(DialogDefinition dialog)
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var at in dialog.StartsOn.Select(start => start.At).Prepend(dialog.Start)
            .Distinct(StringComparer.Ordinal))
        {
            text.Append("  [*] --> ").Append(Id(at)).Append('\n');
        }

        foreach (var state in dialog.States.Values.OrderBy(state => state.Name, StringComparer.Ordinal))
        {
            text.Append("  ").Append(Id(state.Name)).Append(": ").Append(Label(state)).Append('\n');
            foreach (var edge in state.Edges)
            {
                text.Append("  ").Append(Id(state.Name)).Append(" --> ").Append(Id(edge.Target)).Append(": ")
                    .Append(edge.Trigger).Append(Guard(edge)).Append('\n');
            }

            if (state.Ends is { } outcome)
            {
                text.Append("  ").Append(Id(state.Name)).Append(" --> [*]: ").Append(outcome).Append('\n');
            }
        }

        return text.ToString();
    }

    // «end», «state» and the like are Mermaid's own words.
    private static string Id(string state) => "s_" + state;

    private static string Label(DialogState state) => state.Name + " (" + state.Kind switch
    {
        StateKind.Ask => $"ask {state.Slot}",
        StateKind.Do => $"do {state.Verb}",
        StateKind.Enter => $"dialog {state.Dialog}",
        StateKind.Review => "review",
        StateKind.Say => "say",
        _ => "end",
    } + ")";

    private static string Guard(DialogEdge edge) => edge switch
    {
        { IsElse: true } => " [else]",
        { When: { } when } => " [" + string.Join(" and ", when.Slots.Select(
            pair => $"{pair.Key} = {string.Join(" or ", pair.Value)}")) + "]",
        _ => "",
    };
}
