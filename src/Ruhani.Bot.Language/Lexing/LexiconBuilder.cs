using System.Collections.Frozen;

namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>Puts a <see cref="Lexicon"/> together from lists of words.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<string, List<Meaning>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Meaning>> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unlike = new(StringComparer.Ordinal);

    /// <summary>Words as they are, of either language.</summary>
    public LexiconBuilder Words(Sense sense, int value, string words)
    {
        foreach (var word in Split(words))
        {
            Add(_byKey, Skeleton.Of(word), new Meaning(sense, value));
        }

        return this;
    }

    /// <inheritdoc cref="Words(Sense, int, string)"/>
    public LexiconBuilder Words(Sense sense, string words) => Words(sense, 0, words);

    /// <summary>Words too short for a skeleton to tell apart, known only as they are spelt here.</summary>
    public LexiconBuilder Exactly(Sense sense, int value, string words)
    {
        foreach (var word in Split(words))
        {
            Add(_exact, word, new Meaning(sense, value));
        }

        return this;
    }

    /// <summary>Nouns in all Kazakh cases, bare and possessed.</summary>
    public LexiconBuilder Nouns(Sense sense, int value, string stems)
    {
        foreach (var stem in Split(stems))
        {
            foreach (var (form, @case) in KazakhForms.Cases(stem).Concat(KazakhForms.PossessedCases(stem)))
            {
                Add(_byKey, Skeleton.Of(form), new Meaning(sense, value, @case));
            }
        }

        return this;
    }

    /// <summary>
    /// A Kazakh numeral and its ordinal. Possessed (<c>мамырдың бесі</c>) a numeral is a day's number, an ordinal.
    /// </summary>
    public LexiconBuilder Numeral(int value, string cardinal, string ordinal)
    {
        foreach (var (form, @case) in KazakhForms.Cases(cardinal))
        {
            Add(_byKey, Skeleton.Of(form), new Meaning(Sense.Cardinal, value, @case));
        }

        foreach (var (form, @case) in KazakhForms.PossessedCases(cardinal)
            .Concat(KazakhForms.Cases(ordinal)).Concat(KazakhForms.PossessedCases(ordinal)))
        {
            Add(_byKey, Skeleton.Of(form), new Meaning(Sense.Ordinal, value, @case));
        }

        return this;
    }

    /// <summary>Other words that are a slip away from a known one and no slip.</summary>
    public LexiconBuilder Unlike(string words)
    {
        _unlike.UnionWith(Split(words).Select(word => Skeleton.Of(word)));
        return this;
    }

    /// <summary>What was added.</summary>
    /// <param name="mayBeMistyped">Whether words of a sense are recognised with a slip in them.</param>
    public Lexicon Build(Func<Sense, bool> mayBeMistyped) => new(
        Freeze(_exact), Freeze(_byKey), _unlike.ToFrozenSet(StringComparer.Ordinal), mayBeMistyped);

    private static FrozenDictionary<string, Meaning[]> Freeze(Dictionary<string, List<Meaning>> words) =>
        words.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);

    private static string[] Split(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static void Add(Dictionary<string, List<Meaning>> words, string word, Meaning meaning)
    {
        if (!words.TryGetValue(word, out var meanings))
        {
            words[word] = meanings = [];
        }

        if (!meanings.Exists(other => other.Sense == meaning.Sense && other.Value == meaning.Value))
        {
            meanings.Add(meaning);
        }
    }
}
