using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// The words of the knowledge by skeleton, and the ways from a typed word to them: the same word, another form of it,
/// a likely slip.
/// </summary>
internal sealed class Lexicon
{
    private const float SameStem = 0.96f;
    private const float SameVerbStem = 0.85f;
    private const float LeastAlike = 0.66f;
    private const int MostSlips = 8;
    private const int KinLength = 5;
    private const int LeastSlipped = 4;
    private const int LeastStem = 3;
    private const int MostLetters = 64;
    private const int MostRemembered = 8000;
    private const int LeastVerbStem = 4;

    // Numbers that the names of the knowledge are known by.
    private static readonly Dictionary<string, string> Numerals =
        new(StringComparer.Ordinal) { ["жуз"] = "100", ["сто"] = "100", ["сот"] = "100" };

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly Dictionary<string, List<int>> _kazakhStems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _russianStems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _kin = new(StringComparer.Ordinal);
    private readonly HashSet<(string Text, Tongue Tongue)> _seen = [];
    // People use the same words again and again; what one leads to never changes.
    private readonly ConcurrentDictionary<string, (int Word, float Likeness)[]> _remembered =
        new(StringComparer.Ordinal);
    private readonly SlipIndex _slips = new();

    public int Count => _keys.Count;

    public bool IsKnown(string key) => _ids.ContainsKey(key);

    public string KeyOf(int id) => _keys[id];

    public int IdOf(string key) => _ids[key];

    /// <summary>The word's number; a new one when it is met first.</summary>
    public int Add(string text, string key, Tongue tongue)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, key, out var known);
        if (!known)
        {
            id = _keys.Count;
            _keys.Add(key);
            _slips.Add(id, key);
            if (key.Length >= KinLength && Letters(key))
            {
                AddKin(key[..KinLength], id);
            }
        }

        if (_seen.Add((text, tongue)))
        {
            AddStems(id, text, key, tongue);
        }

        return id;
    }

    /// <summary>Fills a list with the words a typed word may be, and how surely; each word once.</summary>
    /// <param name="word">The word as read.</param>
    /// <param name="isName">
    /// Whether a word occurs in the names of entries; if none found does, slips are looked for.
    /// </param>
    /// <param name="found">Gets the numbers of words and their likeness.</param>
    public void Find(TypedWord word, Func<int, bool> isName, List<(int Word, float Likeness)> found)
    {
        found.Clear();
        if (_remembered.TryGetValue(word.Text, out var before))
        {
            found.AddRange(before);
            return;
        }

        FindAnew(word, isName, found);
        if (IsKnown(word.Key) && _remembered.Count < MostRemembered)
        {
            _remembered.TryAdd(word.Text, [.. found]);
        }
    }

    private void FindAnew(TypedWord word, Func<int, bool> isName, List<(int Word, float Likeness)> found)
    {
        if (_ids.TryGetValue(word.Key, out var same))
        {
            found.Add((same, 1));
        }

        if (word.IsNumber || FunctionWords.Contains(word.Key))
        {
            return;
        }

        if (Numerals.TryGetValue(word.Key, out var digits) && _ids.TryGetValue(digits, out var number))
        {
            found.Add((number, SameStem));
        }

        foreach (var stem in KazakhStemmer.Analyse(word.Text))
        {
            if (stem.Text.Length >= (stem.Verbal ? LeastVerbStem : LeastStem))
            {
                AddAll(_kazakhStems, stem.Text, stem.Verbal ? SameVerbStem : SameStem, found);
            }
        }

        AddAll(_russianStems, RussianStemmer.Stem(word.Text), SameStem, found);
        if (word.Text.Length >= LeastSlipped && word.Key.Length >= LeastStem && !found.Exists(hit => isName(hit.Word)))
        {
            AddSlips(word.Key, found);
        }

        if (word.Key.Length >= KinLength && Tuning.KinShare > 0 && _kin.TryGetValue(word.Key[..KinLength], out var kin))
        {
            foreach (var relative in kin)
            {
                var other = _keys[relative];
                var shared = word.Key.AsSpan().CommonPrefixLength(other);
                Add(found, relative, Tuning.KinShare * Math.Min(1, (shared - Tuning.KinFrom) / 5));
            }
        }
    }

    private void AddStems(int id, string text, string key, Tongue tongue)
    {
        if (Letters(text))
        {
            if (tongue == Tongue.Kazakh)
            {
                foreach (var stem in KazakhStemmer.Analyse(text))
                {
                    if (stem.Text.Length >= (stem.Verbal ? LeastVerbStem : LeastStem))
                    {
                        AddStem(_kazakhStems, stem.Text, id);
                    }
                }
            }
            else
            {
                AddStem(_russianStems, RussianStemmer.Stem(text), id);
            }
        }

        AddStem(_kazakhStems, key, id);
    }

    // The beginnings of skeletons, which are as they are.
    private void AddKin(string beginning, int id)
    {
        ref var words = ref CollectionsMarshal.GetValueRefOrAddDefault(_kin, beginning, out _);
        (words ??= new List<int>(4)).Add(id);
    }

    private static bool Letters(string text) => char.IsLetter(text[0]);

    private static void AddStem(Dictionary<string, List<int>> stems, string stem, int id)
    {
        Span<char> buffer = stem.Length <= MostLetters ? stackalloc char[MostLetters * 2] : new char[stem.Length * 2];
        var key = buffer[..Skeleton.Write(stem, buffer)];
        var lookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(key, out var words))
        {
            lookup[key] = words = new List<int>(2);
        }

        if (!words.Contains(id))
        {
            words.Add(id);
        }
    }

    private static void AddAll(
        Dictionary<string, List<int>> stems, string stem, float likeness, List<(int Word, float Likeness)> found)
    {
        Span<char> buffer = stem.Length <= MostLetters ? stackalloc char[MostLetters * 2] : new char[stem.Length * 2];
        var key = buffer[..Skeleton.Write(stem, buffer)];
        if (key.Length >= 2 && stems.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var words))
        {
            foreach (var word in words)
            {
                Add(found, word, likeness);
            }
        }
    }

    private static void Add(List<(int Word, float Likeness)> found, int word, float likeness)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Word == word)
            {
                if (found[i].Likeness < likeness)
                {
                    found[i] = (word, likeness);
                }

                return;
            }
        }

        found.Add((word, likeness));
    }

    private void AddSlips(string key, List<(int Word, float Likeness)> found)
    {
        Span<(int Word, float Likeness)> best = stackalloc (int, float)[MostSlips];
        var count = 0;
        foreach (var candidate in _slips.Candidates(key))
        {
            var likeness = EditDistance.PrefixSimilarity(key, _keys[candidate]);
            if (likeness < LeastAlike)
            {
                continue;
            }

            if (count < MostSlips)
            {
                best[count++] = (candidate, likeness);
            }
        }

        foreach (var (word, likeness) in best[..count])
        {
            Add(found, word, likeness * 0.97f);
        }
    }
}
