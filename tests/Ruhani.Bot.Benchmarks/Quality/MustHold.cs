using Ruhani.Bot.Knowledge;

namespace Ruhani.Bot.Benchmarks.Quality;

/// <summary>
/// The figures the search has to reach on rows it was not tuned on, and whether it does. "Right" is answered, and with
/// the right entry; "wrong" is answered with another one. What is asked back ("did you mean") is neither.
/// </summary>
internal sealed class MustHold
{
    private static readonly Aim[] Aims =
    [
        new("clean: term, plain, colloquial", ["term", "plain", "colloquial"], Right: 97, Wrong: 1),
        new("folded, Latin, layout", ["folded", "latin", "layout"], Right: 96, Wrong: 2),
        new("typo", ["typo"], Right: 94, Wrong: 2),
        new("mixed", ["mixed"], Right: 94, Wrong: 2),
        new("paraphrase", ["paraphrase"], Right: 75, Wrong: 6, Three: 90),
        new("unknowable, far", ["unknowable, far"], Wrong: 1),
        new("unknowable, near", ["unknowable, near"], Wrong: 8),
        new("unknowable", ["unknowable"], Wrong: 8),
    ];

    private const double LanguageRight = 97;

    private readonly SortedDictionary<string, Tally> _byStyle = new(StringComparer.Ordinal);
    private readonly Dictionary<Aim, Tally> _byAim = [];

    public void Add(AskedQuestion question, SearchResult result)
    {
        var style = !question.IsUnknowable ? question.Style
            : question.Style is "far" or "near" ? "unknowable, " + question.Style : "unknowable";
        Of(_byStyle, style).Add(question, result);
        foreach (var aim in Aims.Where(aim => aim.Styles.Contains(style)))
        {
            Of(_byAim, aim).Add(question, result);
        }
    }

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{"must hold",-32}{"rows",6}  figures");
        foreach (var aim in Aims.Where(_byAim.ContainsKey))
        {
            var tally = _byAim[aim];
            var held = aim.Right is null;
            Console.WriteLine($"{aim.Name,-32}{tally.Count,6}  " + string.Join("   ", new[]
            {
                Figure(held ? null : "right", tally.Right, aim.Right, atLeast: true),
                Figure(held ? null : "in three", tally.Three, aim.Three, atLeast: true),
                Figure(held ? null : "wrong", tally.Wrong, aim.Wrong, atLeast: false),
                Figure(held ? "held back" : null, 100 - tally.Wrong, 100 - aim.Wrong, atLeast: true),
            }.OfType<string>()));
        }

        foreach (var (style, tally) in _byStyle.Where(pair => !double.IsNaN(pair.Value.Language)))
        {
            Console.WriteLine($"{"language, " + style,-32}{tally.Count,6}  "
                + Figure("told rightly", tally.Language, LanguageRight, atLeast: true));
        }
    }

    private static string? Figure(string? what, double figure, double? aim, bool atLeast) =>
        what is null || aim is not { } bound ? null
        : $"{what} {Tally.Shown(figure)} ({(atLeast ? "≥" : "≤")} {bound:0}%: "
            + ((atLeast ? figure >= bound : figure <= bound) ? "holds)" : "FALLS SHORT)");

    private static Tally Of<TKey>(IDictionary<TKey, Tally> tallies, TKey key) =>
        tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new Tally();

    private sealed record Aim(
        string Name, string[] Styles, double? Right = null, double? Three = null, double? Wrong = null);
}
