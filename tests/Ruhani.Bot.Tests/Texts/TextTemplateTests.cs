using Ruhani.Bot.Linguistics.Declension;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Texts;

/// <summary>Values put into the case a Kazakh text asks for.</summary>
public sealed class TextTemplateTests
{
    [Theory]
    [InlineData("{x:ілік}", "Астана", "Астананың")]
    [InlineData("{x:барыс}", "Ақтөбе облысы", "Ақтөбе облысына")]
    [InlineData("{x:табыс}", "өтінім", "өтінімді")]
    [InlineData("{x:жатыс}", "2027 жылғы 25 мамыр", "2027 жылғы 25 мамырда")]
    [InlineData("{x:шығыс}", "09:00", "09:00-ден")]
    [InlineData("{x:көмектес}", "АҚШ", "АҚШ-пен")]
    [InlineData("{x}", "Астана", "Астана")]
    public void A_value_is_put_into_the_case(string template, string value, string expected) =>
        Assert.Equal(expected, Render(template, value).ToString());

    [Fact]
    public void A_number_takes_the_suffix_it_is_said_with()
    {
        Assert.Equal("1-ден 6-ға дейін", Render("1-ден {x:барыс} дейін", 6).ToString());
        Assert.Equal("1-ден 5-ке дейін", Render("1-ден {x:барыс} дейін", 5).ToString());
    }

    [Fact]
    public void The_placeholder_has_its_bare_name() =>
        Assert.Equal(["x"], TextTemplate.Parse("{x:барыс} {x}").Placeholders);

    [Fact]
    public void A_suffix_is_as_bold_as_what_it_hangs_on()
    {
        var text = Render("{x:барыс} дейін", RichText.Parse("бұл – **класс**"));
        Assert.Equal([("бұл – ", false), ("класқа", true), (" дейін", false)],
            text.Spans.Select(span => (span.Text, span.Bold)));
    }

    [Fact]
    public void A_suffix_is_read_in_the_letters_of_what_it_hangs_on()
    {
        Assert.Equal("Aqtöbege jazdym", Render("{x:барыс} жаздым", "Ақтөбе").In(Script.Latin).ToString());
        Assert.Equal("Айгүлге jazdym", Render("`{x:барыс}` жаздым", "Айгүл").In(Script.Latin).ToString());
    }

    [Fact]
    public void A_word_told_by_name_is_declined_as_told()
    {
        var cases = new KazakhCases(new Dictionary<string, string> { ["форум"] = "рахым" });
        var text = TextTemplate.Parse("{x:барыс}").Render(
            Language.Kazakh, TextArguments.Of(("x", "Жастар форумы")), cases);
        Assert.Equal("Жастар форумына", text.ToString());
        Assert.Equal("форумға", TextTemplate.Parse("{x:барыс}").Render(
            Language.Kazakh, TextArguments.Of(("x", "форум")), cases).ToString());
    }

    private static RichText Render(string template, object value) =>
        TextTemplate.Parse(template).Render(Language.Kazakh, TextArguments.Of(("x", value)));
}
