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

    // Letter by letter after the alphabet of 2021; ц щ ъ ь э ю я are none of its letters.
    [Theory]
    [InlineData("аәбвгғдежзий", "aäbvgğdejzii")]
    [InlineData("кқлмнңоөпрст", "kqlmnñoöprst")]
    [InlineData("уұүфхһчшщыі", "uūüfhhchşşyı")]
    [InlineData("цэюяё", "tseiuiae")]
    [InlineData("объект фильм", "obekt film")]
    [InlineData("Бұрыңғы өткен заманда, бір данышпан кісі", "Būryñğy ötken zamanda, bır danyşpan kısı")]
    [InlineData("қадір-қасиеті, үйіне, дүниеге, ою-өрнек", "qadır-qasietı, üiıne, düniege, oiu-örnek")]
    [InlineData("Идея, Іс, Йод", "İdeia, Is, İod")]
    [InlineData("ІСКЕ АСЫРУ ІЗДЕУІ", "ISKE ASYRU IZDEUI")]
    [InlineData("Чемпион Юнеско Цифр ЧЕК ЮНЕСКО ҚАЮ", "Chempion İunesko Tsifr CHEK İUNESKO QAİU")]
    [InlineData("партия, авиация, қию, ҚҰРЫЛТАЙ МИССИЯСЫ", "partia, aviatsia, qiu, QŪRYLTAİ MİSSİASY")]
    public void The_alphabet_of_2021_is_written_letter_by_letter(string cyrillic, string latin) =>
        Assert.Equal(latin, LatinWriter.Write(cyrillic, LatinAlphabet.Approved2021));

    [Theory]
    [InlineData("IŞKI İSI", "ışkı isı")]
    [InlineData("QAZAQŞA Ğ Ñ Ū", "qazaqşa ğ ñ ū")]
    public void Lower_case_keeps_the_two_letters_apart(string capitals, string lower) =>
        Assert.Equal(lower, LatinWriter.Lower(capitals));

    [Fact]
    public void What_is_no_cyrillic_letter_stays() =>
        Assert.Equal("RUH.KZ, +7 7172!", LatinWriter.Write("RUH.KZ, +7 7172!", LatinAlphabet.Approved2021));
}
