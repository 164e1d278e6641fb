using System.Text.RegularExpressions;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Content.Tests;

/// <summary>Everything the bot can say, on every network, in both languages, within the limits.</summary>
public sealed partial class EveryReplyTests
{
    private static readonly (string State, string Trigger)[] Presses =
        [("", "start"), ("card", "more"), ("full", "less"), ("card", "no")];

    public static TheoryData<string, string> Cases => new(
        from network in new[] { "Telegram", "WhatsApp", "WebChat" }
        from language in new[] { "kk", "kk-Latn", "ru" }
        select (network, language));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_entry_is_shown_short_and_whole(string network, string language)
    {
        var capabilities = Network(network);
        using var bot = await BotAsync(capabilities, language);
        foreach (var entry in bot.Content.Current.Knowledge.Entries)
        {
            foreach (var (state, trigger) in Presses)
            {
                var replies = await bot.PressAsync(bot.Sign(new ButtonToken("ask", 1, state, trigger, entry.Id)));
                Check(replies, capabilities, language, entry.Id);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_other_reply_is_shown(string network, string language)
    {
        var capabilities = Network(network);
        using var bot = await BotAsync(capabilities, language);
        foreach (var dialog in bot.Content.Current.Dialogs.Dialogs)
        {
            foreach (var state in dialog.States.Values)
            {
                var token = new ButtonToken(dialog.Name, dialog.Version, "", "start");
                Check(await bot.PressAsync(bot.Sign(token)), capabilities, language, dialog.Name);
            }
        }

        var letters = await bot.CommandAsync("glossary");
        Check(letters, capabilities, language, "letters");
        foreach (var letter in "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ")
        {
            Check(await bot.SayAsync(letter.ToString()), capabilities, language, letter.ToString());
        }

        Check(await bot.SayAsync("🎉"), capabilities, language, "emoji");
        Check(await bot.SayAsync(new string('ж', 5000)), capabilities, language, "long");
        Check(await bot.CommandAsync("nothing"), capabilities, language, "command");
        Check(await bot.PressAsync("nothing"), capabilities, language, "button");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_way_of_asking_is_answered_within_the_limits(string network, string language)
    {
        var capabilities = Network(network);
        using var bot = await BotAsync(capabilities, language);
        foreach (var entry in bot.Content.Current.Knowledge.Entries)
        {
            var text = entry.In(Languages.FromTag(language)!.Value);
            Check(await bot.SayAsync(text.Questions[0]), capabilities, null, text.Questions[0]);
            Check(await bot.SayAsync(text.Title), capabilities, null, text.Title);
        }
    }

    // Words that steer or close a talk are no questions, and a word of both languages changes neither.
    [Theory]
    [InlineData("kk", "меню", "Бас мәзір")]
    [InlineData("kk", "menu", "Бас мәзір")]
    [InlineData("kk", "артқа", "Бас мәзір")]
    [InlineData("kk", "болдырмау", "Бас мәзір")]
    [InlineData("kk", "сен кімсің?", "Мен не істей аламын")]
    [InlineData("kk", "Ок", "Жарайды")]
    [InlineData("kk", "Сау болыңыз!", "Жарайды")]
    [InlineData("ru", "меню", "Главное меню")]
    [InlineData("ru", "назад", "Главное меню")]
    [InlineData("ru", "Отмена", "Главное меню")]
    [InlineData("ru", "ты бот?", "Что я умею")]
    [InlineData("ru", "ок", "Хорошо")]
    [InlineData("ru", "Понятно", "Хорошо")]
    [InlineData("ru", "до свидания", "Хорошо")]
    public async Task A_word_that_steers_or_closes_the_talk_is_understood(string language, string word, string answer)
    {
        using var bot = await BotAsync(Networks.Telegram, language);

        var replies = await bot.SayAsync(word);

        Assert.Contains(answer, Assert.Single(replies).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk", "Бас мәзір")]
    [InlineData("ru", "Главное меню")]
    public async Task Cancelling_leads_to_the_menu(string language, string title)
    {
        using var bot = await BotAsync(Networks.Telegram, language);

        Assert.Contains(title, Assert.Single(await bot.CommandAsync("cancel")).Text, StringComparison.Ordinal);
    }

    // Buttons beyond one network's list are numbers in the text: a citizen on Telegram never has to type one.
    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public async Task Telegram_and_the_web_chat_show_entries_with_buttons(string language)
    {
        foreach (var capabilities in new[] { Networks.Telegram, Networks.WebChat })
        {
            using var bot = await BotAsync(capabilities, language);
            foreach (var entry in bot.Content.Current.Knowledge.Entries)
            {
                var token = bot.Sign(new ButtonToken("ask", 1, "", "start", entry.Id));
                Assert.NotEmpty((await bot.PressAsync(token)).Labels());
            }

            Assert.NotEmpty((await bot.CommandAsync("glossary")).Labels());
        }
    }

    private static void Check(
        IReadOnlyList<OutboxMessage> replies, ChannelCapabilities network, string? language, string what)
    {
        Assert.True(replies.Count > 0, $"'{what}' is not answered.");
        foreach (var reply in replies)
        {
            Assert.Empty(NetworkLimits.Broken(reply, network));
            Assert.True(
                language is null || language.StartsWith(reply.Language, StringComparison.Ordinal),
                $"'{what}' is answered in {reply.Language}.");
            Assert.DoesNotMatch(Leftover(), reply.Text);
            Assert.True(reply.Text.Trim() == reply.Text, $"'{what}' has white space at its ends.");
            CheckLetters(reply, language, what);
        }
    }

    // The letters of the script the person reads in, in text, buttons and rows.
    private static void CheckLetters(OutboxMessage reply, string? language, string what)
    {
        var buttons = reply.Buttons.SelectMany(row => row);
        string?[] shown =
            [reply.Text, reply.ListLabel, .. buttons.SelectMany(button => new[] { button.Label, button.Description })];
        var stray = shown.OfType<string>().SelectMany(text => language switch
        {
            "kk" => Letters.StrayLatin(text),
            "kk-Latn" => Letters.StrayCyrillic(text),
            _ => [],
        });
        Assert.True(!stray.Any(), $"'{what}' has stray letters: {string.Join(", ", stray)}");
    }

    private static async Task<TestBot> BotAsync(ChannelCapabilities capabilities, string language)
    {
        var bot = new TestBot(capabilities, limits: limits => limits.MessagesPerMinute = 1_000_000);
        await bot.CommandAsync("start");
        await bot.PressAsync(bot.Sign(new ButtonToken("language", 1, "", "start", language)));
        return bot;
    }

    private static ChannelCapabilities Network(string name) => name switch
    {
        "Telegram" => Networks.Telegram,
        "WhatsApp" => Networks.WhatsApp,
        _ => Networks.WebChat,
    };

    // A placeholder that was not filled, three line ends in a row.
    [GeneratedRegex(@"\{[a-z]+\}|\n\n\n")]
    private static partial Regex Leftover();
}
