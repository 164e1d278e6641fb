using System.Collections.Frozen;

namespace Ruhani.Bot.Linguistics.Declension;

/// <summary>The six oblique cases of Kazakh; the nominative has no suffix.</summary>
public enum NounCase
{
    /// <summary>Ілік: of whom, of what – жобаның.</summary>
    Genitive,

    /// <summary>Барыс: to whom, where to – жобаға.</summary>
    Dative,

    /// <summary>Табыс: whom, what – жобаны.</summary>
    Accusative,

    /// <summary>Жатыс: at whom, where, when – жобада.</summary>
    Locative,

    /// <summary>Шығыс: from whom, where from – жобадан.</summary>
    Ablative,

    /// <summary>Көмектес: with whom, with what – жобамен.</summary>
    Instrumental,
}

/// <summary>The Kazakh names of the cases, by which texts ask for them.</summary>
public static class NounCases
{
    private static readonly FrozenDictionary<string, NounCase> ByName = new Dictionary<string, NounCase>
    {
        ["ілік"] = NounCase.Genitive,
        ["барыс"] = NounCase.Dative,
        ["табыс"] = NounCase.Accusative,
        ["жатыс"] = NounCase.Locative,
        ["шығыс"] = NounCase.Ablative,
        ["көмектес"] = NounCase.Instrumental,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names, in the order of the school grammar.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ілік", "барыс", "табыс", "жатыс", "шығыс", "көмектес"];

    /// <summary>The case with a name; null for any other word.</summary>
    public static NounCase? FromName(string name) => ByName.TryGetValue(name, out var found) ? found : null;
}
