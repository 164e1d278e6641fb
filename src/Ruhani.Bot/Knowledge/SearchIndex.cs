using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Knowledge;

/// <summary>Finds entries by their names, word for word.</summary>
public sealed class SearchIndex : IKnowledgeSearch
{
    private readonly Dictionary<string, (Entry, Language)> _names = new(StringComparer.Ordinal);

    /// <summary>Builds the index.</summary>
    public static SearchIndex Build(KnowledgeBase knowledge)
    {
        var index = new SearchIndex();
        foreach (var entry in knowledge.Entries)
        {
            foreach (var language in Languages.All)
            {
                var text = entry.In(language);
                foreach (var name in text.Aliases.Concat(text.Questions).Append(text.Title))
                {
                    index._names.TryAdd(PhraseBook.Key(name), (entry, language));
                }
            }
        }

        return index;
    }

    /// <inheritdoc/>
    public SearchResult Search(string question, Language? saved) =>
        _names.TryGetValue(PhraseBook.Key(question), out var hit)
            ? new SearchResult(hit.Item2, true, SearchBand.Answer, [new Hit(hit.Item1, 1)])
            : new SearchResult(saved ?? Language.Kazakh, false, SearchBand.Unknown, []);
}
