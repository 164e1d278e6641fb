using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.People;

/// <summary>Kazakh in Latin letters for those who chose them.</summary>
public sealed class LatinReadingTests
{
    [Fact]
    public async Task It_is_a_third_choice_and_everything_is_said_in_it_from_then_on()
    {
        using var bot = new TestBot { Hint = "kk" };
        var start = await bot.CommandAsync("start");
        Assert.Equal(["Қазақша", "Qazaqşa (latyn)", "Русский"], start.Labels());

        var set = await bot.PressAsync(start.Token("Qazaqşa (latyn)"));

        Assert.StartsWith("Endı qazaqşa jauap beremın", set[0].Text, StringComparison.Ordinal);
        Assert.Contains("<b>Bas mäzır</b>", set[1].Text, StringComparison.Ordinal);
        Assert.Contains("Arnaiy jobalar", set.Labels());
        var person = await bot.PersonAsync();
        Assert.Equal(("kk", "latn"), (person!.Language, person.Script));
    }

    [Theory]
    [InlineData("Ұлттық код деген не?")]
    [InlineData("ulttyk kod degen ne")]
    [InlineData("Ūlttyq kod degen ne?")]
    public async Task Answers_are_in_latin_whatever_is_typed(string question)
    {
        using var bot = await LatinReaderAsync();
        var card = Assert.Single(await bot.SayAsync(question));
        Assert.Contains("<b>Ūlttyq kod</b>", card.Text, StringComparison.Ordinal);
        Assert.Contains("Tolyğyraq", new[] { card }.Labels());
        Assert.Equal("kk", card.Language);
    }

    [Theory]
    [InlineData("Terminder sözdıgı")]
    [InlineData("Алты бағыт")]
    [InlineData("alty bagyt")]
    [InlineData("Altı bağıt")]
    [InlineData("ALTY BAĞYT")]
    [InlineData("1")]
    public async Task A_choice_is_answered_in_latin_in_cyrillic_and_by_number(string words)
    {
        using var bot = await LatinReaderAsync();
        await bot.CommandAsync("menu");
        var reply = await bot.SayAsync(words);
        Assert.Contains(
            words.StartsWith('T') ? "Glossari" : "Alty bağyt", reply[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_cyrillic_may_answer_in_latin_too()
    {
        using var bot = new TestBot { Hint = "kk" };
        await bot.CommandAsync("start");
        await bot.CommandAsync("menu");
        Assert.Contains("Арнайы жобалар", (await bot.SayAsync("arnaiy jobalar"))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("latyn", "latn")]
    [InlineData("qazaqsha latyn", "latn")]
    [InlineData("Qazaqşa (latyn)", "latn")]
    [InlineData("қазақша латын әрпімен жазыңыз", "latn")]
    [InlineData("латынша", "latn")]
    [InlineData("на латинице", "latn")]
    [InlineData("қазақша", null)]
    [InlineData("кириллица", null)]
    [InlineData("кирилл әрпі", null)]
    public async Task A_wish_that_names_its_letters_is_granted(string wish, string? script)
    {
        using var bot = new TestBot { Hint = "kk" };
        await bot.CommandAsync("start");
        await bot.SayAsync(wish);
        var person = await bot.PersonAsync();
        Assert.Equal(("kk", script), (person!.Language, person.Script));
    }

    [Theory]
    [InlineData("орысша", "ru", null)]
    [InlineData("Русский", "ru", null)]
    [InlineData("3", "ru", null)]
    [InlineData("Қазақша", "kk", null)]
    [InlineData("кириллица", "kk", null)]
    [InlineData("latynsha", "kk", "latn")]
    public async Task Another_choice_ends_it(string words, string language, string? script)
    {
        using var bot = await LatinReaderAsync();
        await bot.CommandAsync("language");
        await bot.SayAsync(words);
        var person = await bot.PersonAsync();
        Assert.Equal((language, script), (person!.Language, person.Script));
    }

    [Fact]
    public async Task A_card_read_in_russian_leads_back_to_latin()
    {
        using var bot = await LatinReaderAsync();
        var card = await bot.SayAsync("Ұлттық код деген не?");
        var russian = await bot.PressAsync(card.Token("Orysşa oqu"));
        Assert.Contains("Национальный код", russian[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(russian.Labels(), label => label.Any(char.IsAsciiLetter));
        Assert.Contains("Ūlttyq kod", (await bot.CommandAsync("start", "glossary_national-code")).AllText());
    }

    [Theory]
    [InlineData("B", "<b>B</b>")]
    [InlineData("q", "<b>Q</b>")]
    [InlineData("ū", "<b>Ū</b>")]
    [InlineData("Ұ", "<b>Ū</b>")]
    public async Task A_latin_letter_opens_its_page_of_the_glossary(string letter, string title)
    {
        using var bot = await LatinReaderAsync();
        Assert.Contains(title, (await bot.CommandAsync("glossary", letter))[0].Text, StringComparison.Ordinal);
        await bot.CommandAsync("glossary");
        Assert.Contains(title, (await bot.SayAsync(letter))[0].Text, StringComparison.Ordinal);
    }

    private static async Task<TestBot> LatinReaderAsync()
    {
        var bot = new TestBot { Hint = "kk" };
        await bot.CommandAsync("start");
        await bot.SayAsync("latyn");
        return bot;
    }
}
