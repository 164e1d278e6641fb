using System.Numerics;

namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// The arithmetic of one search: how much of each name the question covers, and how much of the question each name,
/// its entry's other names and its text account for. Entries are looked at first, word by word; the names only of those
/// that can still be among the best. Used by one search at a time and then cleared.
/// </summary>
internal sealed class Ranking(NameIndex index)
{
    /// <summary>The score of an entry that is called just what was typed.</summary>
    public const float Crowned = 1000;

    private const int First = 8;

    // Sums in another order differ in the last digit.
    private const float Safety = 1.0001f;

    private readonly EntryState[] _states = new EntryState[index.Count];
    private readonly NameScorer _names = new(index);
    private readonly int[] _marks = new int[index.Names.Count];
    private readonly float[] _kinds = new float[WordUse.Outside + 1];
    private readonly List<int> _entries = [];
    private readonly List<int> _allEntries = [];
    private int _mark;
    private int _crowned = -1;

    /// <summary>What it ranks over.</summary>
    public NameIndex Index => index;

    /// <summary>Where a typed word leads, for the search to fill.</summary>
    public List<(int Word, float Likeness)> Found { get; } = [];

    /// <summary>The summed weight of the question's words.</summary>
    public float Weight { get; private set; }

    /// <summary>The summed weight of content words that no name of any entry knows.</summary>
    public float Unknown { get; private set; }

    /// <summary>The summed weight of content words as far as no name of any entry has them.</summary>
    public float Strange { get; set; }

    /// <summary>The best score of a topic that is not in the guide, once the best entries are taken.</summary>
    public float Outside { get; private set; }

    /// <summary>What the question asks for.</summary>
    public QuestionCues Cues { get; set; }

    /// <summary>The score of an entry that is among the best; seldom over 1.</summary>
    public float ScoreOf(int entry) => _states[entry].Score;

    /// <summary>Takes one word of the question into account.</summary>
    /// <param name="weight">What it weighs.</param>
    /// <param name="without">A name to be taken as not there; -1 for none.</param>
    public void Add(float weight, int without)
    {
        Weight += weight;
        var likeness = _names.Begin(weight);
        foreach (var (word, alike) in Found)
        {
            _names.Add(word, alike);
            foreach (var (entry, share) in index.TextsOf[word])
            {
                ref var state = ref Named(entry);
                likeness[entry] = Math.Max(likeness[entry], alike * share * Tuning.TextShare);
                state.Knows = Math.Max(state.Knows, alike * Tuning.TextKnows);
            }
        }

        if (Found.Count == 1 && without < 0)
        {
            foreach (var (entry, names) in index.EntriesOf[Found[0].Word])
            {
                ref var state = ref Named(entry);
                state.Named = Found[0].Likeness;
                state.Names = names;
            }
        }
        else
        {
            CountNames(without);
        }

        foreach (var entry in _entries)
        {
            Account(ref _states[entry], weight, ref likeness[entry]);
        }

        _entries.Clear();
    }

    /// <summary>Takes into account which kinds of entries people ask for with a word.</summary>
    public void AddKinds(int word)
    {
        if (index.KindOdds[word] is { } odds)
        {
            for (var kind = 0; kind < odds.Length; kind++)
            {
                _kinds[kind] += odds[kind];
            }
        }
    }

    /// <summary>Takes a content word into account that leads nowhere.</summary>
    public void AddUnknown(float weight)
    {
        Weight += weight;
        Unknown += weight;
    }

    /// <summary>Makes an entry that is called just what was typed the first.</summary>
    public void Crown(int entry)
    {
        _crowned = entry;
        Touch(entry);
    }

    /// <summary>
    /// Fills the span with the entries of the highest scores, best first; returns how many there are.
    /// </summary>
    /// <param name="best">Gets the entries.</param>
    /// <param name="without">A name to be taken as not there; -1 for none.</param>
    /// <param name="isExhaustive">Whether to look at every name, which changes nothing but the time it takes.</param>
    public int Best(Span<int> best, int without, bool isExhaustive)
    {
        Span<int> first = stackalloc int[First];
        var firsts = 0;
        foreach (var entry in _allEntries)
        {
            ref var state = ref _states[entry];
            var most = MathF.Pow(Precision(state.Base, state.MostExtra), Tuning.PrecisionPower);
            state.Score = entry == _crowned ? Crowned : Safety * Score(entry, state.Base, most);
            firsts = Insert(first, firsts, entry);
        }

        var count = 0;
        foreach (var entry in first[..firsts])
        {
            count = Rank(entry, best, count, without);
        }

        foreach (var entry in _allEntries)
        {
            ref var state = ref _states[entry];
            var least = entry >= index.EntryCount ? Outside
                : count < best.Length ? Tuning.LeastScore : _states[best[^1]].Score;
            if (!state.IsScored && (isExhaustive || state.Score >= least))
            {
                count = Rank(entry, best, count, without);
            }
        }

        return count;
    }

