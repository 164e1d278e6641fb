namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// The arithmetic of one search: how much of each name the question covers, and how much of the question each name,
/// its entry's other names and its text account for. Used by one search at a time and then cleared.
/// </summary>
internal sealed class Ranking(NameIndex index)
{
    private readonly float[] _nameLikeness = new float[index.Names.Count];
    private readonly float[] _nameWordWeight = new float[index.Names.Count];
    private readonly float[] _coverage = new float[index.Names.Count];
    private readonly float[] _extra = new float[index.Names.Count];
    private readonly float[] _entryLikeness = new float[index.EntryCount];
    private readonly float[] _base = new float[index.EntryCount];
    private readonly float[] _scores = new float[index.EntryCount];
    private readonly int[] _bestNames = new int[index.EntryCount];
    private readonly List<int> _names = [];
    private readonly List<int> _allNames = [];
    private readonly List<int> _entries = [];

    /// <summary>Where a typed word leads, for the search to fill.</summary>
    public List<(int Word, float Likeness)> Found { get; } = [];

    /// <summary>The summed weight of the question's words.</summary>
    public float Weight { get; private set; }

    /// <summary>The summed weight of content words that no name of any entry knows.</summary>
    public float Unknown { get; private set; }

    /// <summary>By entry, after <see cref="Finish"/>: 0 to about 1.</summary>
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
                Raise(entry, likeness * share * Tuning.TextShare);
            }
        }

        foreach (var name in _names)
        {
            Raise(index.Names[name].Entry, _nameLikeness[name] * Tuning.SiblingShare);
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
        }

        foreach (var entry in _entries)
        {
            _base[entry] += weight * _entryLikeness[entry];
            _entryLikeness[entry] = 0;
        }

        _names.Clear();
        _entries.Clear();
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
            var precision = Math.Min(1, (_base[of.Entry] + _extra[name]) / Weight);
            var score = MathF.Pow(coverage, Tuning.CoveragePower) * MathF.Pow(precision, Tuning.PrecisionPower);
            score = (score * (1 - Tuning.EntryShare)) + (Tuning.EntryShare * _base[of.Entry] / Weight);
            if (score > _scores[of.Entry])
            {
                _scores[of.Entry] = score;
                _bestNames[of.Entry] = name;
            }
        }
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
        Array.Clear(_scores);
        Weight = 0;
        Unknown = 0;
    }

    private void Raise(int entry, float likeness)
    {
        if (_entryLikeness[entry] == 0)
        {
            _entries.Add(entry);
        }

        _entryLikeness[entry] = Math.Max(_entryLikeness[entry], likeness);
    }
}
