using System.Text.RegularExpressions;
using Ruhani.Bot.Content;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Knowledge;

/// <summary>
/// Reads <c>localization/catalogue.yaml</c> and the entries of both languages, strictly: every id in both, every fact
/// in both, no phrase with two meanings.
/// </summary>
internal static partial class KnowledgeLoader
{
    private const int MaxShort = 600;
    private const int MaxTitle = 90;
    private const int MinPhrases = 8;

    private static readonly Dictionary<string, EntryKind> Kinds = Enum.GetValues<EntryKind>()
        .ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static KnowledgeBase Load(ContentFolder folder, List<ContentProblem> problems)
    {
        var rows = ReadCatalogue(folder, problems);
        var kazakh = ReadTexts(folder, Language.Kazakh, rows, problems, out var isWhole);
        var russian = ReadTexts(folder, Language.Russian, rows, problems, out var isRussianWhole);
        isWhole &= isRussianWhole;
        var entries = new List<Entry>(rows.Count);
        foreach (var row in rows.Values)
        {
            CheckRelated(row, rows);
            if (Find(row, kazakh, Language.Kazakh, isWhole) is { } kk
                && Find(row, russian, Language.Russian, isWhole) is { } ru)
            {
                CheckParity(row, kk, ru);
                entries.Add(new Entry(row.Id, row.Section, row.Kind, row.Related, row.Edition, row.AsOf, kk, ru));
            }
        }

        return new KnowledgeBase(entries, OutsideLoader.Load(folder, entries, problems));
    }

    /// <summary>Under which phrases that differ in case and marks only are the same.</summary>
    internal static string PhraseKey(string phrase) =>
        string.Concat(phrase.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static Dictionary<string, Row> ReadCatalogue(ContentFolder folder, List<ContentProblem> problems)
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        if (folder.ReadOne("localization/catalogue.yaml", problems) is not { } file)
        {
            return rows;
        }

        var fields = file.Fields("edition", "as_of", "entries");
        var edition = file.Required(fields, "edition")?.Text() ?? "";
        var asOf = Month(file.Required(fields, "as_of")) ?? "";
        foreach (var node in file.Required(fields, "entries")?.Items() ?? [])
        {
            var entry = node.Fields("id", "section", "kind", "related", "edition", "as_of");
            if (node.Required(entry, "id")?.Text() is not { } id)
            {
                continue;
            }

            if (!IdPattern().IsMatch(id))
            {
                node.Report($"the id '{id}' should be lower-case words joined by '.' and '-', 44 characters at most");
            }

            if (!Kinds.TryGetValue(node.Required(entry, "kind")?.Text() ?? "", out var kind))
            {
                node.Report($"kind should be one of: {string.Join(", ", Kinds.Keys)}");
            }

            var row = new Row(
                node,
                id,
                node.Required(entry, "section")?.Text() ?? "",
                kind,
                entry.TryGetValue("related", out var related) ? related.Texts() : [],
                entry.TryGetValue("edition", out var own) ? own.Text() ?? edition : edition,
                entry.TryGetValue("as_of", out var month) ? Month(month) ?? asOf : asOf);
            if (!rows.TryAdd(id, row))
            {
                node.Report($"'{id}' stands in the catalogue twice");
            }
        }

        return rows;
    }

    private static Dictionary<string, EntryText> ReadTexts(
        ContentFolder folder,
        Language language,
        Dictionary<string, Row> rows,
        List<ContentProblem> problems,
        out bool isWhole)
    {
        var texts = new Dictionary<string, EntryText>(StringComparer.Ordinal);
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        var before = problems.Count;
        var files = folder.Read($"localization/{language.Code()}/knowledge", ".yaml", problems);
        isWhole = problems.Count == before;
        foreach (var file in files)
        {
            var entries = file.Required(file.Fields("entries"), "entries")?.Fields();
            foreach (var (id, node) in entries ?? new Dictionary<string, ContentNode>())
            {
                if (!rows.ContainsKey(id))
                {
                    node.Report($"'{id}' is not in localization/catalogue.yaml");
                }

                if (ReadText(node) is not { } text)
                {
                    continue;
                }

                if (!texts.TryAdd(id, text))
                {
                    node.Report($"'{id}' is written twice in '{language.Code()}'");
                }

                CheckPhrases(node, id, text, phrases);
            }
        }

        return texts;
    }

