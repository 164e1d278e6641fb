using System.Runtime.InteropServices;
using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Knowledge.Search;

/// <summary>All names and texts of the knowledge, by word.</summary>
internal sealed class NameIndex
{
    private const int LeastForKind = 4;

    private readonly List<Name> _names = [];
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tongue?> _tongues = new(StringComparer.Ordinal);

    private int[] _nameWords = [];
    private int[] _nameStarts = [];

    private NameIndex(Lexicon lexicon) => Lexicon = lexicon;

    public Lexicon Lexicon { get; }

    public IReadOnlyList<Name> Names => _names;

    /// <summary>By word: the names it occurs in.</summary>
    public int[][] NamesOf { get; private set; } = [];

    /// <summary>By word: the entries whose names it occurs in, and in how many of them.</summary>
    public (int Entry, int Names)[][] EntriesOf { get; private set; } = [];

    /// <summary>By name: its entry.</summary>
    public int[] EntryOf { get; private set; } = [];

    /// <summary>By name: what its words weigh together.</summary>
    public float[] NameWeights { get; private set; } = [];

    /// <summary>By entry: its first name; they stand together. One more at the end.</summary>
    public int[] FirstNameOf { get; private set; } = [];

    /// <summary>By word: the entries whose texts it occurs in, and how telling that is, 0 to 1.</summary>
    public (int Entry, float Share)[][] TextsOf { get; private set; } = [];

    /// <summary>By word: what it weighs; rare words weigh most.</summary>
    public float[] Weights { get; private set; } = [];

    /// <summary>
    /// By word: natural log of how much oftener entries of each kind use it than others; null for rare words.
    /// </summary>
    public float[]?[] KindOdds { get; private set; } = [];

    /// <summary>
    /// By entry: its kind. What follows the entries are the topics outside, which have a kind of their own.
    /// </summary>
    public int[] Kinds { get; private set; } = [];

    /// <summary>By entry: what its names ask for.</summary>
    public QuestionCues[] Cues { get; private set; } = [];

    /// <summary>How many entries there are.</summary>
    public int EntryCount { get; private set; }

    /// <summary>How many entries and topics outside.</summary>
    public int Count => Kinds.Length;

    /// <summary>What a word weighs that occurs in one entry only.</summary>
    public float MostWeight => Weigh(1);

    public bool IsName(int word) => NamesOf[word].Length > 0;

    /// <summary>Whether an entry is called or asked by the word; topics outside don't count.</summary>
    public bool IsEntryName(int word) => NamesOf[word].Length > 0 && _names[NamesOf[word][0]].Entry < EntryCount;

    /// <summary>The words of a name, each once.</summary>
    public ReadOnlySpan<int> WordsOf(int name) =>
        _nameWords.AsSpan(_nameStarts[name], _nameStarts[name + 1] - _nameStarts[name]);

    /// <summary>The one language that calls an entry just so; null for none or both.</summary>
    public Tongue? TongueOf(string joinedKeys) => _tongues.GetValueOrDefault(joinedKeys);

    /// <summary>The entry that is called just so.</summary>
    public bool TryExact(string joinedKeys, out int name) => _exact.TryGetValue(joinedKeys, out name);

    public static NameIndex Build(KnowledgeBase knowledge, KnowledgeWords words, Lexicon lexicon)
    {
        var index = new NameIndex(lexicon)
        {
            EntryCount = knowledge.Entries.Count,
            Cues = new QuestionCues[knowledge.Entries.Count + knowledge.Outside.Count],
            Kinds =
            [
                .. knowledge.Entries.Select(entry => (int)entry.Kind),
                .. knowledge.Outside.Select(_ => WordUse.Outside),
            ],
        };
        foreach (var (_, _, phrase, tongue, _) in words.Phrases)
        {
            foreach (var word in phrase)
            {
                lexicon.Add(word.Text, word.Key, tongue);
            }
        }

        var texts = words.Texts
            .Select(text => (Word: lexicon.Add(text.Word.Text, text.Word.Key, text.Tongue), text.Entry)).ToList();
        index.Weigh(words, texts);
        foreach (var (entry, text, phrase, tongue, isQuestion) in words.Phrases)
        {
            for (var i = 0; i < phrase.Length; i++)
            {
                index.Cues[entry] |= QuestionCueWords.Of(phrase[i].Key, i + 1 < phrase.Length ? phrase[i + 1].Key : "");
            }

            index.Add(entry, text, phrase, tongue, isQuestion);
        }

        index.LayOutNames();
        index.Post(texts);
        return index;
    }

