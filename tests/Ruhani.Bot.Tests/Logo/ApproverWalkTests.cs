using Microsoft.Extensions.Logging;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>
/// Two approvers and a head press and type whatever comes to mind while requests come in, are withdrawn and time
/// passes: each press is answered, nothing fails, and every request has one lawful history.
/// </summary>
public sealed class ApproverWalkTests
{
    private const int Steps = 400;
    private static readonly string[] People = ["bolat", "sofia", "head"];
    private static readonly string[] Samples = ["plan", "instruction", "agreement"];

    private static readonly string[] Words =
    [
        "1", "2", "3", "1, 2", "да", "нет", "назад", "отмена", "позже", "продолжить", "Согласовать", "Отказать",
        "25–26 мая", "12 апреля", "31.02.2027", "Логотип не меньше 5 см", "Не подходит макет", "Сколько спецпроектов?",
        "RZ-01-2027-00001-4", "?!",
    ];

    public static TheoryData<int, string> Walks => new()
    {
        { 1, "telegram" }, { 5, "whatsapp" }, { 3, "webchat" }, { 4, "telegram" },
    };

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task Whatever_approvers_do_every_request_has_one_history(int seed, string network)
    {
        var random = new Random(seed);
        var capabilities = network switch
        {
            "telegram" => Networks.Telegram,
            "whatsapp" => Networks.WhatsApp,
            _ => Networks.WebChat,
        };
        var bot = new TestBot(capabilities);
        await bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков", "ru");
        await bot.HireAsync("sofia", Role.Approver, 1, "София Ким", "ru");
        await bot.HireAsync("head", Role.Head, 0, "Ерлан Касымов", "ru");
        await bot.WelcomeAsync("aigul", "ru");
        var shown = 0;
        for (var step = 0; step < Steps; step++)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(random.Next(3) == 0 ? 40 : 1));
            await StepAsync(bot, random);
            await bot.RunDueAsync();
            Assert.DoesNotContain(bot.Log.All, line => line.Level >= LogLevel.Error);
            Assert.Empty(bot.Store.Written.Skip(shown)
                .SelectMany(message => NetworkLimits.Broken(bot.Sign(message), capabilities)));
            shown = bot.Store.Written.Count;
            if (random.Next(60) == 0)
            {
                var before = bot;
                bot = before.Restarted();
                before.Dispose();
            }
        }

        await CheckAsync(bot);
        bot.Dispose();
    }

    private static async Task StepAsync(TestBot bot, Random random)
    {
        if (random.Next(12) == 0)
        {
            await bot.RequestAsync("aigul", SampleRequests.Named(Samples[random.Next(Samples.Length)]));
            return;
        }

        var who = People[random.Next(People.Length)];
        var buttons = Seen(bot, who).TakeLast(random.Next(6) == 0 ? 30 : 2)
            .SelectMany(message => message.Buttons).SelectMany(row => row).ToList();
        switch (random.Next(10))
        {
            case < 7 when buttons.Count > 0:
                await bot.PressAsync(buttons[random.Next(buttons.Count)].Token, who);
                break;
            case < 9:
                Assert.NotEmpty(await bot.SayAsync(Words[random.Next(Words.Length)], who));
                break;
            default:
                Assert.NotEmpty(await bot.CommandAsync("pending", chat: who));
                break;
        }
    }

    private static IEnumerable<OutboxMessage> Seen(TestBot bot, string who) =>
        bot.Store.Written.Where(message => message.Conversation.Chat == who).Select(bot.Sign);

    // Versions rise, each entry begins where the one before ended, and nobody was passed over.
    private static async Task CheckAsync(TestBot bot)
    {
        var count = 0;
        var decided = 0;
        await foreach (var request in bot.Get<LogoRecords>().AllAsync(TestContext.Current.CancellationToken))
        {
            count++;
            decided += request.State is LogoState.Submitted or LogoState.InReview ? 0 : 1;
            Assert.Equal(request.State, request.Audit[^1].To);
            foreach (var (before, after) in request.Audit.Zip(request.Audit.Skip(1)))
            {
                Assert.Equal(before.To, after.From);
                Assert.True(after.Version >= before.Version && after.At >= before.At);
            }
        }

        Assert.True(count > 5 && decided > 0, $"{count} requests, {decided} decided: the walk went nowhere");
    }
}
