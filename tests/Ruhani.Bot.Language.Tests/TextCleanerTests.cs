using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests;

public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("  Рухани \t ЖАҢҒЫРУ\r\n", "рухани жаңғыру")]
    [InlineData("и\u0306ога", "йога")]
    [InlineData("жа\u200Bңа \uFEFFқа\u00ADла", "жаңа қала")]
    [InlineData("ба‘ғыт ба’ғыт баʼғыт", "ба'ғыт ба'ғыт ба'ғыт")]
    [InlineData("іс\u2011шара – күні", "іс-шара - күні")]
    [InlineData("İstanbul QAZAQ Iı", "istanbul qazaq iı")]
    [InlineData("əлем Əлем", "әлем әлем")]
    [InlineData("код 👍🏽 код", "код код")]
    [InlineData("", "")]
    public void Typed_text_gets_one_form(string typed, string clean) => Assert.Equal(clean, TextCleaner.Clean(typed));

    [Fact]
    public void Half_of_a_surrogate_pair_is_dropped() => Assert.Equal("ab", TextCleaner.Clean("a\uD83Db"));

    [Theory]
    [InlineData("өтiнiш", "өтініш")]
    [InlineData("cана", "сана")]
    [InlineData("youtube", "youtube")]
    [InlineData("ютубtv", "ютубtv")]
    public void Latin_look_alikes_are_mended_in_cyrillic_words_only(string typed, string mended) =>
        Assert.Equal(mended, TextCleaner.RepairLookAlikes(typed));
}
