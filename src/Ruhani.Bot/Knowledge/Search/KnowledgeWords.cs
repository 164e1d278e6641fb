using System.Runtime.InteropServices;
using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// All the words of the knowledge, before anything is indexed: what the readers of messages learn from. Content is well
/// spelt, so that its words are taken as they stand.
/// </summary>
internal sealed class KnowledgeWords
{
    private readonly Dictionary<string, KnowledgeWord> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Kazakh, int Russian)> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string Word, Tongue Tongue)> _forms = [];
    private readonly List<KnowledgePhrase> _phrases = [];
    private readonly List<(int Entry, KnowledgeWord Word, Tongue Tongue)> _texts = [];

    /// <summary>All skeletons, the frequent ones a few times.</summary>
    public IEnumerable<string> Keys =>
        _counts.SelectMany(word => Enumerable.Repeat(word.Key, Math.Min(3, word.Value.Kazakh + word.Value.Russian)));

    /// <summary>Words that tell the languages apart.</summary>
    public IEnumerable<(string Word, Tongue Tongue)> Evidence =>
        _forms.Where(form => !IsShared(Skeleton.Of(form.Word)));

    /// <summary>Titles, aliases and questions.</summary>
    public IReadOnlyList<KnowledgePhrase> Phrases => _phrases;

    /// <summary>Every word of every answer.</summary>
    public IReadOnlyList<(int Entry, KnowledgeWord Word, Tongue Tongue)> Texts => _texts;

    public static KnowledgeWords Of(KnowledgeBase knowledge)
    {
        var words = new KnowledgeWords();
        for (var i = 0; i < knowledge.Entries.Count; i++)
        {
            words.Add(i, knowledge.Entries[i].Kazakh, Tongue.Kazakh);
            words.Add(i, knowledge.Entries[i].Russian, Tongue.Russian);
        }

        for (var i = 0; i < knowledge.Outside.Count; i++)
        {
            words.Add(knowledge.Entries.Count + i, knowledge.Outside[i].Kazakh, Tongue.Kazakh);
            words.Add(knowledge.Entries.Count + i, knowledge.Outside[i].Russian, Tongue.Russian);
        }

        return words;
    }

    public bool Has(string key) => _counts.ContainsKey(key);

    /// <summary>Whether both languages use the word alike: it is no evidence for either.</summary>
    public bool IsShared(string key) =>
        _counts.TryGetValue(key, out var counts) && counts.Kazakh > 0 && counts.Russian > 0
        && Math.Min(counts.Kazakh, counts.Russian) * 6 >= Math.Max(counts.Kazakh, counts.Russian);

    private void Add(int entry, EntryText half, Tongue tongue)
    {
        AddPhrase(entry, half.Title, tongue, isQuestion: false);
        foreach (var alias in half.Aliases)
        {
            AddPhrase(entry, alias, tongue, isQuestion: false);
        }

        foreach (var question in half.Questions)
        {
            AddPhrase(entry, question, tongue, isQuestion: true);
        }

        foreach (var text in (RichText?[])[half.Brief, half.Text, half.Differs, half.Outdated])
        {
            foreach (var word in text is null ? [] : Split(text.ToString(), tongue))
            {
                _texts.Add((entry, word, tongue));
            }
        }
    }

    private void Add(int topic, IReadOnlyList<string> phrases, Tongue tongue)
    {
        foreach (var phrase in phrases)
        {
            AddPhrase(topic, phrase, tongue, isQuestion: false);
        }
    }

    private void AddPhrase(int entry, string phrase, Tongue tongue, bool isQuestion)
    {
        _phrases.Add(new KnowledgePhrase(entry, phrase, [.. Split(phrase, tongue)], tongue, isQuestion));
        if (!isQuestion && phrase.Contains('-'))
        {
            // медиа-грид is also typed медиагрид.
            KnowledgeWord[] joined = [.. Split(phrase.Replace("-", ""), tongue)];
            _phrases.Add(new KnowledgePhrase(entry, phrase, joined, tongue, IsQuestion: false));
        }
    }

    private List<KnowledgeWord> Split(string text, Tongue tongue)
    {
        var clean = TextCleaner.Clean(text).AsSpan();
        var words = new List<KnowledgeWord>(clean.Length / 7);
        var start = 0;
        for (var i = 0; i <= clean.Length; i++)
        {
            var goesOn = i < clean.Length && char.IsLetterOrDigit(clean[i])
                && (i == start || char.IsDigit(clean[i]) == char.IsDigit(clean[start]));
            if (goesOn)
            {
                continue;
            }

            if (i > start)
            {
                Count(Word(clean[start..i]), tongue, words);
            }

            start = i < clean.Length && char.IsLetterOrDigit(clean[i]) ? i : i + 1;
        }

        return words;
    }

    private KnowledgeWord Word(ReadOnlySpan<char> written)
    {
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(written, out var word))
        {
            var text = written.ToString();
            text = text[0] is >= 'a' and <= 'z' ? LatinReader.Read(text)[0] : TextCleaner.RepairLookAlikes(text);
            word = new KnowledgeWord(text, Skeleton.Of(text));
            lookup[written] = word;
        }

        return word;
    }

    private void Count(KnowledgeWord word, Tongue tongue, List<KnowledgeWord> words)
    {
        if (word.Key.Length == 0)
        {
            return;
        }

        words.Add(word);
        if (!char.IsDigit(word.Key[0]))
        {
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, word.Key, out _);
            counts = tongue == Tongue.Kazakh
                ? (counts.Kazakh + 1, counts.Russian)
                : (counts.Kazakh, counts.Russian + 1);
            _forms.Add((word.Text, tongue));
        }
    }
}
