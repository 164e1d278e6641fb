using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Knowledge.Search;

/// <summary>The words of all texts of the knowledge, before anything is indexed: what the readers of messages learn from.</summary>
internal sealed class KnowledgeWords
{
    private readonly Dictionary<string, (int Kazakh, int Russian)> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Word, Tongue Tongue), int> _words = [];

    /// <summary>All skeletons, the frequent ones a few times.</summary>
    public IEnumerable<string> Keys =>
        _counts.SelectMany(word => Enumerable.Repeat(word.Key, Math.Min(3, word.Value.Kazakh + word.Value.Russian)));

    /// <summary>Words that tell the languages apart.</summary>
    public IEnumerable<(string Word, Tongue Tongue)> Evidence =>
        _words.Where(word => !IsShared(Skeleton.Of(word.Key.Word))).Select(word => word.Key);

    public static KnowledgeWords Of(KnowledgeBase knowledge)
    {
        var words = new KnowledgeWords();
        foreach (var entry in knowledge.Entries)
        {
            words.Add(entry.Kazakh, Tongue.Kazakh);
            words.Add(entry.Russian, Tongue.Russian);
        }

        return words;
    }

    public bool Has(string key) => _counts.ContainsKey(key);

    /// <summary>Whether both languages use the word alike: it is no evidence for either.</summary>
    public bool IsShared(string key) =>
        _counts.TryGetValue(key, out var counts) && counts.Kazakh > 0 && counts.Russian > 0
        && Math.Min(counts.Kazakh, counts.Russian) * 6 >= Math.Max(counts.Kazakh, counts.Russian);

    private void Add(EntryText half, Tongue tongue)
    {
        Add(half.Title, tongue);
        foreach (var phrase in half.Aliases.Concat(half.Questions))
        {
            Add(phrase, tongue);
        }

        foreach (var text in (RichText?[])[half.Brief, half.Text, half.Differs, half.Outdated])
        {
            if (text is not null)
            {
                Add(text.ToString(), tongue);
            }
        }
    }

    /// <summary>The words of a text, well spelt as it is, with their skeletons.</summary>
    public static IEnumerable<(string Word, string Key)> Split(RichText? text) =>
        text is null ? [] : Split(text.ToString());

    private static IEnumerable<(string Word, string Key)> Split(string text)
    {
        var clean = TextCleaner.Clean(text);
        var start = 0;
        for (var i = 0; i <= clean.Length; i++)
        {
            if (i < clean.Length && char.IsLetterOrDigit(clean[i]))
            {
                continue;
            }

            if (i > start)
            {
                var word = clean[start..i];
                word = word[0] is >= 'a' and <= 'z' ? LatinReader.Read(word)[0] : TextCleaner.RepairLookAlikes(word);
                var key = Skeleton.Of(word);
                if (key.Length > 0)
                {
                    yield return (word, key);
                }
            }

            start = i + 1;
        }
    }

    private void Add(string text, Tongue tongue)
    {
        foreach (var (word, key) in Split(text))
        {
            if (char.IsDigit(key[0]))
            {
                continue;
            }

            var counts = _counts.GetValueOrDefault(key);
            _counts[key] = tongue == Tongue.Kazakh
                ? (counts.Kazakh + 1, counts.Russian)
                : (counts.Kazakh, counts.Russian + 1);
            _words[(word, tongue)] = _words.GetValueOrDefault((word, tongue)) + 1;
        }
    }
}
