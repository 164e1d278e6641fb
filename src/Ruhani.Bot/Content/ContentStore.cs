using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Loading;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Content;

/// <summary>
/// Holds the content in force. A reload takes effect as a whole or, when anything in it is wrong, not at all: the
/// content in force stays and the problems are returned.
/// </summary>
public sealed class ContentStore(ContentFolder folder, VerbCatalog verbs) : ICommandCatalog
{
    private volatile ContentSnapshot? _current;

    /// <summary>The content in force. Before the first good load there is none, which is a bug and throws.</summary>
    public ContentSnapshot Current =>
        _current ?? throw new InvalidOperationException("The content has not been loaded.");

    /// <summary>The folder it is read from.</summary>
    public ContentFolder Folder => folder;

    /// <summary>Reads everything and takes it over if there is no problem.</summary>
    public IReadOnlyList<ContentProblem> Load()
    {
        var problems = new List<ContentProblem>();
        var texts = TextLoader.Load(folder, problems, out var places);
        var knowledge = KnowledgeLoader.Load(folder, problems);
        var dialogs = DialogLoader.Load(folder, texts, verbs, problems);
        var calendar = CalendarLoader.Load(folder, problems);
        ContentRules.Check(texts, places, knowledge, dialogs, problems);
        if (problems.Count == 0)
        {
            _current = new ContentSnapshot(
                texts, knowledge, SearchIndex.Build(knowledge), dialogs, new PhraseBook(dialogs, texts), calendar!);
        }

        return problems;
    }

    /// <inheritdoc/>
    public IReadOnlyList<CommandText> Commands(
        Language language, Script script = Script.Cyrillic, IReadOnlyCollection<Role>? roles = null)
    {
        var commands = Current.Dialogs.Commands(Current.Texts, language, roles ?? [Role.Citizen]);
        return language == Language.Kazakh && script == Script.Latin
            ? [.. commands.Select(command => command with { Description = LatinText.Write(command.Description) })]
            : commands;
    }
}
