using Ruhani.Bot.Content;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Knowledge;

/// <summary>
/// Reads <c>localization/{kk,ru}/outside.yaml</c>: the same topics in both languages, and no phrase that an entry has.
/// </summary>
internal static class OutsideLoader
{
    public static IReadOnlyList<OutsideTopic> Load(
        ContentFolder folder, IReadOnlyList<Entry> entries, List<ContentProblem> problems)
    {
        var kazakh = Read(folder, Language.Kazakh, entries, problems);
        var russian = Read(folder, Language.Russian, entries, problems);
        foreach (var (mine, others, language) in new[]
        {
            (kazakh, russian, Language.Russian), (russian, kazakh, Language.Kazakh),
        })
        {
            foreach (var (id, (node, _)) in mine.Where(topic => others.Count > 0 && !others.ContainsKey(topic.Key)))
            {
                node.Report($"'{id}' has no phrases in '{language.Code()}'");
            }
        }

        return
        [
            .. kazakh.Where(topic => russian.ContainsKey(topic.Key))
                .Select(topic => new OutsideTopic(topic.Key, topic.Value.Phrases, russian[topic.Key].Phrases)),
        ];
    }

    private static Dictionary<string, (ContentNode Node, IReadOnlyList<string> Phrases)> Read(
        ContentFolder folder, Language language, IReadOnlyList<Entry> entries, List<ContentProblem> problems)
    {
        var topics = new Dictionary<string, (ContentNode, IReadOnlyList<string>)>(StringComparer.Ordinal);
        if (folder.ReadOne($"localization/{language.Code()}/outside.yaml", problems) is not { } file)
        {
            return topics;
        }

        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var half = entry.In(language);
            foreach (var phrase in half.Aliases.Concat(half.Questions).Append(half.Title))
            {
                taken[KnowledgeLoader.PhraseKey(phrase)] = entry.Id;
            }
        }

        var read = file.Required(file.Fields("topics"), "topics")?.Fields();
        foreach (var (id, node) in read ?? new Dictionary<string, ContentNode>())
        {
            var phrases = node.Texts();
            topics[id] = (node, phrases);
            foreach (var phrase in phrases)
            {
                if (!taken.TryAdd(KnowledgeLoader.PhraseKey(phrase), id))
                {
                    node.Report($"«{phrase}» stands in '{taken[KnowledgeLoader.PhraseKey(phrase)]}' already");
                }
            }
        }

        return topics;
    }
}
