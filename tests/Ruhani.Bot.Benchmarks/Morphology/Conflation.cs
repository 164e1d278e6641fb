namespace Ruhani.Bot.Benchmarks.Morphology;

/// <summary>
/// How well a way to bring words to one key puts those together that share a lemma, over different words, not over
/// running text.
/// </summary>
/// <param name="Precision">Of all pairs of words with one key, how many share a lemma.</param>
/// <param name="Recall">Of all pairs of words that share a lemma, how many have one key.</param>
/// <param name="Lemma">Of all words that are not their own lemma, how many lead to it among all lemmas.</param>
internal readonly record struct Conflation(double Precision, double Recall, double Lemma)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Measures a key.</summary>
    public static Conflation Of(IReadOnlyList<TreebankWord> words, Func<string, string> key)
    {
        var lemmas = words.ToLookup(word => word.Form, word => word.Lemma)
            .ToDictionary(group => group.Key, group => group.ToHashSet());
        var keys = lemmas.Keys.ToDictionary(form => form, key);
        var same = Pairs(words.GroupBy(word => word.Lemma, word => word.Form));
        var met = Pairs(keys.GroupBy(pair => pair.Value, pair => pair.Key));
        var right = met.Count(same.Contains);

        var byKey = words.Select(word => word.Lemma).Distinct().ToLookup(key);
        var inflected = lemmas.Where(pair => !pair.Value.Contains(pair.Key)).ToArray();
        var led = inflected.Count(pair =>
            Nearest(pair.Key, byKey[keys[pair.Key]]) is { } lemma && pair.Value.Contains(lemma));
        return new Conflation(Share(right, met.Count), Share(right, same.Count), Share(led, inflected.Length));
    }

    // Of several lemmas with one key: that which begins most like the word, of such the shortest.
    private static string? Nearest(string form, IEnumerable<string> lemmas) => lemmas
        .OrderByDescending(lemma => form.AsSpan().CommonPrefixLength(lemma))
        .ThenBy(lemma => lemma.Length).ThenBy(lemma => lemma, StringComparer.Ordinal)
        .FirstOrDefault();

    private static HashSet<(string, string)> Pairs(IEnumerable<IGrouping<string, string>> groups)
    {
        var pairs = new HashSet<(string, string)>();
        foreach (var group in groups)
        {
            string[] forms = [.. group.Distinct().Order(StringComparer.Ordinal)];
            for (var i = 0; i < forms.Length; i++)
            {
                for (var j = i + 1; j < forms.Length; j++)
                {
                    pairs.Add((forms[i], forms[j]));
                }
            }
        }

        return pairs;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
