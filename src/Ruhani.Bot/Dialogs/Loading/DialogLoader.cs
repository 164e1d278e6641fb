using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ruhani.Bot.Content;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Loading;

/// <summary>
/// Reads <c>dialogs/*/*.dialog.yaml</c> and checks each against the texts and the verbs, and all against each other.
/// </summary>
internal static partial class DialogLoader
{
    public static DialogCatalog Load(
        ContentFolder folder, TextCatalog texts, VerbCatalog verbs, List<ContentProblem> problems)
    {
        var read = folder.Read("dialogs", ".dialog.yaml", problems)
            .Select(file => (File: file, Dialog: Read(file, texts, verbs)))
            .Where(pair => pair.Dialog is not null).Select(pair => (pair.File, Dialog: pair.Dialog!)).ToList();
        var dialogs = new List<DialogDefinition>();
        foreach (var (file, dialog) in read)
        {
            if (CrossChecks.IsNew(file, dialog, dialogs))
            {
                dialogs.Add(dialog);
            }
        }

        foreach (var (file, dialog) in read)
        {
            CrossChecks.CheckEntered(file, dialog, dialogs);
        }

        return new DialogCatalog(dialogs);
    }

    /// <summary>12 characters keep a button's token within Telegram's 64 bytes.</summary>
    [GeneratedRegex("^[a-z][a-z0-9_]{0,11}$")]
    internal static partial Regex NamePattern();

    private static DialogDefinition? Read(ContentNode file, TextCatalog texts, VerbCatalog verbs)
    {
        var fields = file.Fields(
            "dialog", "version", "starts_on", "roles", "consent", "steers", "start", "slots", "states");
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

        if (!stateNodes.ContainsKey(start))
        {
            fields["start"].Report($"there is no state '{start}'");
        }

        var slots = fields.TryGetValue("slots", out var slotsNode) ? SlotsFile.Read(slotsNode, name, texts, verbs) : [];
        var states = new StatesFile(name, slots, stateNodes, texts, verbs).Read();
        var dialog = new DialogDefinition
        {
            Name = name,
            Version = version.Value,
            StartsOn = fields.TryGetValue("starts_on", out var on) ? StartsFile.Read(on, start, stateNodes, texts) : [],
            Start = start,
            States = states.ToFrozenDictionary(StringComparer.Ordinal),
            Slots = slots,
            Roles = fields.TryGetValue("roles", out var roles) ? ReadRoles(roles) : [],
            NeedsConsent = Flag(fields, "consent"),
            Steers = Flag(fields, "steers"),
        };
        GraphChecks.Check(dialog, stateNodes);
        return dialog;
    }

    private static List<Role> ReadRoles(ContentNode node)
    {
        var roles = new List<Role>();
        foreach (var item in node.Items())
        {
            if (Enum.TryParse<Role>(item.Text(), ignoreCase: true, out var role) && Enum.IsDefined(role))
            {
                roles.Add(role);
            }
            else
            {
                var known = Enum.GetNames<Role>().Select(one => one.ToLowerInvariant());
                item.Report($"there is no role '{item.Text()}'; known are: {string.Join(", ", known)}");
            }
        }

        return roles;
    }

    internal static bool Flag(IReadOnlyDictionary<string, ContentNode> fields, string key)
    {
        var text = fields.TryGetValue(key, out var node) ? node.Text() : null;
        if (text is not (null or "true" or "false"))
        {
            fields[key].Report("should be true or false");
        }

        return text == "true";
    }
}
