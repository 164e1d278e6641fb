namespace Ruhani.Bot.Linguistics;

/// <summary>
/// The Snowball stemmer for Russian, written from the description at
/// <c>snowballstem.org/algorithms/russian/stemmer.html</c> (Martin Porter): the endings of inflection go, and -ост(ь).
/// </summary>
public static class RussianStemmer
{
    private static readonly string[] Gerund1 = ["вшись", "вши", "в"];
    private static readonly string[] Gerund2 = ["ившись", "ывшись", "ивши", "ывши", "ив", "ыв"];

    private static readonly string[] Adjective =
    [
        "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем", "им", "ым",
        "ом", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею",
    ];

    private static readonly string[] Participle1 = ["ем", "нн", "вш", "ющ", "щ"];
    private static readonly string[] Participle2 = ["ивш", "ывш", "ующ"];

    private static readonly string[] Verb1 =
    [
        "ете", "йте", "ешь", "нно", "ла", "на", "ли", "ем", "ло", "но", "ет", "ют", "ны", "ть", "й", "л", "н",
    ];

    private static readonly string[] Verb2 =
    [
        "ейте", "уйте", "ила", "ыла", "ена", "ите", "или", "ыли", "ило", "ыло", "ено", "ует", "уют", "ены", "ить",
        "ыть",
        "ишь", "ей", "уй", "ил", "ыл", "им", "ым", "ен", "ят", "ит", "ыт", "ую", "ю",
    ];

    private static readonly string[] Noun =
    [
        "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ев", "ов", "ие", "ье", "еи", "ии", "ей", "ой", "ий", "ям",
        "ем",
        "ам", "ом", "ах", "ях", "ию", "ью", "ия", "ья", "а", "е", "и", "й", "о", "у", "ы", "ь", "ю", "я",
    ];

    /// <summary>The stem of a lower-case Russian word; ё counts as е.</summary>
    public static string Stem(string word)
    {
        var text = word.Contains('ё') ? word.Replace('ё', 'е') : word;
        var regionV = AfterVowel(text);
        var region2 = AfterConsonant(text, AfterConsonant(text, 0));
        var stem = text.AsSpan();
        if (!(Cut(ref stem, regionV, Gerund1, Gerund2)))
        {
            if (!Cut(ref stem, regionV, "ся"))
            {
                Cut(ref stem, regionV, "сь");
            }

            if (Cut(ref stem, regionV, [], Adjective))
            {
                Cut(ref stem, regionV, Participle1, Participle2);
            }
            else if (!Cut(ref stem, regionV, Verb1, Verb2))
            {
                Cut(ref stem, regionV, [], Noun);
            }
        }

        Cut(ref stem, regionV, "и");
        if (!Cut(ref stem, region2, "ость"))
        {
            Cut(ref stem, region2, "ост");
        }

        Tidy(ref stem, regionV);
        return stem.Length == text.Length ? text : stem.ToString();
    }

    private static void Tidy(ref ReadOnlySpan<char> stem, int regionV)
    {
        if (Cut(ref stem, regionV, "ейше") || Cut(ref stem, regionV, "ейш"))
        {
            Undouble(ref stem, regionV);
        }
        else if (!Undouble(ref stem, regionV))
        {
            Cut(ref stem, regionV, "ь");
        }
    }

    private static bool Undouble(ref ReadOnlySpan<char> stem, int region)
    {
        if (!stem.EndsWith("нн") || stem.Length - 2 < region)
        {
            return false;
        }

        stem = stem[..^1];
        return true;
    }

    // The longest ending wins before its condition is looked at: one of the first group only goes after а or я.
    private static bool Cut(ref ReadOnlySpan<char> stem, int region, string[] afterA, string[] always)
    {
        var first = Longest(stem, region, afterA);
        var second = Longest(stem, region, always);
        if (first == 0 && second == 0)
        {
            return false;
        }

        if (first > second)
        {
            var before = stem.Length - first - 1;
            if (before < region || stem[before] is not ('а' or 'я'))
            {
                return false;
            }
        }

        stem = stem[..^Math.Max(first, second)];
        return true;
    }

    private static bool Cut(ref ReadOnlySpan<char> stem, int region, string ending)
    {
        if (stem.Length - ending.Length < region || !stem.EndsWith(ending))
        {
            return false;
        }

        stem = stem[..^ending.Length];
        return true;
    }

    private static int Longest(ReadOnlySpan<char> stem, int region, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (stem.Length - ending.Length >= region && stem.EndsWith(ending))
            {
                return ending.Length;
            }
        }

        return 0;
    }

    private static int AfterVowel(string word)
    {
        var at = 0;
        while (at < word.Length && !Letters.IsVowel(word[at]))
        {
            at++;
        }

        return Math.Min(at + 1, word.Length);
    }

    private static int AfterConsonant(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
        {
            if (!Letters.IsVowel(word[i]) && Letters.IsVowel(word[i - 1]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }
}
