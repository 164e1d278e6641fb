using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Texts;

public sealed class PluralRulesTests
{
    // Unicode CLDR's own samples for ru.
    [Theory]
    [InlineData(PluralCategory.One, 1, 21, 31, 41, 101, 1001, -1, -21)]
    [InlineData(PluralCategory.Few, 2, 3, 4, 22, 24, 32, 104, 1002, -2)]
    [InlineData(PluralCategory.Many, 0, 5, 10, 11, 12, 14, 19, 20, 25, 100, 111, 114, 1000, -11)]
    public void Russian_numbers_take_their_category(PluralCategory category, params int[] numbers) =>
        Assert.All(numbers, number => Assert.Equal(category, PluralRules.Category(Language.Russian, number)));

    [Fact]
    public void Kazakh_tells_one_from_the_rest()
    {
        Assert.Equal(PluralCategory.One, PluralRules.Category(Language.Kazakh, 1));
        Assert.All(
            [0, 2, 11, 21, 101], n => Assert.Equal(PluralCategory.Other, PluralRules.Category(Language.Kazakh, n)));
    }

    [Theory]
    [InlineData(1, "1 термин")]
    [InlineData(3, "3 термина")]
    [InlineData(11, "11 терминов")]
    public void A_text_takes_the_form_its_count_needs(int count, string expected)
    {
        var text = TextTemplate.Parse(new Dictionary<PluralCategory, string>
        {
            [PluralCategory.One] = "{count} термин",
            [PluralCategory.Few] = "{count} термина",
            [PluralCategory.Many] = "{count} терминов",
            [PluralCategory.Other] = "{count} термина",
        });
        Assert.Equal(expected, text.Render(Language.Russian, TextArguments.Of(("count", count))).ToString());
    }

    [Fact]
    public void An_argument_is_never_read_as_markup_and_a_missing_one_is_a_bug()
    {
        var text = TextTemplate.Parse("**{name}**, {name}!");
        var shown = text.Render(Language.Kazakh, TextArguments.Of(("name", "**a** {b}")));
        Assert.Equal("**a** {b}, **a** {b}!", shown.ToString());
        Assert.Equal([true, false], shown.Spans.Select(span => span.Bold));
        Assert.Throws<InvalidOperationException>(() => text.Render(Language.Kazakh, TextArguments.None));
    }
}
