using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ruhani.Bot.Content;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// Reads <c>dialogs/*/*.dialog.yaml</c> and checks each against the texts and the verbs: nothing unknown, nothing
/// unreachable, no outcome without an edge.
/// </summary>
internal static partial class DialogLoader
{
    public static DialogCatalog Load(
        ContentFolder folder, TextCatalog texts, VerbCatalog verbs, List<ContentProblem> problems)
    {
        var dialogs = new List<DialogDefinition>();
        foreach (var file in folder.Read("dialogs", ".dialog.yaml", problems))
        {
            if (Read(file, texts, verbs) is { } dialog && IsNew(file, dialog, dialogs))
            {
                dialogs.Add(dialog);
            }
        }

        return new DialogCatalog(dialogs);
    }

    private static DialogDefinition? Read(ContentNode file, TextCatalog texts, VerbCatalog verbs)
    {
        var fields = file.Fields("dialog", "version", "starts_on", "start", "states");
        var name = file.Required(fields, "dialog")?.Text();
        var version = file.Required(fields, "version")?.Number(1, 999);
        var start = file.Required(fields, "start")?.Text();
        var stateNodes = file.Required(fields, "states")?.Fields();
        if (name is null || version is null || start is null || stateNodes is null)
        {
            return null;
        }

        if (!NamePattern().IsMatch(name) || file.File != $"dialogs/{name}/{name}.dialog.yaml")
        {
            fields["dialog"].Report($"a dialog named '{name}' belongs in dialogs/{name}/{name}.dialog.yaml");
        }

        var states = new Dictionary<string, DialogState>(StringComparer.Ordinal);
        foreach (var (stateName, node) in stateNodes)
        {
            if (!NamePattern().IsMatch(stateName))
            {
                node.Report($"the state '{stateName}' should be lower-case letters, digits and '_', 12 at most");
            }

            states[stateName] = ReadState(node, name, stateName, stateNodes, texts, verbs);
        }

        if (!states.ContainsKey(start))
        {
            fields["start"].Report($"there is no state '{start}'");
        }

        CheckReachable(start, states, stateNodes);
        var startsOn = fields.TryGetValue("starts_on", out var on) ? ReadStart(on, texts) : null;
        return new DialogDefinition(
            name,
            version.Value,
            startsOn ?? new DialogStart(null, null, null, FirstContact: false, Letter: false, AnyText: false),
            start,
            states.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static DialogState ReadState(
        ContentNode node,
        string dialog,
        string name,
        IReadOnlyDictionary<string, ContentNode> states,
        TextCatalog texts,
        VerbCatalog verbs)
    {
        var fields = node.Fields("say", "do", "choices", "on");
        var say = fields.TryGetValue("say", out var sayNode) ? Qualify(dialog, sayNode.Text()) : null;
        var verbName = fields.TryGetValue("do", out var doNode) ? doNode.Text() : null;
        var choices = fields.TryGetValue("choices", out var choiceNode) ? choiceNode.Texts() : [];
        var edges = new Dictionary<string, string>(StringComparer.Ordinal);
        if (fields.TryGetValue("on", out var on))
        {
            foreach (var (trigger, target) in on.Fields())
            {
                edges[trigger] = target.Text() ?? "";
                if (!NamePattern().IsMatch(trigger))
                {
                    target.Report($"the trigger '{trigger}' should be lower-case letters, digits and '_', 12 at most");
                }

                if (!states.ContainsKey(edges[trigger]))
                {
                    target.Report($"there is no state '{edges[trigger]}'");
                }
            }
        }

        if ((say is null) == (verbName is null))
        {
            node.Report("a state has either 'say' or 'do'");
        }

        if (say is not null)
        {
            CheckSay(sayNode!, dialog, say, choices, edges, texts);
        }

        if (verbName is not null)
        {
            CheckDo(doNode!, verbName, edges, verbs);
        }

        return new DialogState(name, say, verbName, choices, edges.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static void CheckSay(
        ContentNode node,
        string dialog,
        string key,
        IReadOnlyList<string> choices,
        Dictionary<string, string> edges,
        TextCatalog texts)
    {
        if (!texts.Has(key))
        {
            node.Report($"there is no text '{key}'");
        }
        else if (texts.Placeholders(key).Count > 0)
        {
            node.Report($"'{key}' has placeholders; a 'say' text has none");
        }

        foreach (var choice in choices.Where(choice => !texts.Has(Qualify(dialog, choice)!)))
        {
            node.Report($"there is no text '{Qualify(dialog, choice)}' to label the choice '{choice}'");
        }

        if (!edges.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(choices))
        {
            node.Report("each choice needs an edge in 'on', and each edge a choice");
        }
    }

    private static void CheckDo(ContentNode node, string name, Dictionary<string, string> edges, VerbCatalog verbs)
    {
        if (verbs.Find(name) is not { } verb)
        {
            node.Report($"there is no verb '{name}'; known are: {string.Join(", ", verbs.Names)}");
            return;
        }

        foreach (var outcome in verb.Outcomes.Where(outcome => !edges.ContainsKey(outcome)))
        {
            node.Report($"the outcome '{outcome}' of '{name}' has no edge in 'on'");
        }

        foreach (var trigger in edges.Keys.Where(trigger => !verb.Outcomes.Contains(trigger)))
        {
            node.Report($"'{name}' has no outcome '{trigger}'; it has: {string.Join(", ", verb.Outcomes)}");
        }
    }

    private static void CheckReachable(
        string start, Dictionary<string, DialogState> states, IReadOnlyDictionary<string, ContentNode> nodes)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var name))
        {
            if (reached.Add(name) && states.TryGetValue(name, out var state))
            {
                foreach (var target in state.On.Values)
                {
                    open.Enqueue(target);
                }
            }
        }

        foreach (var name in states.Keys.Where(name => !reached.Contains(name)))
        {
            nodes[name].Report($"the state '{name}' can't be reached");
        }
    }

    private static DialogStart ReadStart(ContentNode node, TextCatalog texts)
    {
        var fields = node.Fields("command", "phrase", "intent", "first_contact", "letter", "any_text");
        var command = Text(fields, "command")?.TrimStart('/');
        if (command is not null && !NamePattern().IsMatch(command))
        {
            fields["command"].Report($"the command '/{command}' should be lower-case letters, digits and '_'");
        }

        var phrase = Text(fields, "phrase");
        if (phrase is not null && texts.Phrases(Language.Kazakh, phrase).Count == 0)
        {
            fields["phrase"].Report($"there is no '{phrase}' in localization/kk/phrases.yaml");
        }

        return new DialogStart(
            command,
            phrase,
            Text(fields, "intent"),
            Flag(fields, "first_contact"),
            Flag(fields, "letter"),
            Flag(fields, "any_text"));
    }

    private static bool IsNew(ContentNode file, DialogDefinition dialog, List<DialogDefinition> others)
    {
        foreach (var other in others)
        {
            if (other.Name == dialog.Name)
            {
                file.Report($"a dialog named '{dialog.Name}' stands in {other.Name}.dialog.yaml already");
                return false;
            }

            if (other.StartsOn.Command is { } command && command == dialog.StartsOn.Command)
            {
                file.Report($"/{command} starts '{other.Name}' already");
                return false;
            }

            if ((other.StartsOn.AnyText && dialog.StartsOn.AnyText)
                || (other.StartsOn.Letter && dialog.StartsOn.Letter)
                || (other.StartsOn.FirstContact && dialog.StartsOn.FirstContact)
                || (other.StartsOn.Intent is { } intent && intent == dialog.StartsOn.Intent))
            {
                file.Report($"'{other.Name}' starts on the same already");
                return false;
            }
        }

        return true;
    }

    private static string? Text(IReadOnlyDictionary<string, ContentNode> fields, string key) =>
        fields.TryGetValue(key, out var node) ? node.Text() : null;

    private static bool Flag(IReadOnlyDictionary<string, ContentNode> fields, string key)
    {
        var text = Text(fields, key);
        if (text is not (null or "true" or "false"))
        {
            fields[key].Report("should be true or false");
        }

        return text == "true";
    }

    private static string? Qualify(string dialog, string? key) =>
        key is null || key.Contains('.', StringComparison.Ordinal) ? key : $"{dialog}.{key}";

    // 12 keeps a button's token within Telegram's 64 bytes.
    [GeneratedRegex("^[a-z][a-z0-9_]{0,11}$")]
    private static partial Regex NamePattern();
}
