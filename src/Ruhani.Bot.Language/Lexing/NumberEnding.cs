using System.Collections.Frozen;

namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>What stands behind digits in writing: <c>25-і</c>, <c>25-нен</c>, <c>15-те</c>, <c>25-го</c>.</summary>
/// <param name="IsOrdinal">
/// True of a place in an order or a day's number (<c>-і</c>, <c>-інде</c>, <c>-ші</c>, <c>-го</c>), false of a bare
/// case (<c>-те</c>, <c>-ке</c>), which hours take.
/// </param>
/// <param name="Case">The Kazakh case it tells.</param>
internal sealed record NumberEnding(bool IsOrdinal, KazakhCase Case)
{
    private const string Ordinals =
        """
        го ого его е ое ье й ой я ая ья ю ую м ом ем му ому ему х ых и си ши нши инши шиси ншиси иншиси ний сини дей
        """;

    private static readonly (KazakhCase Case, string Ordinal, string Bare)[] Cases =
    [
        (KazakhCase.Of, "инин синин шинин", "нин дин тин"),
        (KazakhCase.To, "не ине ина сине сина шиге шига", "ге га ке ка"),
        (KazakhCase.In, "нде нда инде инда синде синда шиде шида индеги индаги синдеги синдаги", "те та де да"),
        (KazakhCase.From, "инен инан синен синан шиден шидан", "тен тан ден дан нен нан"),
        (KazakhCase.With, "имен симен", "мен пен бен"),
        (KazakhCase.Plain, "", "ни ди ти"),
    ];

    // Units cut to a letter, when nothing parts them from the number.
    private static readonly FrozenSet<string> NeverGlued = FrozenSet.Create(StringComparer.Ordinal, "м", "х", "дей");

    // Words of their own when a space stands before them.
    private static readonly FrozenSet<string> NeverSpaced =
        FrozenSet.Create(StringComparer.Ordinal, "не", "на", "мен", "пен", "бен", "ка", "дей", "ем");

    private static readonly FrozenDictionary<string, NumberEnding> Endings = Build();

    /// <summary>The ending with this <see cref="Skeleton"/> behind a number and a hyphen, or null.</summary>
    public static NumberEnding? Hyphened(string key) => Endings.GetValueOrDefault(key);

    /// <summary>The same right behind the digits.</summary>
    public static NumberEnding? Glued(string key) => NeverGlued.Contains(key) ? null : Hyphened(key);

    /// <summary>The same behind a space, as many type it.</summary>
    public static NumberEnding? Spaced(string key) =>
        key.Length < 2 || NeverSpaced.Contains(key) ? null : Hyphened(key);

    private static FrozenDictionary<string, NumberEnding> Build()
    {
        var endings = new Dictionary<string, NumberEnding>(StringComparer.Ordinal);
        Add(Ordinals, isOrdinal: true, KazakhCase.Plain);
        foreach (var (@case, ordinal, bare) in Cases)
        {
            Add(ordinal, isOrdinal: true, @case);
            Add(bare, isOrdinal: false, @case);
        }

        return endings.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string list, bool isOrdinal, KazakhCase @case)
        {
            foreach (var ending in list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                endings.TryAdd(Skeleton.Of(ending), new NumberEnding(isOrdinal, @case));
            }
        }
    }
}