    /// <summary>What speaks for the best entry being the answer.</summary>
    /// <param name="best">The entry with the highest score.</param>
    /// <param name="second">The next one, or -1.</param>
    public Evidence EvidenceFor(int best, int second)
    {
        ref var state = ref _states[best];
        return new Evidence(
            state.Score,
            second < 0 ? 0 : _states[second].Score / state.Score,
            state.Coverage,
            state.Precision,
            state.Base / Weight,
            state.Known / Weight,
            BitOperations.PopCount((uint)(Cues & ~index.Cues[best])),
            Unknown / Weight,
            Strange / Weight,
            Weight,
            Outside / state.Score,
            _kinds[WordUse.Outside]);
    }

    /// <summary>Makes it ready for another search.</summary>
    public void Clear()
    {
        foreach (var entry in _allEntries)
        {
            _states[entry] = default;
        }

        _allEntries.Clear();
        _names.Clear();
        Array.Clear(_kinds);
        _crowned = -1;
        Cues = QuestionCues.None;
        Strange = 0;
        Weight = 0;
        Unknown = 0;
        Outside = 0;
    }

    // A name that has two of the words found counts once.
    private void CountNames(int without)
    {
        _mark++;
        foreach (var (word, likeness) in Found)
        {
            foreach (var name in index.NamesOf[word])
            {
                if (name == without)
                {
                    continue;
                }

                ref var state = ref Named(index.EntryOf[name]);
                state.Named = Math.Max(state.Named, likeness);
                if (_marks[name] != _mark)
                {
                    _marks[name] = _mark;
                    state.Names++;
                }
            }
        }
    }

    private static void Account(ref EntryState state, float weight, ref float likeness)
    {
        var often = state.Names / (state.Names + Tuning.OftenHalf);
        likeness = Math.Max(likeness, state.Named * Tuning.SiblingShare * often);
        state.Base += weight * likeness;
        state.Known += weight * Math.Max(state.Knows, state.Named);
        state.MostExtra += weight * Math.Max(0, state.Named - likeness);
        state.Named = 0;
        state.Names = 0;
        state.Knows = 0;
        state.IsNamed = false;
    }

    private int Rank(int entry, Span<int> best, int count, int without)
    {
        ref var state = ref _states[entry];
        float own = 0;
        foreach (var (coverage, extra) in _names.Score(entry, without))
        {
            if (coverage * coverage > own)
            {
                var precision = Precision(state.Base, extra);
                var score = coverage * coverage * MathF.Pow(precision, Tuning.PrecisionPower);
                if (score > own)
                {
                    own = score;
                    state.Coverage = coverage;
                    state.Precision = precision;
                }
            }
        }

        state.Score = entry == _crowned ? Crowned : Score(entry, state.Base, own);
        state.IsScored = true;
        if (entry >= index.EntryCount)
        {
            Outside = Math.Max(Outside, state.Score);
            return count;
        }

        return state.Score < Tuning.LeastScore ? count : Insert(best, count, entry);
    }

    private float Score(int entry, float account, float own)
    {
        var fit = Math.Clamp(_kinds[index.Kinds[entry]], -Tuning.MostKind, Tuning.MostKind);
        return MathF.Exp(fit * Tuning.KindShare)
            * ((Tuning.EntryShare * account / Weight) + ((1 - Tuning.EntryShare) * own));
    }

    private float Precision(float account, float extra) => Math.Min(1, (account + extra) / Weight);

    // Among equals the first of the catalogue.
    private int Insert(Span<int> best, int count, int entry)
    {
        if (count == best.Length && IsAfter(entry, best[^1]))
        {
            return count;
        }

        var at = count < best.Length ? count++ : count - 1;
        while (at > 0 && IsAfter(best[at - 1], entry))
        {
            best[at] = best[at - 1];
            at--;
        }

        best[at] = entry;
        return count;
    }

    private bool IsAfter(int one, int other) =>
        _states[one].Score < _states[other].Score || (_states[one].Score == _states[other].Score && one > other);

    private ref EntryState Named(int entry)
    {
        ref var state = ref _states[entry];
        if (!state.IsNamed)
        {
            state.IsNamed = true;
            _entries.Add(entry);
            Touch(entry);
        }

        return ref state;
    }

    private void Touch(int entry)
    {
        if (!_states[entry].IsTouched)
        {
            _states[entry].IsTouched = true;
            _allEntries.Add(entry);
        }
    }
}
