using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Content;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Knowledge;

public sealed class BrowseVerbsTests
{
    [Theory]
    [InlineData("kk", "А Ә Б Ж Қ М О П Р С Ұ Ү Э")]
    [InlineData("ru", "Г Е И К М Н О П Р С Т Ц Э")]
    public async Task Letters_stand_in_the_order_of_the_language_s_own_alphabet_and_none_is_empty(
        string language, string letters)
    {
        using var bot = new TestBot { Hint = language };
        await bot.CommandAsync("start");
        Assert.Equal(letters.Split(' '), (await bot.CommandAsync("glossary")).Labels().Take(13));
    }

    [Fact]
    public async Task Every_term_and_direction_is_found_under_a_letter()
    {
        foreach (var language in Languages.All)
        {
            using var bot = new TestBot { Hint = language.Code() };
            await bot.CommandAsync("start");
            var titles = new List<string>();
            var letters = await bot.CommandAsync("glossary");
            foreach (var letter in letters.Labels())
            {
                titles.AddRange((await bot.PressAsync(letters.Token(letter))).Labels());
            }

            var expected = bot.Content.Current.Knowledge.Entries
                .Where(entry => entry.Kind is EntryKind.Term or EntryKind.Direction)
                .Select(entry => entry.In(language).Title);
            Assert.Superset(expected.ToHashSet(), titles.ToHashSet());
        }
    }

    [Fact]
    public async Task A_long_letter_is_leafed_through_and_a_page_that_is_gone_becomes_the_nearest()
    {
        using var files = new ContentFiles();
        AddTerms(files, 20);
        using var bot = new TestBot(Networks.WhatsApp, files.Folder);
        await bot.CommandAsync("start");
        await bot.SayAsync("Русский");
        await bot.CommandAsync("glossary");
        var first = await bot.SayAsync("Я");
        Assert.Equal(9, first.Labels().Count);
        var second = await bot.PressAsync(first.Token("Дальше"));
        Assert.Contains("(2/3)", second[0].Text, StringComparison.Ordinal);
        Assert.Equal(10, second.Labels().Count);
        Assert.Equal(first[0].Text, (await bot.PressAsync(second.Token("Назад")))[0].Text);

        foreach (var (argument, page) in new[] { ("Я.9", 3), ("Я.0", 1), ("Я.x", 1), ("Я", 1), ("Я.999999999999", 1) })
        {
            var token = bot.Sign(new ButtonToken("glossary", 1, "page", "page", argument));
            Assert.Contains($"({page}/3)", (await bot.PressAsync(token))[0].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_letter_of_the_other_language_s_glossary_leads_to_letters_that_work()
    {
        using var bot = new TestBot();
        await bot.CommandAsync("start");
        await bot.SayAsync("Русский");
        var stale = bot.Sign(new ButtonToken("glossary", 1, "letters", "letter", "Ұ.1"));
        var letters = await bot.PressAsync(stale);
        Assert.Contains("С какой буквы", letters[0].Text, StringComparison.Ordinal);
        Assert.Contains(
            "на букву <b>К</b>", (await bot.PressAsync(letters.Token("К")))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk", "К", "<b>Қ</b>")]
    [InlineData("kk", "у", "<b>Ұ</b>")]
    [InlineData("ru", "Қ", "<b>К</b>")]
    [InlineData("ru", "ә", "С какой буквы")]
    [InlineData("ru", "K", "<b>К</b>")]
    [InlineData("ru", "m", "<b>М</b>")]
    [InlineData("kk", "Щ", "Термин қай әріптен")]
    [InlineData("ru", "", "С какой буквы")]
    public async Task A_letter_after_the_command_opens_it_or_its_twin(string language, string letter, string expected)
    {
        using var bot = new TestBot { Hint = language };
        await bot.CommandAsync("start");
        Assert.Contains(expected, (await bot.CommandAsync("glossary", letter))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Projects_and_directions_lead_to_their_entries()
    {
        using var bot = new TestBot();
        await bot.CommandAsync("start");
        Assert.Equal(7, (await bot.CommandAsync("projects")).Labels().Count);
        var directions = await bot.CommandAsync("directions");
        Assert.Equal(6, directions.Labels().Count);
        var first = directions.Labels()[0];
        Assert.Contains(first, (await bot.PressAsync(directions.Token(first)))[0].Text, StringComparison.Ordinal);
    }

    private static void AddTerms(ContentFiles files, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var id = $"glossary.test-{i}";
            files.Append(
                "localization/catalogue.yaml", $"  - {{id: {id}, section: glossary, kind: term, related: []}}\n");
            foreach (var language in new[] { "kk", "ru" })
            {
                var names = string.Join(", ", Enumerable.Range(0, 8).Select(n => $"яблоко {i} {n} {language}"));
                files.Append(
                    $"localization/{language}/knowledge/glossary.yaml",
                    $"  {id}:\n    title: Яблоко {i}\n    source: x\n    short: x\n    text: x\n" +
                    $"    aliases: [{names}]\n    questions: [вопрос {i} {language}]\n");
            }
        }
    }
}
