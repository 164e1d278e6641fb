using System.Buffers;

namespace Ruhani.Bot.Linguistics;

/// <summary>
/// Takes the inflection off Kazakh words: plural, possession, case, and, where a vocabulary vouches for what remains,
/// the endings of verbs. Derivation (-лық, -шы, -сыз) stays: ұлт is not ұлттық. Works on folded text too. The
/// suffixes and what they may follow: <see cref="KazakhSuffixes"/>.
/// </summary>
public static class KazakhStemmer
{
    private const int Least = 2;
    private const int LeastVerb = 3;
    private const int Most = 48;
    private const int MostSuffixes = 5;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюя");

    /// <summary>The form the stems are given in: folded, with ы and і written и.</summary>
    public static string Canonical(string word)
    {
        foreach (var letter in word)
        {
            if (letter is 'ы' or 'і' || Folding.Fold(letter) != letter)
            {
                return string.Create(word.Length, word, static (target, source) =>
                {
                    for (var i = 0; i < source.Length; i++)
                    {
                        target[i] = source[i] == 'ы' ? 'и' : Folding.Fold(source[i]);
                    }
                });
            }
        }

        return word;
    }

    /// <summary>
    /// Every stem a lower-case word may have, itself first, in <see cref="Canonical"/> form; what only the endings of
    /// verbs lead to is marked. Stems whose last sound the suffix changed are given restored as well: кітаб- as кітап,
    /// халқ- as халық.
    /// </summary>
    public static IReadOnlyList<KazakhStem> Analyse(string word)
    {
        var stems = Nominal(word);
        for (var i = 0; i < stems.Count && stems.Count < Most; i++)
        {
            CutVerb(stems, stems[i]);
        }

        return stems;
    }

    /// <summary>
    /// The longest stem the vocabulary knows; the word itself, in <see cref="Canonical"/> form, when it knows none.
    /// </summary>
    public static string Stem(string word, Func<string, bool> isKnown)
    {
        var stems = Analyse(word);
        var best = default(KazakhStem);
        foreach (var stem in stems)
        {
            if ((best.Text is null || Better(stem, best)) && isKnown(stem.Text))
            {
                best = stem;
            }
        }

        return best.Text ?? stems[0].Text;
    }

    /// <summary>
    /// The stem without a vocabulary: case, possession and plural go as far as three letters and a vowel remain, the
    /// last consonant is devoiced and a narrow vowel before it dropped, so that халық and халқы meet. It is a key,
    /// not a word.
    /// </summary>
    public static string Stem(string word)
    {
        var shortest = default(KazakhStem);
        foreach (var stem in Nominal(word))
        {
            if (stem.Text.Length >= 3 && stem.Text.AsSpan().ContainsAny(Vowels)
                && (shortest.Text is null || stem.Text.Length < shortest.Text.Length))
            {
                shortest = stem;
            }
        }

        return Elide(Devoice(shortest.Text ?? Canonical(word)));
    }

    private static List<KazakhStem> Nominal(string word)
    {
        var stems = new List<KazakhStem>(8);
        var canonical = Canonical(word);
        Add(stems, new KazakhStem(canonical, 0, Verbal: false));
        CutCase(stems, canonical);
        return stems;
    }

    private static bool Better(KazakhStem stem, KazakhStem best) =>
        stem.Verbal == best.Verbal ? stem.Text.Length > best.Text.Length : !stem.Verbal;

    private static void CutCase(List<KazakhStem> stems, string word)
    {
        CutThird(stems, word, 0);
        CutOwn(stems, word, 0);
        foreach (var suffix in KazakhSuffixes.Cases)
        {
            if (suffix.TryCut(word, Least, out var rest))
            {
                var stem = rest.ToString();
                Found(stems, stem, 1);
                CutOwn(stems, stem, 1);
            }
        }

        foreach (var suffix in KazakhSuffixes.CasesAfterThird)
        {
            if (suffix.TryCut(word, Least, out var rest) && rest[^1] == 'и')
            {
                CutThird(stems, rest.ToString(), 1);
            }
        }
    }

    private static void CutThird(List<KazakhStem> stems, string word, int cut)
    {
        foreach (var suffix in KazakhSuffixes.Third)
        {
            if (suffix.TryCut(word, Least, out var rest))
            {
                var stem = rest.ToString();
                Found(stems, stem, cut + 1);
                CutPlural(stems, stem, cut + 1);
            }
        }
    }

    private static void CutOwn(List<KazakhStem> stems, string word, int cut)
    {
        foreach (var suffix in KazakhSuffixes.FirstAndSecond)
        {
            if (suffix.TryCut(word, Least, out var rest))
            {
                var stem = rest.ToString();
                Found(stems, stem, cut + 1);
                CutPlural(stems, stem, cut + 1);
            }
        }

        CutPlural(stems, word, cut);
    }

    private static void CutPlural(List<KazakhStem> stems, string word, int cut)
    {
        foreach (var suffix in KazakhSuffixes.Plural)
        {
            if (suffix.TryCut(word, Least, out var rest))
            {
                Found(stems, rest.ToString(), cut + 1);
            }
        }
    }

    private static void CutVerb(List<KazakhStem> stems, KazakhStem from)
    {
        if (from.Suffixes >= MostSuffixes || from.Text.Length <= LeastVerb)
        {
            return;
        }

        foreach (var suffix in KazakhSuffixes.VerbEndings(from.Text[^1]))
        {
            if (suffix.TryCut(from.Text, LeastVerb, out var rest))
            {
                var stem = rest.ToString();
                Add(stems, new KazakhStem(stem, from.Suffixes + 1, Verbal: true));
                // A dictionary gives the verbal noun: жаңғырт- under жаңғырту.
                Add(stems, new KazakhStem(stem + 'у', from.Suffixes + 1, Verbal: true));
            }
        }
    }

    private static void Found(List<KazakhStem> stems, string stem, int suffixes)
    {
        Add(stems, new KazakhStem(stem, suffixes, Verbal: false));
        var last = stem[^1];
        if (last is 'б' or 'г')
        {
            Add(stems, new KazakhStem(Devoice(stem), suffixes, Verbal: false));
        }

        if (stem.Length > 2 && !Letters.IsVowel(last) && !Letters.IsVowel(stem[^2]))
        {
            Add(stems, new KazakhStem($"{stem.AsSpan(0, stem.Length - 1)}и{last}", suffixes, Verbal: false));
        }
    }

    private static void Add(List<KazakhStem> stems, KazakhStem stem)
    {
        foreach (var known in stems)
        {
            if (known.Text == stem.Text)
            {
                return;
            }
        }

        stems.Add(stem);
    }

    private static string Devoice(string stem) => stem.Length == 0 ? stem : stem[^1] switch
    {
        'б' => stem[..^1] + 'п',
        'г' => stem[..^1] + 'к',
        _ => stem,
    };

    private static string Elide(string stem) =>
        stem.Length > 4 && stem[^2] == 'и' && !Letters.IsVowel(stem[^1]) && !Letters.IsVowel(stem[^3])
            ? $"{stem.AsSpan(0, stem.Length - 2)}{stem[^1]}"
            : stem;
}
