namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// How well each name of one entry fits the question; what the question's words lead to is told it beforehand.
/// </summary>
internal sealed class NameScorer(NameIndex index)
{
    private readonly int[] _first = new int[index.Lexicon.Count];
    private readonly List<(int Question, float Likeness, int Next)> _found = [];
    private readonly List<int> _words = [];
    private readonly List<float> _weights = [];
    private readonly List<float[]> _likeness = [];
    private readonly List<(float Coverage, float Extra)> _scores = [];
    private float[] _alike = new float[16];
    private float[] _wordWeights = new float[16];

    /// <summary>Begins with the next word of the question.</summary>
    /// <returns>By entry: what the word is worth that the entry as a whole knows, for the caller to fill.</returns>
    public float[] Begin(float weight)
    {
        if (_likeness.Count == _weights.Count)
        {
            _likeness.Add(new float[index.Count]);
        }

        var likeness = _likeness[_weights.Count];
        Array.Clear(likeness);
        _weights.Add(weight);
        return likeness;
    }

    /// <summary>Takes into account that the word at hand may be one of the knowledge.</summary>
    public void Add(int word, float likeness)
    {
        _found.Add((_weights.Count - 1, likeness, _first[word]));
        _first[word] = _found.Count;
        _words.Add(word);
    }

    /// <summary>
    /// By name that knows any word: how much of it the question covers, and what weight of the question it accounts for
    /// beyond what its entry does.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="without">A name to be taken as not there; -1 for none.</param>
    public List<(float Coverage, float Extra)> Score(int entry, int without)
    {
        _scores.Clear();
        if (_alike.Length < _weights.Count)
        {
            _alike = new float[_weights.Count * 2];
            _wordWeights = new float[_weights.Count * 2];
        }

        for (var name = index.FirstNameOf[entry]; name < index.FirstNameOf[entry + 1]; name++)
        {
            if (name != without && Read(name))
            {
                _scores.Add(Sum(entry, name));
            }
        }

        return _scores;
    }

    /// <summary>Makes it ready for another question.</summary>
    public void Clear()
    {
        foreach (var word in _words)
        {
            _first[word] = 0;
        }

        _words.Clear();
        _found.Clear();
        _weights.Clear();
    }

    // Which of the name's words each word of the question is most likely.
    private bool Read(int name)
    {
        var isAny = false;
        foreach (var word in index.WordsOf(name))
        {
            for (var at = _first[word]; at > 0;)
            {
                var (question, likeness, next) = _found[at - 1];
                if (likeness > _alike[question]
                    || (likeness == _alike[question] && index.Weights[word] > _wordWeights[question]))
                {
                    _alike[question] = likeness;
                    _wordWeights[question] = index.Weights[word];
                }

                isAny = true;
                at = next;
            }
        }

        return isAny;
    }

    private (float Coverage, float Extra) Sum(int entry, int name)
    {
        float coverage = 0, extra = 0;
        for (var i = 0; i < _weights.Count; i++)
        {
            coverage += _alike[i] * _wordWeights[i];
            extra += _weights[i] * Math.Max(0, _alike[i] - _likeness[i][entry]);
            _alike[i] = 0;
            _wordWeights[i] = 0;
        }

        return (Math.Min(1, coverage / index.NameWeights[name]), extra);
    }
}
