using Ruhani.Bot.Activities;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.People;

public sealed class WelcomeVerbsTests
{
    [Theory]
    [InlineData("ru-RU", "Здравствуйте", "Русский")]
    [InlineData("kk", "Сәлеметсіз бе", "Қазақша")]
    [InlineData("en", "Сәлеметсіз бе", "Қазақша")]
    [InlineData(null, "Сәлеметсіз бе", "Қазақша")]
    public async Task The_greeting_guesses_the_client_s_language_and_offers_all(
        string? hint, string greeting, string first)
    {
        using var bot = new TestBot { Hint = hint };
        var reply = Assert.Single(await bot.CommandAsync("start"));
        Assert.Contains(greeting, reply.Text, StringComparison.Ordinal);
        Assert.Equal(3, reply.Buttons.Sum(row => row.Count));
        Assert.Equal(first, reply.Buttons[0][0].Label);
    }

    [Fact]
    public async Task What_the_bot_says_by_itself_is_in_the_client_s_language_until_one_is_chosen()
    {
        using var bot = new TestBot();
        await bot.CommandAsync("feedback");
        await bot.SayAsync("1");
        bot.Time.Advance(TimeSpan.FromHours(25));
        await bot.RunDueAsync();
        Assert.Contains("незаконченным", bot.Store.Written[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_conversation_greets_too()
    {
        using var bot = new TestBot();
        var opened = new MembershipActivity
        {
            Id = "",
            Conversation = default,
            From = default!,
            At = default,
            Change = MembershipChange.Opened,
        };
        Assert.Contains("Здравствуйте", (await bot.SendAsync(opened)).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_message_that_is_a_question_is_answered_at_once_with_the_choice_beneath()
    {
        using var bot = new TestBot { Hint = "en" };
        var replies = await bot.SayAsync("Национальный код");
        Assert.Equal(2, replies.Count);
        Assert.Contains("<b>Национальный код</b>", replies[0].Text, StringComparison.Ordinal);
        Assert.Contains("На каком языке", replies[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.SayAsync("Культура"), message => message.Text.Contains("На каком языке"));
    }

    [Theory]
    [InlineData("programme_about", "«Рухани жаңғыру»")]
    [InlineData("project_auyl", "Ауыл – Ел бесігі")]
    [InlineData("glossary_national-code", "Национальный код")]
    public async Task A_deep_link_leads_to_its_entry_with_the_choice_of_language_beneath(string payload, string title)
    {
        using var bot = new TestBot();
        var replies = await bot.CommandAsync("start", payload);
        Assert.Contains(title, replies[0].Text, StringComparison.Ordinal);
        Assert.Contains("На каком языке", replies[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no_such_entry")]
    [InlineData("~~~")]
    [InlineData("../../etc")]
    public async Task An_unknown_deep_link_greets(string payload)
    {
        using var bot = new TestBot();
        var reply = Assert.Single(await bot.CommandAsync("start", payload));
        Assert.Contains("Здравствуйте", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_chosen_by_button_and_kept()
    {
        using var bot = new TestBot();
        var start = await bot.CommandAsync("start");
        var set = await bot.PressAsync(start.Token("Қазақша"));
        Assert.Contains("Енді қазақша", set[0].Text, StringComparison.Ordinal);
        Assert.Contains("Бас мәзір", set[1].Text, StringComparison.Ordinal);
        Assert.Equal("kk", (await bot.PersonAsync())!.Language);
        Assert.Contains("Глоссарий", (await bot.CommandAsync("glossary")).AllText(), StringComparison.Ordinal);
        Assert.Equal("kk", (await bot.CommandAsync("glossary"))[0].Language);
        Assert.Contains("Қайырлы күн", (await bot.CommandAsync("start"))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("сменить язык", "қазақша", "kk")]
    [InlineData("тілді ауыстыру", "Русский", "ru")]
    [InlineData("тіл", "3", "ru")]
    public async Task The_language_is_chosen_by_words(string ask, string choice, string language)
    {
        using var bot = new TestBot { Hint = "kk" };
        await bot.CommandAsync("start");
        await bot.SayAsync("Қазақша");
        await bot.SayAsync(ask);
        await bot.SayAsync(choice);
        Assert.Equal(language, (await bot.PersonAsync())!.Language);
    }

    [Theory]
    [InlineData("Переключите, пожалуйста, на русский язык.", "ru")]
    [InlineData("Орысша жауап бере аласыз ба?", "ru")]
    [InlineData("қазақша сөйлейікші", "kk")]
    [InlineData("тилди казакшага ауыстырыныз", "kk")]
    [InlineData("поменять язык с русского на казахский", "kk")]
    [InlineData("русский", "ru")]
    [InlineData("орысша айтшы", "ru")]
    [InlineData("kk", "kk")]
    [InlineData("тілді қазақшадан орысшаға ауыстырыңыз", "ru")]
    public async Task A_wish_that_names_its_language_is_granted_at_once(string wish, string language)
    {
        using var bot = new TestBot { Hint = "en" };
        await bot.CommandAsync("start");
        await bot.SayAsync(wish);
        Assert.Equal(language, (await bot.PersonAsync())!.Language);
    }

    [Theory]
    [InlineData("ты дурак")]
    [InlineData("жопа")]
    public async Task A_word_or_two_the_guide_does_not_know_leave_the_language_of_the_talk(string rude)
    {
        using var bot = new TestBot { Hint = "ru" };
        await bot.CommandAsync("start");
        await bot.SayAsync("Что такое национальный код?");
        Assert.Equal("ru", (await bot.SayAsync(rude))[0].Language);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("999")]
    public async Task A_number_that_was_not_offered_is_told_the_numbers_that_were(string number)
    {
        using var bot = new TestBot { Hint = "ru" };
        await bot.CommandAsync("start");
        Assert.Contains("от 1 до 3", (await bot.SayAsync(number)).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_that_leaves_the_choice_open_is_asked_back()
    {
        using var bot = new TestBot { Hint = "ru" };
        await bot.CommandAsync("start");
        var reply = await bot.SayAsync("отвечай по-русски или по-казахски");
        Assert.NotNull(reply.Token("Қазақша"));
        Assert.Null((await bot.PersonAsync())!.Language);
    }

    [Fact]
    public async Task A_phrase_of_one_language_tells_the_language_for_what_follows()
    {
        using var bot = new TestBot { Hint = "en" };
        Assert.Contains("Здравствуйте", (await bot.SayAsync("здравствуйте")).AllText(), StringComparison.Ordinal);
        Assert.Equal("ru", (await bot.CommandAsync("menu"))[0].Language);
    }

    [Fact]
    public async Task Help_names_every_command_that_works()
    {
        using var bot = new TestBot();
        var help = (await bot.CommandAsync("help"))[0].Text;
        foreach (var command in bot.Content.Current.Dialogs.Dialogs.Where(dialog => dialog.Roles.Count == 0)
            .SelectMany(dialog => dialog.StartsOn).Select(start => start.Command).OfType<string>())
        {
            Assert.Contains("/" + command, help, StringComparison.Ordinal);
        }
    }
}
