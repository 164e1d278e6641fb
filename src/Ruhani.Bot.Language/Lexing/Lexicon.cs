using System.Collections.Frozen;

namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>
/// The words a reader of answers knows, found however they were typed: exactly, by their <see cref="Skeleton"/>, or
/// with one slip of the finger in a word of five letters and more. Immutable; made by <see cref="LexiconBuilder"/>.
/// </summary>
internal sealed class Lexicon(
    FrozenDictionary<string, Meaning[]> exact,
    FrozenDictionary<string, Meaning[]> byKey,
    FrozenSet<string> unlike,
    Func<Sense, bool> mayBeMistyped)
{
    private const int LeastMistyped = 5;

    private readonly FrozenDictionary<int, KeyValuePair<string, Meaning[]>[]> _byLength = byKey
        .Where(pair => pair.Key.Length >= LeastMistyped - 1 && pair.Value.Any(meaning => mayBeMistyped(meaning.Sense)))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .GroupBy(pair => pair.Key.Length)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The meanings of a word in lower case, Cyrillic as far as could be told; null when unknown.</summary>
    public Meaning[]? Find(string word) =>
        exact.TryGetValue(word, out var meanings) || byKey.TryGetValue(Skeleton.Of(word), out meanings)
            ? meanings
            : null;

    /// <summary>The meanings of a word only as it was typed, for numerals and abbreviations in Latin letters.</summary>
    public Meaning[]? FindExactly(string typed) => exact.GetValueOrDefault(typed);

    /// <summary>
    /// The meanings of the one word that is a letter more or less or other, or two letters swapped, from this; null
    /// when there is none or words of several meanings are.
    /// </summary>
    public Meaning[]? FindMistyped(string word)
    {
        var key = Skeleton.Of(word);
        if (key.Length < LeastMistyped || unlike.Contains(key))
        {
            return null;
        }

        Meaning[]? found = null;
        for (var length = key.Length - 1; length <= key.Length + 1; length++)
        {
            if (!_byLength.TryGetValue(length, out var words))
            {
                continue;
            }

            foreach (var (known, meanings) in words)
            {
                if (!IsOneSlip(key, known))
                {
                    continue;
                }

                if (found is not null && (found[0].Sense != meanings[0].Sense || found[0].Value != meanings[0].Value))
                {
                    return null;
                }

                found ??= meanings;
            }
        }

        return found;
    }

    private static bool IsOneSlip(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        return (left.Length - right.Length) switch
        {
            1 => left[1..].SequenceEqual(right),
            -1 => right[1..].SequenceEqual(left),
            0 when left.IsEmpty => true,
            0 => left[1..].SequenceEqual(right[1..])
                || (left.Length > 1 && left[0] == right[1] && left[1] == right[0]
                    && left[2..].SequenceEqual(right[2..])),
            _ => false,
        };
    }
}
