using Ruhani.Bot.Linguistics.Humanizing;

namespace Ruhani.Bot.Language.Tests.Humanizing;

/// <summary>Numbers in Kazakh.</summary>
public sealed class KazakhNumeralsTests
{
    [Theory]
    [InlineData(0, "нөл")]
    [InlineData(7, "жеті")]
    [InlineData(10, "он")]
    [InlineData(46, "қырық алты")]
    [InlineData(100, "жүз")]
    [InlineData(125, "жүз жиырма бес")]
    [InlineData(305, "үш жүз бес")]
    [InlineData(1000, "мың")]
    [InlineData(1991, "мың тоғыз жүз тоқсан бір")]
    [InlineData(2027, "екі мың жиырма жеті")]
    [InlineData(101_000, "жүз бір мың")]
    [InlineData(1_000_000, "бір миллион")]
    [InlineData(2_050_001, "екі миллион елу мың бір")]
    [InlineData(-15, "минус он бес")]
    public void A_number_is_read_aloud(long number, string words) =>
        Assert.Equal(words, KazakhNumerals.Words(number));

    [Fact]
    public void The_least_and_the_greatest_number_are_read_too()
    {
        Assert.StartsWith("минус тоғыз квинтиллион", KazakhNumerals.Words(long.MinValue), StringComparison.Ordinal);
        Assert.EndsWith("сегіз", KazakhNumerals.Words(long.MinValue), StringComparison.Ordinal);
        Assert.EndsWith("жеті", KazakhNumerals.Words(long.MaxValue), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "бірінші", "1-ші")]
    [InlineData(2, "екінші", "2-ші")]
    [InlineData(3, "үшінші", "3-ші")]
    [InlineData(4, "төртінші", "4-ші")]
    [InlineData(5, "бесінші", "5-ші")]
    [InlineData(6, "алтыншы", "6-шы")]
    [InlineData(7, "жетінші", "7-ші")]
    [InlineData(8, "сегізінші", "8-ші")]
    [InlineData(9, "тоғызыншы", "9-шы")]
    [InlineData(10, "оныншы", "10-шы")]
    [InlineData(20, "жиырмасыншы", "20-шы")]
    [InlineData(26, "жиырма алтыншы", "26-шы")]
    [InlineData(30, "отызыншы", "30-шы")]
    [InlineData(40, "қырқыншы", "40-шы")]
    [InlineData(50, "елуінші", "50-ші")]
    [InlineData(60, "алпысыншы", "60-шы")]
    [InlineData(70, "жетпісінші", "70-ші")]
    [InlineData(80, "сексенінші", "80-ші")]
    [InlineData(90, "тоқсаныншы", "90-шы")]
    [InlineData(100, "жүзінші", "100-ші")]
    [InlineData(1000, "мыңыншы", "1000-шы")]
    [InlineData(0, "нөлінші", "0-ші")]
    [InlineData(1_000_000, "бір миллионыншы", "1000000-шы")]
    public void A_place_in_an_order_agrees_with_the_last_word(long number, string words, string digits)
    {
        Assert.Equal(words, KazakhNumerals.Ordinal(number));
        Assert.Equal(digits, KazakhNumerals.OrdinalDigits(number));
    }
}
