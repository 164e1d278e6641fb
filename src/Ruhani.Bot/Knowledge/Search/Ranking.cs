using System.Numerics;

namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// The arithmetic of one search: how much of each name the question covers, and how much of the question each name,
/// its entry's other names and its text account for. Used by one search at a time and then cleared.
/// </summary>
internal sealed class Ranking(NameIndex index)
{
    /// <summary>The score of an entry that is called just what was typed.</summary>
    public const float Crowned = 1000;

    private readonly float[] _nameLikeness = new float[index.Names.Count];
    private readonly float[] _nameWordWeight = new float[index.Names.Count];
    private readonly float[] _coverage = new float[index.Names.Count];
    private readonly float[] _extra = new float[index.Names.Count];
    private readonly int[] _entryNames = new int[index.EntryCount];
    private readonly float[] _entryLikeness = new float[index.EntryCount];
    private readonly float[] _entryKnows = new float[index.EntryCount];
    private readonly float[] _known = new float[index.EntryCount];
    private readonly float[] _base = new float[index.EntryCount];
    private readonly float[] _scores = new float[index.EntryCount];
    private readonly float[] _bestOwn = new float[index.EntryCount];
    private readonly int[] _bestNames = new int[index.EntryCount];
    private readonly float[] _kinds = new float[Enum.GetValues<EntryKind>().Length];
    private readonly List<int> _names = [];
    private readonly List<int> _allNames = [];
    private readonly List<int> _entries = [];

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

    /// <summary>What the question asks for.</summary>
    public QuestionCues Cues { get; set; }

    /// <summary>By entry, after <see cref="Finish"/>: from 0; seldom over 1.</summary>
    public float[] Scores => _scores;

    /// <summary>By entry: its name that fitted best, or -1.</summary>
    public int[] BestNames => _bestNames;

    /// <summary>By entry: how much of the question the entry accounts for, 0 to 1.</summary>
    public float Explained(int entry) => Weight == 0 ? 0 : _base[entry] / Weight;

    /// <summary>Takes one word of the question into account.</summary>
    public void Add(float weight, int without)
    {
        Weight += weight;
        foreach (var (word, likeness) in Found)
        {
            foreach (var name in index.NamesOf[word])
            {
                if (name == without)
                {
                    continue;
                }

                if (_nameLikeness[name] == 0)
                {
                    _names.Add(name);
                }

                if (likeness > _nameLikeness[name])
                {
                    _nameLikeness[name] = likeness;
                    _nameWordWeight[name] = index.Weights[word];
                }
            }

            foreach (var (entry, share) in index.TextsOf[word])
            {
                Raise(entry, likeness * share * Tuning.TextShare, likeness * Tuning.TextKnows);
            }
        }

        foreach (var name in _names)
        {
            _entryNames[index.Names[name].Entry]++;
        }

        foreach (var name in _names)
        {
            var entry = index.Names[name].Entry;
            var often = _entryNames[entry] / (_entryNames[entry] + Tuning.OftenHalf);
            Raise(entry, _nameLikeness[name] * Tuning.SiblingShare * often, _nameLikeness[name]);
        }

        foreach (var name in _names)
        {
            if (_coverage[name] == 0)
            {
                _allNames.Add(name);
            }

            _coverage[name] += _nameLikeness[name] * _nameWordWeight[name];
            _extra[name] += weight * Math.Max(0, _nameLikeness[name] - _entryLikeness[index.Names[name].Entry]);
            _nameLikeness[name] = 0;
            _entryNames[index.Names[name].Entry] = 0;
        }

        foreach (var entry in _entries)
        {
            _base[entry] += weight * _entryLikeness[entry];
            _known[entry] += weight * _entryKnows[entry];
            _entryLikeness[entry] = 0;
            _entryKnows[entry] = 0;
        }

        _names.Clear();
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

    /// <summary>Works out the scores.</summary>
    public void Finish()
    {
        Array.Fill(_bestNames, -1);
        if (Weight == 0)
        {
            return;
        }

        for (var entry = 0; entry < _scores.Length; entry++)
        {
            _scores[entry] = Tuning.EntryShare * _base[entry] / Weight;
        }

        foreach (var name in _allNames)
        {
            var of = index.Names[name];
            var coverage = Math.Min(1, _coverage[name] / of.Weight);
            if (coverage * coverage <= _bestOwn[of.Entry])
            {
                continue;
            }

            var precision = Math.Min(1, (_base[of.Entry] + _extra[name]) / Weight);
            var score = coverage * coverage * MathF.Pow(precision, Tuning.PrecisionPower);
            if (score > _bestOwn[of.Entry])
            {
                _bestOwn[of.Entry] = score;
                _bestNames[of.Entry] = name;
            }
        }

        for (var entry = 0; entry < _scores.Length; entry++)
        {
            _scores[entry] += (1 - Tuning.EntryShare) * _bestOwn[entry];
        }

        for (var entry = 0; entry < _scores.Length; entry++)
        {
            var fit = Math.Clamp(_kinds[index.Kinds[entry]], -Tuning.MostKind, Tuning.MostKind);
            _scores[entry] *= MathF.Exp(fit * Tuning.KindShare);
        }
    }

    /// <summary>Makes an entry that is called just what was typed the first.</summary>
    public void Crown(int entry) => _scores[entry] = Crowned;

    /// <summary>
    /// Fills the span with the entries of the highest scores, best first; returns how many there are.
    /// </summary>
    public int Best(Span<int> best)
    {
        var count = 0;
        for (var entry = 0; entry < _scores.Length; entry++)
        {
            var score = _scores[entry];
            if (score < Tuning.LeastScore || (count == best.Length && score <= _scores[best[^1]]))
            {
                continue;
            }

            var at = count < best.Length ? count++ : count - 1;
            while (at > 0 && _scores[best[at - 1]] < score)
            {
                best[at] = best[at - 1];
                at--;
            }

            best[at] = entry;
        }

        return count;
    }

    /// <summary>What speaks for the best entry being the answer.</summary>
    /// <param name="best">The entry with the highest score.</param>
    /// <param name="second">The next one, or -1.</param>
    public Evidence EvidenceFor(int best, int second)
    {
        var name = _bestNames[best];
        var coverage = name < 0 ? 0 : Math.Min(1, _coverage[name] / index.Names[name].Weight);
        var precision = name < 0 ? 0 : Math.Min(1, (_base[best] + _extra[name]) / Weight);
        return new Evidence(
            _scores[best],
            second < 0 ? 0 : _scores[second] / _scores[best],
            coverage,
            precision,
            _base[best] / Weight,
            _known[best] / Weight,
            BitOperations.PopCount((uint)(Cues & ~index.Cues[best])),
            Unknown / Weight,
            Strange / Weight,
            Weight);
    }

    /// <summary>Makes it ready for another search.</summary>
    public void Clear()
    {
        foreach (var name in _allNames)
        {
            _coverage[name] = 0;
            _extra[name] = 0;
        }

        _allNames.Clear();
        Array.Clear(_base);
        Array.Clear(_known);
        Array.Clear(_bestOwn);
        Array.Clear(_kinds);
        Cues = QuestionCues.None;
        Strange = 0;
        Array.Clear(_scores);
        Weight = 0;
        Unknown = 0;
    }

    private void Raise(int entry, float likeness, float knows)
    {
        if (_entryLikeness[entry] == 0)
        {
            _entries.Add(entry);
        }

        _entryLikeness[entry] = Math.Max(_entryLikeness[entry], likeness);
        _entryKnows[entry] = Math.Max(_entryKnows[entry], knows);
    }
}
