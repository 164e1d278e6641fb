namespace Ruhani.Bot.Texts;

/// <summary>
/// Each language's own alphabetical order, independent of the machine's locale data: Kazakh by the 42 letters of its
/// Cyrillic alphabet (А Ә Б В Г Ғ … І Ь Э Ю Я), Russian by its 33.
/// </summary>
public static class Alphabet
{
    private const string Kazakh = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
    private const string Russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    private static readonly Comparer<string> KazakhOrder = Create(Kazakh);
    private static readonly Comparer<string> RussianOrder = Create(Russian);

    /// <summary>Compares by the language's alphabet, without regard to case; other characters come first.</summary>
    public static IComparer<string> Comparer(Language language) =>
        language == Language.Kazakh ? KazakhOrder : RussianOrder;

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
