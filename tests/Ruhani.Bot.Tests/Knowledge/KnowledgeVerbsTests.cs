using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Knowledge;

public sealed class KnowledgeVerbsTests
{
    [Fact]
    public async Task A_card_has_its_source_and_what_one_can_do_next()
    {
        using var bot = await RussianAsync();
        var card = Assert.Single(await bot.SayAsync("Что такое национальный код?"));
        Assert.Contains("Источник: методическое пособие", card.Text, StringComparison.Ordinal);
        Assert.Contains("2018/19", card.Text, StringComparison.Ordinal);
        string[] expected = ["Подробнее", "Читать по-казахски", "Ответ помог", "Ответ не помог"];
        Assert.Superset(expected.ToHashSet(), new[] { card }.Labels().ToHashSet());
    }

    [Fact]
    public async Task More_replaces_the_card_in_place_and_less_brings_it_back()
    {
        using var bot = await RussianAsync();
        var card = await bot.SayAsync("Национальный код");
        var full = Assert.Single(await bot.PressAsync(card.Token("Подробнее")));
        Assert.Equal("55", full.EditMessageId);
        Assert.True(full.Text.Length > card[0].Text.Length);
        var less = Assert.Single(await bot.PressAsync(new[] { full }.Token("Кратко")));
        Assert.Equal(card[0].Text, less.Text);
    }

    [Fact]
    public async Task Reading_on_under_a_card_stays_in_the_card_s_language()
    {
        using var bot = await RussianAsync();
        var card = await bot.SayAsync("Национальный код");
        var kazakh = await bot.PressAsync(card.Token("Читать по-казахски"));
        Assert.Equal("kk", kazakh[0].Language);
        var full = await bot.PressAsync(kazakh.Token("Толығырақ"));
        Assert.Equal("kk", full[0].Language);
        var related = full.Labels()[2];
        Assert.Equal("kk", (await bot.PressAsync(full.Token(related)))[0].Language);
        await bot.PressAsync(full.Token("Пайдалы болды"));
        var feedback = Assert.Single(await bot.RecordsAsync(DocumentKind.Feedback));
        Assert.Equal("kk", feedback.GetProperty("language").GetString());
        Assert.Equal("ru", (await bot.PersonAsync())!.Language);
        Assert.Equal("ru", (await bot.CommandAsync("menu"))[0].Language);
    }

    [Fact]
    public async Task A_question_in_the_other_language_is_answered_and_read_on_in_it()
    {
        using var bot = await RussianAsync();
        var card = await bot.SayAsync("Ұлттық код");
        Assert.Equal("kk", card[0].Language);
        Assert.Equal("kk", (await bot.PressAsync(card.Token("Толығырақ")))[0].Language);
    }

    [Theory]
    [InlineData("Ответ помог", true, "учтём")]
    [InlineData("Ответ не помог", false, "отзыв сохранён")]
    public async Task What_the_person_thought_is_stored(string button, bool isHelpful, string thanks)
    {
        using var bot = await RussianAsync();
        var card = await bot.SayAsync("Национальный код");
        var reply = await bot.PressAsync(card.Token(button));
        Assert.Contains(thanks, reply.AllText(), StringComparison.Ordinal);
        var feedback = Assert.Single(await bot.RecordsAsync(DocumentKind.Feedback));
        Assert.Equal("glossary.national-code", feedback.GetProperty("entry").GetString());
        Assert.Equal("ru", feedback.GetProperty("language").GetString());
        Assert.Equal(isHelpful, feedback.TryGetProperty("helpful", out var helpful) && helpful.GetBoolean());
    }

    [Theory]
    [InlineData("ты дурак")]
    [InlineData("ДЕБИЛЫ!!!")]
    [InlineData("заткнись, тупой бот")]
    [InlineData("сен ақымақсың")]
    [InlineData("акымак бот")]
    public async Task An_insult_is_answered_calmly_and_not_kept_with_the_questions(string insult)
    {
        using var bot = await RussianAsync();
        Assert.Contains("/feedback", Assert.Single(await bot.SayAsync(insult)).Text, StringComparison.Ordinal);
        Assert.Empty(await bot.RecordsAsync(DocumentKind.Question));
    }

