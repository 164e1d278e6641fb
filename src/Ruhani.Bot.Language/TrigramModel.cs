namespace Ruhani.Bot.Linguistics;

/// <summary>
/// Tells how much a word looks like the words of a body of text, by its letters three at a time. Immutable once built.
/// </summary>
public sealed class TrigramModel
{
    private const int Size = 34;

    // What a letter is worth on average in a word of no language: the zero of the scale.
    private const float Chance = 3.4f;

    private readonly float[] _logs;

    private TrigramModel(float[] logs) => _logs = logs;

    /// <summary>Learns from words in <see cref="Skeleton"/> form, each as often as it is given.</summary>
    public static TrigramModel Train(IEnumerable<string> skeletons)
    {
        var three = new int[Size * Size * Size];
        var two = new int[Size * Size];
        var one = new int[Size];
        foreach (var word in skeletons)
        {
            int a = 0, b = 0;
            for (var i = 0; i <= word.Length; i++)
            {
                var c = i < word.Length ? Index(word[i]) : 0;
                three[(((a * Size) + b) * Size) + c]++;
                two[(b * Size) + c]++;
                one[c]++;
                (a, b) = (b, c);
            }
        }

        return new TrigramModel(Logs(three, two, one));
    }

    /// <summary>
    /// Natural log of how much likelier the word is here than among random letters; more is better, and it grows with
    /// length. Below 0 is no word of this text's languages.
    /// </summary>
    public float Score(ReadOnlySpan<char> skeleton)
    {
        float score = 0;
        int a = 0, b = 0;
        for (var i = 0; i <= skeleton.Length; i++)
        {
            var c = i < skeleton.Length ? Index(skeleton[i]) : 0;
            score += _logs[(((a * Size) + b) * Size) + c];
            (a, b) = (b, c);
        }

        return score;
    }

    // Trigrams backed off to bigrams and single letters (Witten and Bell's weights, one step at a time).
    private static float[] Logs(int[] three, int[] two, int[] one)
    {
        var total = one.Sum() + Size;
        var logs = new float[three.Length];
        Span<double> low = stackalloc double[Size];
        Span<double> high = stackalloc double[Size];
        for (var b = 0; b < Size; b++)
        {
            Backed(two.AsSpan(b * Size, Size), low, c => (one[c] + 1d) / total);
            var lower = low.ToArray();
            for (var a = 0; a < Size; a++)
            {
                var at = ((a * Size) + b) * Size;
                Backed(three.AsSpan(at, Size), high, c => lower[c]);
                for (var c = 0; c < Size; c++)
                {
                    logs[at + c] = (float)Math.Log(high[c]) + Chance;
                }
            }
        }

        return logs;
    }

    private static void Backed(ReadOnlySpan<int> counts, Span<double> result, Func<int, double> lower)
    {
        var sum = 0;
        var kinds = 0;
        foreach (var count in counts)
        {
            sum += count;
            kinds += count > 0 ? 1 : 0;
        }

        for (var c = 0; c < Size; c++)
        {
            result[c] = sum == 0 ? lower(c) : (counts[c] + (kinds * lower(c))) / (sum + kinds);
        }
    }

    // 0 ends words, 33 is anything else.
    private static int Index(char letter) => letter is >= 'а' and <= 'я' ? letter - 'а' + 1 : Size - 1;
}
