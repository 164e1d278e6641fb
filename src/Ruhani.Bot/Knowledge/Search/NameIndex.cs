using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Knowledge.Search;

/// <summary>All names and texts of the knowledge, by word.</summary>
internal sealed class NameIndex
{
    private const int LeastForKind = 4;
    private const double Doubt = 2;

    private readonly List<Name> _names = [];
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);

    private NameIndex(Lexicon lexicon) => Lexicon = lexicon;

    public Lexicon Lexicon { get; }

    public IReadOnlyList<Name> Names => _names;

    /// <summary>By word: the names it occurs in.</summary>
    public int[][] NamesOf { get; private set; } = [];

    /// <summary>By word: the entries whose texts it occurs in, and how telling that is, 0 to 1.</summary>
    public (int Entry, float Share)[][] TextsOf { get; private set; } = [];

    /// <summary>By word: what it weighs; rare words weigh most.</summary>
    public float[] Weights { get; private set; } = [];

    /// <summary>By word: natural log of how much oftener entries of each kind use it than others; null for rare words.</summary>
    public float[]?[] KindOdds { get; private set; } = [];

    /// <summary>By entry: its kind.</summary>
    public int[] Kinds { get; private set; } = [];

    /// <summary>By entry: what its names ask for.</summary>
    public QuestionCues[] Cues { get; private set; } = [];

    public int EntryCount { get; private set; }

    /// <summary>What a word weighs that occurs in one entry only.</summary>
    public float MostWeight => Weigh(1);

    public bool IsName(int word) => NamesOf[word].Length > 0;

    /// <summary>The entry that is called just so.</summary>
    public bool TryExact(string joinedKeys, out int name) => _exact.TryGetValue(joinedKeys, out name);

    public static NameIndex Build(KnowledgeBase knowledge, KnowledgeWords words, Lexicon lexicon)
    {
        var index = new NameIndex(lexicon)
        {
            EntryCount = knowledge.Entries.Count,
            Cues = new QuestionCues[knowledge.Entries.Count],
            Kinds = [.. knowledge.Entries.Select(entry => (int)entry.Kind)],
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
        foreach (var (entry, text, phrase, _, isQuestion) in words.Phrases)
        {
            foreach (var word in phrase)
            {
                index.Cues[entry] |= QuestionCueWords.Of(word.Key);
            }

            index.Add(entry, text, phrase, isQuestion);
        }

        index.Post(texts);
        return index;
    }

    // Forms of one word count as one.
    private void Weigh(KnowledgeWords words, List<(int Word, int Entry)> texts)
    {
        var classes = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var ofWord = new string[Lexicon.Count][];
        var found = new HashSet<int>();
        foreach (var (entry, _, phrase, _, _) in words.Phrases)
        {
            foreach (var word in phrase)
            {
                var id = Lexicon.IdOf(word.Key);
                found.Add(id);
                ofWord[id] ??= Classes(word.Text);
                foreach (var name in ofWord[id])
                {
                    if (!classes.TryGetValue(name, out var entries))
                    {
                        classes[name] = entries = [];
                    }

                    entries.Add(entry);
                }
            }
        }

        var textEntries = new Dictionary<int, HashSet<int>>();
        foreach (var (word, entry) in texts)
        {
            if (!found.Contains(word))
            {
                (textEntries.TryGetValue(word, out var entries) ? entries : textEntries[word] = []).Add(entry);
            }
        }

        var sizes = new int[Enum.GetValues<EntryKind>().Length];
        foreach (var kind in Kinds)
        {
            sizes[kind]++;
        }

        var odds = classes.Where(pair => pair.Value.Count >= LeastForKind)
            .ToDictionary(pair => pair.Key, pair => OddsOf(pair.Value, sizes), StringComparer.Ordinal);
        Weights = new float[Lexicon.Count];
        KindOdds = new float[Lexicon.Count][];
        for (var i = 0; i < Weights.Length; i++)
        {
            var count = found.Contains(i) ? ofWord[i].Max(name => classes[name].Count)
                : textEntries.TryGetValue(i, out var entries) ? entries.Count : 1;
            if (found.Contains(i))
            {
                KindOdds[i] = odds.GetValueOrDefault(ofWord[i].MaxBy(name => classes[name].Count)!);
            }

            Weights[i] = Weigh(count)
                * (FunctionWords.Contains(Lexicon.KeyOf(i)) ? Tuning.FunctionShare : found.Contains(i) ? 1 : Tuning.TextOnlyShare);
        }
    }

    private float[] OddsOf(HashSet<int> entries, int[] sizes)
    {
        var odds = new float[Enum.GetValues<EntryKind>().Length];
        var counts = new int[odds.Length];
        foreach (var entry in entries)
        {
            counts[Kinds[entry]]++;
        }

        for (var kind = 0; kind < odds.Length; kind++)
        {
            var ofKind = sizes[kind];
            var used = counts[kind];
            // Drawn towards what all entries do, so that a kind of two entries says little.
            var all = Doubt * entries.Count / EntryCount;
            var share = (used + all) / (ofKind + Doubt);
            var others = (entries.Count - used + all) / (EntryCount - ofKind + Doubt);
            odds[kind] = (float)Math.Log(share / others);
        }

        return odds;
    }

    private static string[] Classes(string text) =>
        ["k" + Skeleton.Of(KazakhStemmer.Stem(text)), "r" + Skeleton.Of(RussianStemmer.Stem(text))];

    private float Weigh(int entries) => (float)Math.Log(1 + ((double)EntryCount / entries));

    private void Add(int entry, string text, KnowledgeWord[] words, bool isQuestion)
    {
        if (words.Length == 0)
        {
            return;
        }

        _exact.TryAdd(string.Join(' ', words.Select(word => word.Key)), _names.Count);
        int[] ids = [.. words.Select(word => Lexicon.IdOf(word.Key)).Distinct()];
        _names.Add(new Name(entry, text, ids, ids.Sum(id => Weights[id]), isQuestion));
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
        var counts = new Dictionary<int, int>[Lexicon.Count];
        foreach (var (word, entry) in texts)
        {
            var entries = counts[word] ??= [];
            entries[entry] = entries.GetValueOrDefault(entry) + 1;
        }

        // Twice in a text is more telling than once, ten times hardly more than five.
        TextsOf = [.. counts.Select(entries => entries?.Select(pair => (pair.Key, pair.Value / (pair.Value + 0.7f))).ToArray() ?? [])];
    }
}
