namespace Ruhani.Bot.Linguistics;

/// <summary>
/// Tells Kazakh from Russian in short messages, without the Kazakh letters and in Latin too, from the letters of the
/// words it learnt from and from <see cref="FunctionWords"/>. Immutable once trained; safe for concurrent use.
/// </summary>
public sealed class LanguageDetector
{
    private const int Buckets = 1 << 16;
    private const int Grams = 4;
    private const float FunctionWeight = 5;
    private const float KazakhLetterWeight = 2.2f;
    private const float MostPerWord = 1.8f;
    private const float Scale = 0.45f;

    private readonly float[] _odds;
    private readonly Func<string, bool> _isShared;

    private LanguageDetector(float[] odds, Func<string, bool> isShared)
    {
        _odds = odds;
        _isShared = isShared;
    }

    /// <summary>Learns from words of both languages.</summary>
    /// <param name="words">Lower-case Cyrillic words, each once or as often as it counts.</param>
    /// <param name="isShared">
    /// Words, by <see cref="Skeleton"/>, that both languages use alike, such as names: they say nothing.
    /// </param>
    public static LanguageDetector Train(IEnumerable<(string Word, Tongue Tongue)> words, Func<string, bool> isShared)
    {
        var counts = new int[2][];
        counts[0] = new int[Buckets];
        counts[1] = new int[Buckets];
        Span<long> totals = stackalloc long[2];
        foreach (var (word, tongue) in words.Concat(FunctionWords.All))
        {
            var folded = Folding.Fold(word);
            totals[(int)tongue] += Count(counts[(int)tongue], folded);
            var key = Skeleton.Of(word);
            if (key != folded)
            {
                totals[(int)tongue] += Count(counts[(int)tongue], key);
            }
        }

        var odds = new float[Buckets];
        for (var i = 0; i < Buckets; i++)
        {
            if (counts[0][i] + counts[1][i] > 0)
            {
                var kazakh = (counts[0][i] + 0.5) / (totals[0] + (0.5 * Buckets));
                var russian = (counts[1][i] + 0.5) / (totals[1] + (0.5 * Buckets));
                odds[i] = (float)Math.Log(kazakh / russian);
            }
        }

        return new LanguageDetector(odds, isShared);
    }

    /// <summary>
    /// The evidence of the words: natural log of the odds of Kazakh against Russian, so above 0 is Kazakh, below 0
    /// Russian, near 0 undecided. One small word outweighs a term from the other language.
    /// </summary>
    public float Evidence(IReadOnlyList<TypedWord> words)
    {
        float evidence = 0;
        foreach (var word in words)
        {
            evidence += Evidence(word);
        }

        return evidence;
    }

    private float Evidence(TypedWord word)
    {
        if (word.IsNumber)
        {
            return 0;
        }

        if (FunctionWords.Contains(word.Key))
        {
            return FunctionWords.TongueOf(word.Key) switch
            {
                Tongue.Kazakh => FunctionWeight,
                Tongue.Russian => -FunctionWeight,
                _ => 0,
            };
        }

        if (_isShared(word.Key))
        {
            return 0;
        }

        if (word.Script != TypedScript.Latin && word.Text.Any(Letters.IsKazakh))
        {
            return KazakhLetterWeight;
        }

        return Math.Clamp(Odds(Folding.Fold(word.Text)) * Scale, -MostPerWord, MostPerWord);
    }

    private float Odds(string word)
    {
        float odds = 0;
        foreach (var bucket in new GramEnumerator(word))
        {
            odds += _odds[bucket];
        }

        return odds;
    }

    private static int Count(int[] counts, string word)
    {
        var seen = 0;
        foreach (var bucket in new GramEnumerator(word))
        {
            counts[bucket]++;
            seen++;
        }

        return seen;
    }

    // The runs of one to four letters, the word's ends being letters, each hashed to a bucket.
    private ref struct GramEnumerator(ReadOnlySpan<char> word)
    {
        private readonly ReadOnlySpan<char> _word = word;
        private int _start;
        private int _length;
        private uint _hash = 2166136261;

        public int Current { get; private set; }

        public readonly GramEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_length == Grams || _start + _length == _word.Length + 2)
            {
                _start++;
                _length = 0;
                _hash = 2166136261;
            }

            if (_start >= _word.Length + 1)
            {
                return false;
            }

            var at = _start + _length - 1;
            var letter = at < 0 || at >= _word.Length ? '_' : _word[at];
            _hash = (_hash ^ letter) * 16777619;
            _length++;
            Current = (int)((_hash ^ (_hash >> 16)) & (Buckets - 1));
            return true;
        }
    }
}
