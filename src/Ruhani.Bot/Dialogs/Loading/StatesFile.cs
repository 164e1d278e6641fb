using Ruhani.Bot.Content;
using Ruhani.Bot.Dialogs.Forms;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Loading;

/// <summary>Reads <c>states</c>, each against the texts, the verbs and the slots.</summary>
internal sealed class StatesFile(
    string dialog,
    IReadOnlyList<SlotDefinition> slots,
    IReadOnlyDictionary<string, ContentNode> nodes,
    TextCatalog texts,
    VerbCatalog verbs)
{
    private static readonly string[] Kinds = ["say", "do", "ask", "review", "dialog"];

    public Dictionary<string, DialogState> Read()
    {
        var states = new Dictionary<string, DialogState>(StringComparer.Ordinal);
        foreach (var (name, node) in nodes)
        {
            if (!DialogLoader.NamePattern().IsMatch(name))
            {
                node.Report($"the state '{name}' should be lower-case letters, digits and '_', 12 at most");
            }

            states[name] = ReadState(name, node);
        }

        return states;
    }

    private DialogState ReadState(string name, ContentNode node)
    {
        var fields = node.Fields("say", "do", "ask", "review", "dialog", "fills", "gives", "choices", "ends", "on");
        var kinds = Kinds.Where(fields.ContainsKey).ToList();
        var ends = Text(fields, "ends") is { } outcome ? (outcome == "true" ? FormDesk.Done : outcome) : null;
        if (kinds.Count > 1 || (kinds.Count == 0 && ends is null))
        {
            node.Report("a state has one of 'say', 'do', 'ask', 'review', 'dialog', or only 'ends'");
        }

        var kind = kinds.FirstOrDefault() switch
        {
            "say" => StateKind.Say,
            "do" => StateKind.Do,
            "ask" => StateKind.Ask,
            "review" => StateKind.Review,
            "dialog" => StateKind.Enter,
            _ => StateKind.End,
        };
        var state = new DialogState
        {
            Name = name,
            Kind = kind,
            Text = kind is StateKind.Say or StateKind.Ask or StateKind.Review
                ? Qualify(Text(fields, kinds[0]))
                : null,
            Verb = Text(fields, "do"),
            Slot = Text(fields, "fills"),
            Dialog = Text(fields, "dialog"),
            Gives = fields.TryGetValue("gives", out var gives)
                ? [.. gives.Fields().Select(pair => (pair.Key, pair.Value.Text() ?? ""))]
                : [],
            Choices = fields.TryGetValue("choices", out var choices) ? choices.Texts() : [],
            Ends = ends,
            Edges = fields.TryGetValue("on", out var on) ? new EdgesFile(slots, nodes).Read(on) : [],
        };
        Check(state, node, fields);
        return state;
    }

    private void Check(DialogState state, ContentNode node, IReadOnlyDictionary<string, ContentNode> fields)
    {
        if (state.Text is { } key)
        {
            CheckText(state, key, node);
        }

        if (state.Choices.Count > 0 && state.Kind != StateKind.Say)
        {
            node.Report("only a 'say' has 'choices'");
        }

        if (state.Ends is not null && (state.Kind is not (StateKind.Say or StateKind.End) || state.Edges.Count > 0))
        {
            node.Report("only a 'say', or a state of nothing else, 'ends'; it has no 'on'");
        }

        switch (state.Kind)
        {
            case StateKind.Say:
                CheckSay(state, node);
                break;
            case StateKind.Do:
                CheckDo(state, fields["do"]);
                break;
            case StateKind.Ask:
                CheckAsk(state, node);
                break;
            case StateKind.Review:
                CheckLabels(state.Triggers, node);
                if (state.Edges.Count == 0)
                {
                    node.Report("a review needs an edge in 'on' that leads on");
                }

                break;
            case StateKind.Enter:
                foreach (var (_, ours) in state.Gives.Where(pair => slots.All(slot => slot.Name != pair.Ours)))
                {
                    node.Report($"there is no slot '{ours}'");
                }

                break;
        }
    }

    private void CheckText(DialogState state, string key, ContentNode node)
    {
        if (!texts.Has(key))
        {
            node.Report($"there is no text '{key}'");
            return;
        }

        string[] known = state.Kind == StateKind.Review ? ["answers", FormQuestions.Subject]
            : slots.Count == 0 ? []
            : [.. slots.Select(slot => slot.Name), FormQuestions.Subject];
        foreach (var unknown in texts.Placeholders(key).Except(known))
        {
            node.Report(known.Length == 0
                ? $"'{key}' has placeholders; a 'say' text has none"
                : $"'{key}' has the placeholder {{{unknown}}}; it may have: {string.Join(", ", known)}");
        }
    }

    private void CheckSay(DialogState state, ContentNode node)
    {
        CheckLabels(state.Choices, node);
        var isPlain = state.Choices.Count == 0;
        var allowed = isPlain ? [DialogMachine.NextTrigger] : state.Choices;
        var triggers = state.Triggers.ToHashSet(StringComparer.Ordinal);
        if (isPlain ? triggers.Except(allowed).Any() : !triggers.SetEquals(allowed))
        {
            node.Report("each choice needs an edge in 'on', and each edge a choice");
        }

        if (isPlain && slots.Count > 0 && triggers.Count == 0 && state.Ends is null)
        {
            node.Report("a dead end: the form would never come to its end; add 'ends: true', choices, or 'on: next'");
        }
    }

    private void CheckLabels(IEnumerable<string> triggers, ContentNode node)
    {
        foreach (var trigger in triggers.Where(trigger => !texts.Has($"{dialog}.{trigger}")))
        {
            node.Report($"there is no text '{dialog}.{trigger}' to label the choice '{trigger}'");
        }
    }

    private void CheckDo(DialogState state, ContentNode node)
    {
        if (verbs.Find(state.Verb!) is not { } verb)
        {
            node.Report($"there is no verb '{state.Verb}'; known are: {string.Join(", ", verbs.Names)}");
            return;
        }

        foreach (var outcome in verb.Outcomes.Where(outcome => !state.Has(outcome)))
        {
            node.Report($"the outcome '{outcome}' of '{state.Verb}' has no edge in 'on'");
        }

        foreach (var trigger in state.Triggers.Where(trigger => !verb.Outcomes.Contains(trigger)))
        {
            node.Report($"'{state.Verb}' has no outcome '{trigger}'; it has: {string.Join(", ", verb.Outcomes)}");
        }
    }

    private void CheckAsk(DialogState state, ContentNode node)
    {
        if (slots.FirstOrDefault(slot => slot.Name == state.Slot) is not { } slot)
        {
            node.Report($"'fills' should name a slot; there are: {string.Join(", ", slots.Select(one => one.Name))}");
            return;
        }

        var words = slot.Type switch
        {
            SlotType.YesNo => ["yes", "no"],
            SlotType.Choice => slot.Options,
            _ => (IReadOnlyList<string>)[],
        };
        string[] skipped = slot.IsOptional && slot.Default is null ? ["skipped"] : [];
        foreach (var trigger in state.Triggers.Where(
            trigger => trigger != "filled" && !words.Contains(trigger) && !skipped.Contains(trigger)))
        {
            node.Report($"an answer to '{slot.Name}' never fires '{trigger}'; it fires: " +
                string.Join(", ", words.Concat(skipped).Append("filled")));
        }

        if (!state.Has("filled") && (words.Count == 0 || words.Concat(skipped).Any(word => !state.Has(word))))
        {
            node.Report("an answer may lead nowhere: add an edge for 'filled' in 'on'");
        }
    }

    private string? Qualify(string? key) =>
        key is null || key.Contains('.', StringComparison.Ordinal) ? key : $"{dialog}.{key}";

    private static string? Text(IReadOnlyDictionary<string, ContentNode> fields, string key) =>
        fields.TryGetValue(key, out var node) ? node.Text() : null;
}
