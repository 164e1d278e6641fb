using Ruhani.Bot.Linguistics.Answers;

namespace Ruhani.Bot.Language.Tests.Answers;

public sealed class IinDetectorTests
{
    // 1 January 1990, then 29 February 2000, then a number whose check digit needs the second row of weights.
    [Theory]
    [InlineData("900101300106")]
    [InlineData("000229500008")]
    [InlineData("900101300811")]
    [InlineData("ИИН 900101300106")]
    [InlineData("ЖСН:900101300106.")]
    [InlineData("900101 300106")]
    [InlineData("900101-300106")]
    [InlineData("900 101 300 106")]
    [InlineData("9001 0130 0106")]
    [InlineData("9001\u200B01300106")]
    [InlineData("мой иин900101300106 тел 87010000000")]
    [InlineData("900101300106 87010000000")]
    public void An_iin_is_found(string text) => Assert.True(IinDetector.Contains(text), text);

    [Theory]
    [InlineData("")]
    [InlineData("900101300108")]
    [InlineData("901301300106")]
    [InlineData("900132300109")]
    [InlineData("010229500006")]
    [InlineData("900101900109")]
    [InlineData("9001013001060")]
    [InlineData("090540000013")]
    [InlineData("87010000000")]
    [InlineData("90 01 01 30 01 06")]
    [InlineData("900101, 300106")]
    public void Other_digits_are_none(string text) => Assert.False(IinDetector.Contains(text), text);

    [Theory]
    [InlineData("ИИН 900101300106, Айгүл", "ИИН ••••••••••••, Айгүл")]
    [InlineData("900101 300106", "•••••• ••••••")]
    [InlineData("тел 87010000000", "тел 87010000000")]
    public void It_is_masked(string text, string masked) => Assert.Equal(masked, IinDetector.Mask(text));

    [Fact]
    public void Only_the_right_check_digit_makes_one() => Assert.Equal(
        ["900101300106"],
        Enumerable.Range(0, 10).Select(digit => $"90010130010{digit}").Where(IinDetector.Contains));

    [Fact]
    public void Nothing_throws_and_masking_hides_all()
    {
        foreach (var text in RandomText.Many(20_000))
        {
            Assert.False(IinDetector.Contains(IinDetector.Mask(text + "900101300106" + text)));
        }
    }
}
