using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("прагматизм", "прагматизм", 1)]
    [InlineData("прагматизм", "прагматизим", 0.9)]
    [InlineData("логотип", "логотпи", 0.857)]
    [InlineData("логотип", "логотипти", 0.914)]
    public void Slips_and_endings_cost_little(string one, string other, double likeness)
    {
        Assert.Equal(likeness, EditDistance.PrefixSimilarity(one, other), 0.001);
        Assert.Equal(likeness, EditDistance.PrefixSimilarity(other, one), 0.001);
    }

    [Theory]
    [InlineData("", "код")]
    [InlineData("код", "")]
    [InlineData("ұлт", "миссия")]
    public void Unlike_words_score_low(string one, string other) =>
        Assert.InRange(EditDistance.PrefixSimilarity(one, other), 0, 0.3);

    [Fact]
    public void Endless_words_are_unlike() =>
        Assert.Equal(0, EditDistance.PrefixSimilarity(new string('а', 1000), new string('а', 1000)));
}
