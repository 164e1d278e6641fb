namespace Ruhani.Bot.Texts;

/// <summary>
/// Each language's own alphabetical order, independent of the machine's locale data: Kazakh by the 42 letters of its
/// Cyrillic alphabet (А Ә Б В Г Ғ … І Ь Э Ю Я), Russian by its 33.
/// </summary>
public static class Alphabet
{
    private const string Kazakh = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
    private const string Russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    // Kazakh letters and the Russian ones typed for them, then the Latin ones that look the same.
    private const string Letters = "әғқңөұүһіёabcehkmoptxyi";
    private const string Twins = "агкноуухиеавсенкмортхуи";

    private static readonly Comparer<string> KazakhOrder = Create(Kazakh);
    private static readonly Comparer<string> RussianOrder = Create(Russian);

    /// <summary>Compares by the language's alphabet, without regard to case; other characters come first.</summary>
    public static IComparer<string> Comparer(Language language) =>
        language == Language.Kazakh ? KazakhOrder : RussianOrder;

    /// <summary>
    /// The letter that is meant among those there are: the very letter in either case, else its twin, which another
    /// alphabet or a keyboard without Kazakh letters writes for it (К for Қ, Latin K for К); null for neither.
    /// </summary>
    public static string? FindLetter(IReadOnlyList<string> letters, string typed)
    {
        if (typed.Trim() is not [var character])
        {
            return null;
        }

        var lower = char.ToLowerInvariant(character);
        return letters.FirstOrDefault(letter => letter is [var own] && char.ToLowerInvariant(own) == lower)
            ?? letters.FirstOrDefault(letter => letter is [var own] && Twin(own) == Twin(lower));
    }

    private static char Twin(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        var at = Letters.IndexOf(lower, StringComparison.Ordinal);
        return at >= 0 ? Twins[at] : lower;
    }

    private static Comparer<string> Create(string letters) => Comparer<string>.Create((left, right) =>
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = Rank(letters, left[i]).CompareTo(Rank(letters, right[i]));
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    });

    private static int Rank(string letters, char character)
    {
        var lower = char.ToLowerInvariant(character);
        var at = letters.IndexOf(lower, StringComparison.Ordinal);
        return at >= 0 ? char.MaxValue + 1 + at : lower;
    }
}
