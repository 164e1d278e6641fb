using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Turns;

/// <summary>The network's menu of commands follows the letters a person reads in.</summary>
public sealed class CommandMenuTests
{
    [Fact]
    public async Task The_menu_is_shown_anew_when_the_letters_change_and_only_then()
    {
        using var bot = new TestBot();
        await bot.CommandAsync("start");

        Assert.Equal(["kk-Latn"], await ChooseAsync(bot, "kk-Latn"));
        Assert.Empty(await ChooseAsync(bot, "kk-Latn"));
        Assert.Equal(["kk"], await ChooseAsync(bot, "kk"));
        Assert.Empty(await ChooseAsync(bot, "ru"));
        Assert.Equal(["kk-Latn"], await ChooseAsync(bot, "kk-Latn"));
        Assert.Equal(["ru"], await ChooseAsync(bot, "ru"));
    }

    [Fact]
    public void The_commands_have_the_same_names_in_every_alphabet()
    {
        using var bot = new TestBot();

        var cyrillic = bot.Content.Commands(Language.Kazakh);
        var latin = bot.Content.Commands(Language.Kazakh, Script.Latin);

        Assert.Equal(cyrillic.Select(command => command.Name), latin.Select(command => command.Name));
        Assert.Contains(latin, command => command is { Name: "language", Description: "tıldı auystyru" });
        Assert.Equal(bot.Content.Commands(Language.Russian), bot.Content.Commands(Language.Russian, Script.Latin));
    }

    [Fact]
    public async Task Somebody_of_the_office_gets_the_menu_of_their_roles_and_loses_it_with_them()
    {
        using var bot = new TestBot();
        await bot.HireAsync("aidar", Role.Approver, 1, "Айдар Омаров");
        Assert.Equal(["ru staff approver"], Tags(await bot.CommandAsync("menu", chat: "aidar")));
        Assert.Empty(Tags(await bot.CommandAsync("menu", chat: "aidar")));
        Assert.Contains(
            bot.Content.Commands(Language.Russian, roles: CommandMenu.Parse("ru approver")!.Roles),
            command => command.Name == "pending");

        await RemoveAsync(bot, "Айдар Омаров");
        Assert.Equal(["ru"], Tags(await bot.CommandAsync("menu", chat: "aidar")));
    }

    [Fact]
    public async Task The_menu_of_somebody_of_the_office_follows_their_language()
    {
        using var bot = new TestBot();
        await bot.HireAsync("1", Role.Head, 1, "Айдар Омаров");
        await bot.CommandAsync("menu");
        Assert.Equal(["kk staff head"], await ChooseAsync(bot, "kk"));
        Assert.Equal(["kk-Latn staff head"], await ChooseAsync(bot, "kk-Latn"));
        Assert.Equal(["ru staff head"], await ChooseAsync(bot, "ru"));
    }

    [Fact]
    public async Task A_suspended_role_takes_its_menu_along_with_the_news_of_it()
    {
        using var bot = new TestBot();
        await bot.HireAsync("aidar", Role.Approver, 1, "Айдар Омаров");
        await bot.CommandAsync("menu", chat: "aidar");
        await RemoveAsync(bot, "Айдар Омаров");
        await bot.RunDueAsync();
        var told = bot.Store.Written.Last(message => message.Conversation.Chat == "aidar");
        Assert.Equal("ru", told.MenuTag);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("kk-Latn")]
    [InlineData("kk staff approver")]
    public void A_tag_names_one_menu(string tag) => Assert.Equal(tag, CommandMenu.Parse(tag)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("en")]
    [InlineData("ru emperor")]
    [InlineData("ru 3000")]
    public void What_names_no_menu_is_none(string tag) => Assert.Null(CommandMenu.Parse(tag));

    private static IEnumerable<string> Tags(IEnumerable<OutboxMessage> replies) =>
        replies.Select(reply => reply.MenuTag).OfType<string>();

    private static async Task RemoveAsync(TestBot bot, string name)
    {
        var list = await bot.CommandAsync("roles", chat: "admin");
        var card = await bot.PressAsync(list.Token(name), "admin");
        var sure = await bot.PressAsync(card.Token("Снять роли"), "admin");
        await bot.PressAsync(sure.Token("Снять роли"), "admin");
    }

    private static async Task<IEnumerable<string>> ChooseAsync(TestBot bot, string tag)
    {
        var token = new ButtonToken("language", 1, "", "start", tag);
        var replies = await bot.PressAsync(bot.Sign(token));
        return replies.Select(reply => reply.MenuTag).OfType<string>();
    }
}