    // Forms of one word count as one.
    private void Weigh(KnowledgeWords words, List<(int Word, int Entry)> texts)
    {
        var kazakh = new Dictionary<string, WordUse>(StringComparer.Ordinal);
        var russian = new Dictionary<string, WordUse>(StringComparer.Ordinal);
        var uses = new (WordUse Kazakh, WordUse Russian)[Lexicon.Count];
        foreach (var (entry, _, phrase, _, _) in words.Phrases)
        {
            foreach (var word in phrase)
            {
                ref var use = ref uses[Lexicon.IdOf(word.Key)];
                if (use.Kazakh is null)
                {
                    use = (Of(kazakh, KazakhStemmer.Stem(word.Text)), Of(russian, RussianStemmer.Stem(word.Text)));
                }

                use.Kazakh.Add(entry, Kinds[entry]);
                use.Russian.Add(entry, Kinds[entry]);
            }
        }

        var inTexts = new WordUse[Lexicon.Count];
        foreach (var (word, entry) in texts)
        {
            (inTexts[word] ??= new WordUse()).Add(entry, Kinds[entry]);
        }

        var all = new WordUse();
        for (var entry = 0; entry < Count; entry++)
        {
            all.Add(entry, Kinds[entry]);
        }

        Weights = new float[Lexicon.Count];
        KindOdds = new float[Lexicon.Count][];
        for (var i = 0; i < Weights.Length; i++)
        {
            var use = uses[i].Kazakh is null ? inTexts[i]
                : uses[i].Kazakh.Entries >= uses[i].Russian.Entries ? uses[i].Kazakh : uses[i].Russian;
            var isName = uses[i].Kazakh is not null;
            KindOdds[i] = isName && use.Entries >= LeastForKind ? use.OddsAgainst(all) : null;
            Weights[i] = Weigh(use.Entries)
                * (FunctionWords.Contains(Lexicon.KeyOf(i)) ? Tuning.FunctionShare : isName ? 1 : Tuning.TextOnlyShare);
        }
    }

    private static WordUse Of(Dictionary<string, WordUse> uses, string stem)
    {
        ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, Skeleton.Of(stem), out _);
        return use ??= new WordUse();
    }

    private float Weigh(int entries) => (float)Math.Log(1 + ((double)Count / entries));

    private void Add(int entry, string text, KnowledgeWord[] words, Tongue tongue, bool isQuestion)
    {
        if (words.Length == 0)
        {
            return;
        }

        var key = string.Join(' ', words.Select(word => word.Key));
        _exact.TryAdd(key, _names.Count);
        _tongues[key] = _tongues.TryGetValue(key, out var other) && other != tongue ? null : tongue;
        int[] ids = [.. words.Select(word => Lexicon.IdOf(word.Key)).Distinct()];
        _names.Add(new Name(entry, text, ids, ids.Sum(id => Weights[id]), isQuestion));
    }

    // Apart from the records, so that a search runs along plain memory.
    private void LayOutNames()
    {
        EntryOf = [.. _names.Select(name => name.Entry)];
        NameWeights = [.. _names.Select(name => name.Weight)];
        _nameWords = [.. _names.SelectMany(name => name.Words)];
        _nameStarts = new int[_names.Count + 1];
        FirstNameOf = new int[Count + 1];
        for (var i = 0; i < _names.Count; i++)
        {
            _nameStarts[i + 1] = _nameStarts[i] + _names[i].Words.Length;
            FirstNameOf[EntryOf[i] + 1] = i + 1;
        }

        for (var entry = 1; entry <= Count; entry++)
        {
            FirstNameOf[entry] = Math.Max(FirstNameOf[entry], FirstNameOf[entry - 1]);
        }
    }

    private (int Entry, int Names)[] CountByEntry(int[] names)
    {
        var counts = new List<(int Entry, int Names)>();
        foreach (var name in names)
        {
            if (counts.Count > 0 && counts[^1].Entry == EntryOf[name])
            {
                counts[^1] = (EntryOf[name], counts[^1].Names + 1);
            }
            else
            {
                counts.Add((EntryOf[name], 1));
            }
        }

        return [.. counts];
    }

    private void Post(List<(int Word, int Entry)> texts)
    {
        var names = new List<int>[Lexicon.Count];
        for (var i = 0; i < _names.Count; i++)
        {
            foreach (var word in _names[i].Words)
            {
                (names[word] ??= []).Add(i);
            }
        }

        NamesOf = [.. names.Select(list => list?.ToArray() ?? [])];
        EntriesOf = [.. NamesOf.Select(CountByEntry)];
        var counts = new List<(int Entry, int Count)>[Lexicon.Count];
        foreach (var (word, entry) in texts)
        {
            var entries = counts[word] ??= new List<(int, int)>(2);
            if (entries.Count > 0 && entries[^1].Entry == entry)
            {
                entries[^1] = (entry, entries[^1].Count + 1);
            }
            else
            {
                entries.Add((entry, 1));
            }
        }

        // Twice in a text is more telling than once, ten times hardly more than five.
        TextsOf =
        [
            .. counts.Select(entries =>
                entries?.ConvertAll(found => (found.Entry, found.Count / (found.Count + 0.7f))).ToArray() ?? []),
        ];
    }
}
