using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests;

public sealed class KeyboardLayoutTests
{
    [Theory]
    [InlineData("0j5fvls0", "қоғамдық")]
    [InlineData("r-hctnr3i", "көрсеткіш")]
    [InlineData("2ksg,b", "әліпби")]
    public void Kazakh_letters_stand_on_the_number_row(string typed, string meant) =>
        Assert.Equal(meant.Replace('і', 'ы'), KeyboardLayout.ToCyrillic(typed, kazakhRow: true).Replace('і', 'ы'));

    [Theory]
    [InlineData("[jxe gjujdjhbnm c xtkjdtrjv", "хочу поговорить с человеком")]
    [InlineData("xnj nfrjt 100 yjds[ kbw&", "что такое 100 новых лиц?")]
    public void Russian_keeps_its_digits(string typed, string meant) =>
        Assert.Equal(meant, KeyboardLayout.ToCyrillic(typed, kazakhRow: false));

    [Fact]
    public void An_english_name_typed_on_the_russian_layout_is_read_back() =>
        Assert.Equal("youtube", KeyboardLayout.ToLatin("нщгегиу"));

    [Fact]
    public void Kazakh_typed_on_the_russian_layout_has_digits_for_letters() =>
        Assert.Equal("қазақ", KeyboardLayout.RowToKazakh("0аза0"));
}
