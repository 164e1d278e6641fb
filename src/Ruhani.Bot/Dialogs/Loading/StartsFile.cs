using Ruhani.Bot.Content;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Loading;

/// <summary>Reads <c>starts_on</c>: one thing that starts the dialog, or a list of them.</summary>
internal static class StartsFile
{
    public static IReadOnlyList<DialogStart> Read(
        ContentNode node, string start, IReadOnlyDictionary<string, ContentNode> states, TextCatalog texts) =>
        node.IsMapping
            ? [ReadOne(node, start, states, texts)]
            : [.. node.Items().Select(item => ReadOne(item, start, states, texts))];

    private static DialogStart ReadOne(
        ContentNode node, string start, IReadOnlyDictionary<string, ContentNode> states, TextCatalog texts)
    {
        var fields = node.Fields("command", "phrase", "intent", "first_contact", "letter", "any_text", "number", "at");
        var command = Text(fields, "command")?.TrimStart('/');
        if (command is not null && !DialogLoader.NamePattern().IsMatch(command))
        {
            fields["command"].Report($"the command '/{command}' should be lower-case letters, digits and '_'");
        }

        var phrase = Text(fields, "phrase");
        if (phrase is not null && texts.Phrases(Language.Kazakh, phrase).Count == 0)
        {
            fields["phrase"].Report($"there is no '{phrase}' in localization/kk/phrases.yaml");
        }

        var at = Text(fields, "at") ?? start;
        if (fields.TryGetValue("at", out var atNode) && !states.ContainsKey(at))
        {
            atNode.Report($"there is no state '{at}'");
        }

        return new DialogStart(
            at,
            command,
            phrase,
            Text(fields, "intent"),
            DialogLoader.Flag(fields, "first_contact"),
            DialogLoader.Flag(fields, "letter"),
            DialogLoader.Flag(fields, "any_text"),
            DialogLoader.Flag(fields, "number"));
    }

    private static string? Text(IReadOnlyDictionary<string, ContentNode> fields, string key) =>
        fields.TryGetValue(key, out var node) ? node.Text() : null;
}
