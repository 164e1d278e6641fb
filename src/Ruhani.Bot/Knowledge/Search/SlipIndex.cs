using System.Runtime.InteropServices;

namespace Ruhani.Bot.Knowledge.Search;

/// <summary>Finds words that share most letter groups with a mistyped one.</summary>
internal sealed class SlipIndex
{
    private const int Most = 24;

    private readonly Dictionary<int, List<int>> _words = [];
    private readonly List<int> _lengths = [];

    public void Add(int id, string key)
    {
        while (_lengths.Count <= id)
        {
            _lengths.Add(0);
        }

        _lengths[id] = key.Length;
        if (key.Length < 3 || char.IsDigit(key[0]))
        {
            return;
        }

        for (var i = 0; i < key.Length; i++)
        {
            ref var words = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, Pair(key, i), out _);
            words ??= [];
            if (words.Count == 0 || words[^1] != id)
            {
                words.Add(id);
            }
        }
    }

    /// <summary>
    /// The words that share most pairs of neighbouring letters with the key, for their length; best first.
    /// </summary>
    public List<int> Candidates(string key)
    {
        var shared = System.Buffers.ArrayPool<byte>.Shared.Rent(_lengths.Count);
        Array.Clear(shared, 0, _lengths.Count);
        var touched = new List<int>(256);
        for (var i = 0; i < key.Length; i++)
        {
            if (_words.TryGetValue(Pair(key, i), out var words))
            {
                foreach (var word in words)
                {
                    if (shared[word]++ == 0)
                    {
                        touched.Add(word);
                    }
                }
            }
        }

        var best = new PriorityQueue<int, float>();
        foreach (var word in touched)
        {
            var likeness = shared[word] / (float)Math.Min(key.Length, _lengths[word]);
            if (shared[word] < 2 || likeness < 0.34f)
            {
                continue;
            }

            // Among equals the one nearer in length.
            likeness -= Math.Abs(key.Length - _lengths[word]) * 0.01f;
            if (best.Count < Most)
            {
                best.Enqueue(word, likeness);
            }
            else
            {
                best.EnqueueDequeue(word, likeness);
            }
        }

        System.Buffers.ArrayPool<byte>.Shared.Return(shared);
        var candidates = new List<int>(best.Count);
        while (best.TryDequeue(out var word, out _))
        {
            candidates.Add(word);
        }

        candidates.Reverse();
        return candidates;
    }

    // The first pair is the start of the word and its first letter.
    private static int Pair(string key, int at) => ((at == 0 ? '^' : key[at - 1]) << 16) | key[at];
}
