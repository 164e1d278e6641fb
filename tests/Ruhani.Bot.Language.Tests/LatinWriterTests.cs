using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests;

public sealed class LatinWriterTests
{
    [Theory]
    [InlineData(LatinAlphabet.Apostrophes2017, "Qazaq tili g'ylym u's'in")]
    [InlineData(LatinAlphabet.Acutes2018, "Qazaq tili ǵylym úshin")]
    [InlineData(LatinAlphabet.Draft2019, "Qazaq tili ğylym üşin")]
    [InlineData(LatinAlphabet.Approved2021, "Qazaq tılı ğylym üşın")]
    [InlineData(LatinAlphabet.Casual, "Kazak tili gylym ushin")]
    public void Kazakh_is_written_in_each_alphabet(LatinAlphabet alphabet, string latin) =>
        Assert.Equal(latin, LatinWriter.Write("Қазақ тілі ғылым үшін", alphabet));

    [Fact]
    public void The_capital_of_the_dotted_letter_keeps_its_dot_in_2021() =>
        Assert.Equal("İdeia, Is", LatinWriter.Write("Идея, Іс", LatinAlphabet.Approved2021));

    [Fact]
    public void What_is_no_cyrillic_letter_stays() =>
        Assert.Equal("RUH.KZ, +7 7172!", LatinWriter.Write("RUH.KZ, +7 7172!", LatinAlphabet.Approved2021));
}
