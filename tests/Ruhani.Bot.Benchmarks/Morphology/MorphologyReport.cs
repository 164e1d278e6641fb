using System.Globalization;
using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Benchmarks.Morphology;

/// <summary>
/// <c>morphology</c>: the stemmers on words of treebanks, beside what was measured of other ways in November 2026 with
/// the same data (an unpublished note: F1 of pairs, and how many words led to their lemma).
/// </summary>
internal static class MorphologyReport
{
    private static readonly string[] Nominal = ["NOUN", "ADJ", "PROPN"];
    private static readonly string[] Verbs = ["VERB"];

    public static int Run()
    {
        if (Treebank.Read(Treebank.Kazakh) is { } kazakh)
        {
            Kazakh("Kazakh, nouns and adjectives", [.. kazakh.Where(IsNominal)], (0.841, 0.815), 0.716, 0.961, 0.954);
            Kazakh("Kazakh, with verbs", [.. kazakh.Where(IsContent)], (0.542, null), 0.430, 0.850, 0.821);
            Kazakh("Kazakh, verbs alone", [.. kazakh.Where(IsVerb)], (0.409, null), null, 0.758, null);
        }

        if (Treebank.Read(Treebank.Russian) is { } russian)
        {
            Russian("Russian, nouns and adjectives", [.. russian.Where(IsNominal)], 0.885, 0.849);
            Russian("Russian, with verbs", [.. russian.Where(IsContent)], 0.765, 0.721);
            Russian("Russian, verbs alone", [.. russian.Where(IsVerb)], 0.621, 0.539);
        }

        return 0;
    }

    private static void Kazakh(
        string what,
        IReadOnlyList<TreebankWord> words,
        (double Typed, double? Folded) blind,
        double? blindLemma,
        double lemma,
        double? foldedLemma)
    {
        Head(what, words);
        TreebankWord[] folded =
            [.. words.Select(word => word with { Form = Folding.Fold(word.Form), Lemma = Folding.Fold(word.Lemma) })];
        Row("without a vocabulary", Conflation.Of(words, KazakhStemmer.Stem), blind.Typed, blindLemma);
        Row("the same, folded", Conflation.Of(folded, KazakhStemmer.Stem), blind.Folded, null);
        Row("led by the vocabulary", Conflation.Of(words, Led(words)), null, lemma);
        Row("the same, folded", Conflation.Of(folded, Led(folded)), null, foldedLemma);
    }

    private static void Russian(string what, IReadOnlyList<TreebankWord> words, double f1, double lemma)
    {
        Head(what, words);
        Row("Snowball, ё as е", Conflation.Of(words, RussianStemmer.Stem), f1, lemma);
    }

    private static Func<string, string> Led(IEnumerable<TreebankWord> words)
    {
        var lemmas = words.Select(word => KazakhStemmer.Canonical(word.Lemma)).ToHashSet();
        return word => KazakhStemmer.Stem(word, lemmas.Contains);
    }

    private static bool IsNominal(TreebankWord word) => Nominal.Contains(word.Class);

    private static bool IsVerb(TreebankWord word) => Verbs.Contains(word.Class);

    private static bool IsContent(TreebankWord word) => IsNominal(word) || IsVerb(word);

    private static void Head(string what, IReadOnlyList<TreebankWord> words)
    {
        var forms = words.Select(word => word.Form).Distinct().Count();
        var lemmas = words.Select(word => word.Lemma).Distinct().Count();
        Console.WriteLine();
        Console.WriteLine($"{what}: {forms} words, {lemmas} lemmas");
        Console.WriteLine(
            $"{"",-26}{"precision",10}{"recall",10}{"F1",8}{"to beat",9}{"",8}{"to lemma",10}{"to beat",9}");
    }

    private static void Row(string what, Conflation ours, double? f1, double? lemma) => Console.WriteLine(
        $"{what,-26}{Percent(ours.Precision),10}{Percent(ours.Recall),10}"
        + $"{Three(ours.F1),8}{(f1 is { } f ? Three(f) : "–"),9}{Beaten(ours.F1, f1, 0.0005),8}"
        + $"{Percent(ours.Lemma),10}{(lemma is { } l ? Percent(l) : "–"),9}{Beaten(ours.Lemma, lemma, 0.0005),8}");

    private static string Beaten(double ours, double? theirs, double doubt) => theirs is null ? ""
        : ours > theirs + doubt ? "beaten" : ours >= theirs - doubt ? "equal" : "no";

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Three(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
