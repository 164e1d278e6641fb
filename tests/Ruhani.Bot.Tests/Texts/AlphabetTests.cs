using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Texts;

public sealed class AlphabetTests
{
    private const string Kazakh = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";
    private const string Russian = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";

    [Theory]
    [InlineData(Language.Kazakh, Kazakh, 42)]
    [InlineData(Language.Russian, Russian, 33)]
    public void Letters_stand_in_the_alphabet_s_order_in_either_case(Language language, string letters, int count)
    {
        Assert.Equal(count, letters.Length);
        foreach (var cased in new[] { letters, letters.ToLowerInvariant() })
        {
            var shuffled = cased.Select(c => c.ToString()).OrderBy(c => c, StringComparer.Ordinal).Reverse();
            Assert.Equal(cased, string.Concat(shuffled.Order(Alphabet.Comparer(language))));
        }
    }

    [Fact]
    public void Words_are_compared_letter_by_letter_and_others_come_first() => Assert.Equal(
        ["2030", "PR", "ана", "аналық", "Әже", "бала", "Қала", "құс", "Үй", "үміт", "іс"],
        new[] { "іс", "үміт", "Үй", "құс", "Қала", "бала", "Әже", "аналық", "ана", "PR", "2030" }
            .Order(Alphabet.Comparer(Language.Kazakh)));

    [Theory]
    [InlineData("ұ", "Ұ")]
    [InlineData("Ү", "Ү")]
    [InlineData("у", "Ұ")]
    [InlineData("К", "Қ")]
    [InlineData("k", "Қ")]
    [InlineData("a", "А")]
    [InlineData("Э", "Э")]
    [InlineData("Щ", null)]
    [InlineData("ҚА", null)]
    [InlineData("", null)]
    [InlineData("😀", null)]
    public void A_typed_letter_is_itself_before_it_is_its_twin(string typed, string? expected) =>
        Assert.Equal(expected, Alphabet.FindLetter(["А", "Ә", "Қ", "Ұ", "Ү", "Э"], typed));
}
