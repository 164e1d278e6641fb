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

    private static async Task<IEnumerable<string>> ChooseAsync(TestBot bot, string tag)
    {
        var token = new ButtonToken("language", 1, "", "start", tag);
        var replies = await bot.PressAsync(bot.Sign(token));
        return replies.Select(reply => reply.MenuTag).OfType<string>();
    }
}