    private static EntryText? ReadText(ContentNode node)
    {
        var fields = node.Fields("title", "source", "short", "text", "differs", "outdated", "aliases", "questions");
        var title = node.Required(fields, "title")?.Text()?.Trim();
        var source = node.Required(fields, "source")?.Text()?.Trim();
        var brief = Rich(node.Required(fields, "short"));
        var text = Rich(node.Required(fields, "text"));
        var aliases = node.Required(fields, "aliases")?.Texts();
        var questions = node.Required(fields, "questions")?.Texts();
        if (title is null || source is null || brief is null || text is null || aliases is null || questions is null)
        {
            return null;
        }

        if (title.Length > MaxTitle)
        {
            node.Report($"the title has {title.Length} characters; at most {MaxTitle} fit");
        }

        if (brief.Length > MaxShort)
        {
            fields["short"].Report($"'short' has {brief.Length} characters; at most {MaxShort} fit a card");
        }

        if (aliases.Count + questions.Count < MinPhrases)
        {
            node.Report(
                $"has {aliases.Count + questions.Count} aliases and questions; at least {MinPhrases} are needed");
        }

        return new EntryText(
            title,
            source,
            brief,
            text,
            fields.TryGetValue("differs", out var differs) ? Rich(differs) : null,
            fields.TryGetValue("outdated", out var outdated) ? Rich(outdated) : null,
            aliases,
            questions);
    }

    private static RichText? Rich(ContentNode? node)
    {
        if (node?.Text() is not { } markup)
        {
            return null;
        }

        if (MarkupReader.Fault(markup) is { } fault)
        {
            node.Report(fault);
        }

        return RichText.Parse(markup.Trim());
    }

    private static void CheckPhrases(ContentNode node, string id, EntryText text, Dictionary<string, string> phrases)
    {
        foreach (var phrase in text.Aliases.Concat(text.Questions))
        {
            var key = PhraseKey(phrase);
            if (!phrases.TryAdd(key, id) && phrases[key] != id)
            {
                node.Report($"«{phrase}» stands in '{phrases[key]}' already; one phrase has one meaning");
            }
        }
    }

    // While a file can't be read, what stands in it isn't missing: its one mistake is reported, not all its entries.
    private static EntryText? Find(
        Row row, Dictionary<string, EntryText> texts, Language language, bool isWhole)
    {
        if (texts.TryGetValue(row.Id, out var text))
        {
            return text;
        }

        if (isWhole)
        {
            row.Node.Report($"'{row.Id}' has no text in '{language.Code()}'");
        }

        return null;
    }

    private static void CheckRelated(Row row, Dictionary<string, Row> rows)
    {
        foreach (var id in row.Related.Where(id => id == row.Id || !rows.ContainsKey(id)))
        {
            row.Node.Report($"related '{id}' is not another entry of the catalogue");
        }
    }

    private static void CheckParity(Row row, EntryText kazakh, EntryText russian)
    {
        if ((kazakh.Differs is null) != (russian.Differs is null))
        {
            row.Node.Report($"'{row.Id}' has 'differs' in one language only");
        }

        if ((kazakh.Outdated is null) != (russian.Outdated is null))
        {
            row.Node.Report($"'{row.Id}' has 'outdated' in one language only");
        }
    }

    private static string? Month(ContentNode? node)
    {
        if (node?.Text() is not { } text)
        {
            return null;
        }

        if (MonthPattern().IsMatch(text))
        {
            return text;
        }

        node.Report("should be a month such as \"2019-02\"");
        return null;
    }

    // 44 leaves room for the rest of a button's token within Telegram's 64 bytes.
    [GeneratedRegex("^(?=.{1,44}$)[a-z0-9]+([.-][a-z0-9]+)*$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^20[0-9]{2}-(0[1-9]|1[0-2])$")]
    private static partial Regex MonthPattern();

    private sealed record Row(
        ContentNode Node,
        string Id,
        string Section,
        EntryKind Kind,
        IReadOnlyList<string> Related,
        string Edition,
        string AsOf);
}