    [Theory]
    [InlineData("Почему в акимате сидят идиоты и никто не отвечает людям?")]
    [InlineData("Который час?")]
    [InlineData("Где купить мал?")]
    public async Task A_complaint_with_a_rude_word_and_an_innocent_question_are_kept(string question)
    {
        using var bot = await RussianAsync();
        await bot.SayAsync(question);
        Assert.Single(await bot.RecordsAsync(DocumentKind.Question));
    }

    [Fact]
    public async Task A_rude_word_beside_a_topic_of_the_guide_still_leads_to_the_topic()
    {
        using var bot = await RussianAsync();
        Assert.Contains("Национальный код", (await bot.SayAsync("идиоты, что такое национальный код")).Labels());
    }

    [Fact]
    public async Task A_question_the_guide_does_not_answer_is_stored_with_language_and_place()
    {
        using var bot = await RussianAsync();
        var reply = Assert.Single(await bot.SayAsync("Сколько стоит билет на поезд до Атырау?"));
        Assert.Contains("В пособии об этом не сказано", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Контактные телефоны", new[] { reply }.Labels());
        var question = Assert.Single(await bot.RecordsAsync(DocumentKind.Question));
        Assert.Equal("Сколько стоит билет на поезд до Атырау?", question.GetProperty("text").GetString());
        Assert.Equal("ru", question.GetProperty("language").GetString());
        Assert.Equal("telegram:1", question.GetProperty("conversation").GetString());
        Assert.True(question.TryGetProperty("nearest", out _));
    }

    [Theory]
    [InlineData("а индикаторы?", "<b>Ауыл – Ел бесігі: индикаторы</b>")]
    [InlineData("У него какие показатели?", "<b>Ауыл – Ел бесігі: индикаторы</b>")]
    [InlineData("а когда запустили?", "<b>«Ауыл – Ел бесігі»</b>")]
    [InlineData("ал индикаторлары?", "<b>Ауыл – Ел бесігі: индикаторлар</b>")]
    [InlineData("А что такое национальный код?", "<b>Национальный код</b>")]
    [InlineData("ал логотип ережесі қандай?", "логотип")]
    public async Task A_follow_up_means_the_last_topic_unless_it_says_all_by_itself(string question, string expected)
    {
        using var bot = await RussianAsync();
        await bot.SayAsync("Ауыл – Ел бесігі");
        bot.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Contains(expected, (await bot.SayAsync(question)).AllText(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("национальный код", "а индикаторы?", "Индикаторов по этой теме в пособии нет")]
    [InlineData("ұлттық код деген не", "ал индикаторлары?", "Құралда бұл тақырып бойынша индикаторлар берілмеген")]
    public async Task Indicators_of_a_topic_that_has_none_are_honestly_missing(
        string question, string followUp, string expected)
    {
        using var bot = await RussianAsync();
        await bot.SayAsync(question);
        Assert.Contains(expected, (await bot.SayAsync(followUp)).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_minutes_nothing_is_a_follow_up()
    {
        using var bot = await RussianAsync();
        await bot.SayAsync("Ауыл – Ел бесігі");
        bot.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.DoesNotContain("<b>Ауыл", (await bot.SayAsync("а индикаторы?")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_means_a_dialog_starts_it()
    {
        using var bot = await RussianAsync();
        Assert.Equal(["Русский", "Қазақша", "Qazaqşa (latyn)"], (await bot.SayAsync("выбор языка")).Labels());
    }

    [Fact]
    public async Task Asking_without_words_shows_how_to_ask()
    {
        using var bot = await RussianAsync();
        Assert.Contains("Например", (await bot.CommandAsync("ask")).AllText(), StringComparison.Ordinal);
        Assert.Contains(
            "Национальный код", (await bot.CommandAsync("ask", "код нации")).AllText(), StringComparison.Ordinal);
    }

    private static async Task<TestBot> RussianAsync()
    {
        var bot = new TestBot();
        await bot.CommandAsync("start");
        await bot.SayAsync("Русский");
        return bot;
    }
}
