using Ruhani.Bot.Content;
using Ruhani.Bot.Dialogs.Slots;

namespace Ruhani.Bot.Dialogs.Loading;

/// <summary>
/// Reads <c>on</c>: a trigger leads to a state, or to one of several by what was answered. No two conditions of a
/// trigger may hold at once, and one of them always does.
/// </summary>
internal sealed class EdgesFile(IReadOnlyList<SlotDefinition> slots, IReadOnlyDictionary<string, ContentNode> states)
{
    public IReadOnlyList<DialogEdge> Read(ContentNode on)
    {
        var edges = new List<DialogEdge>();
        foreach (var (trigger, node) in on.Fields())
        {
            if (!DialogLoader.NamePattern().IsMatch(trigger))
            {
                node.Report($"the trigger '{trigger}' should be lower-case letters, digits and '_', 12 at most");
            }

            if (node.IsText)
            {
                edges.Add(new DialogEdge(trigger, Target(node)));
            }
            else
            {
                edges.AddRange(ReadBranches(trigger, node));
            }
        }

        return edges;
    }

    private List<DialogEdge> ReadBranches(string trigger, ContentNode node)
    {
        var edges = new List<DialogEdge>();
        foreach (var item in node.Items())
        {
            var fields = item.Fields("when", "to", "else");
            if (fields.TryGetValue("else", out var otherwise))
            {
                edges.Add(new DialogEdge(trigger, Target(otherwise), IsElse: true));
                continue;
            }

            var to = item.Required(fields, "to");
            var when = item.Required(fields, "when");
            if (to is null || when is null)
            {
                continue;
            }

            var condition = ReadCondition(when);
            if (edges.FirstOrDefault(edge => edge.When?.Overlaps(condition) == true) is { } other)
            {
                item.Report($"this and the way to '{other.Target}' may both be open at once");
            }

            edges.Add(new DialogEdge(trigger, Target(to), condition));
        }

        if (edges.Count(edge => edge.IsElse) != 1)
        {
            node.Report($"the ways of '{trigger}' need one 'else', for when no condition holds");
        }

        return edges;
    }

    private Condition ReadCondition(ContentNode node)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Fields())
        {
            var words = value.Texts();
            values[name] = words;
            if (slots.FirstOrDefault(slot => slot.Name == name) is not { } slot)
            {
                value.Report($"there is no slot '{name}'");
                continue;
            }

            var known = Words(slot);
            foreach (var word in words.Where(word => !known.Contains(word)))
            {
                value.Report($"'{name}' is never '{word}'; it is: {string.Join(", ", known)}");
            }
        }

        return new Condition(values);
    }

    private static IReadOnlyList<string> Words(SlotDefinition slot) => slot.Type switch
    {
        SlotType.Choice when slot.Options.Count > 0 && !slot.IsOptional => slot.Options,
        SlotType.Choice when slot.Options.Count > 0 => [.. slot.Options, Condition.Skipped],
        SlotType.YesNo when !slot.IsOptional => ["yes", "no"],
        SlotType.YesNo => ["yes", "no", Condition.Skipped],
        _ => [Condition.Given, Condition.Skipped],
    };

    private string Target(ContentNode node)
    {
        var target = node.Text() ?? "";
        if (!states.ContainsKey(target))
        {
            node.Report($"there is no state '{target}'");
        }

        return target;
    }
}
