using System.Text.Json;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Dialogs;

/// <summary>
/// Somebody presses and types whatever comes to mind, for hundreds of steps: the bot always answers, never fails, never
/// loses an answer that was given, and can always be left.
/// </summary>
public sealed class RandomWalkTests
{
    private const int Steps = 400;

    private static readonly string[] Words =
    [
        "иә", "жоқ", "да", "нет", "1", "2", "7", "31", "болмайды", "артқа", "назад", "кейін", "позже", "жалғастыру",
        "продолжить", "өзгерту", "изменить", "отмена", "меню", "көмек", "қазақша", "русский", "латынша",
        "Арнайы жоба нешеу?", "Кто согласовывает логотип?", "Айгүл Нұрланқызы", "Айдар Омаров", "ертең", "31.02.2027",
        "01.03.2027–14.03.2027", "с 1 по 10 июня", "+7 701 123 45 67", "Костанайская область", "Абай облысы", "?!",
        "   ", "👍", "Ұзақ жауап: бәрі түсінікті, рахмет сізге.", "ал индикаторлары?", "асдфгһ", "Согласующий", "1, 3",
        "стоп", "старт", "тоқта", "/нет", "0123456789",
    ];

    private static readonly string[] Commands =
    [
        "start", "menu", "help", "feedback", "logo", "invite", "roles", "leave", "join", "link", "audit", "my",
        "cancel", "language", "glossary", "projects", "nothing", "settings", "subscribe", "unsubscribe",
    ];

    public static TheoryData<int, string> Walks => new()
    {
        { 1, "telegram" }, { 2, "whatsapp" }, { 3, "webchat" }, { 4, "telegram" }, { 5, "whatsapp" }, { 6, "webchat" },
    };

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task A_wanderer_is_always_answered_and_loses_nothing(int seed, string network)
    {
        var random = new Random(seed);
        var capabilities = network switch
        {
            "telegram" => Networks.Telegram,
            "whatsapp" => Networks.WhatsApp,
            _ => Networks.WebChat,
        };
        var bot = new TestBot(capabilities);
        var shown = new List<OutboxMessage>();
        DialogRunSeen? before = null;
        for (var step = 0; step < Steps; step++)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(20));
            var (said, what) = await StepAsync(bot, random, shown);
            Assert.True(said.Count > 0, $"step {step}: nothing was said to {what}");
            Assert.DoesNotContain(bot.Log.All, line => line.Level >= LogLevel.Error);
            Assert.Empty(said.SelectMany(message => NetworkLimits.Broken(message, capabilities)));
            shown.AddRange(said);
            var now = await SeenAsync(bot);
            Assert.True(
                before is null || now is null || now.Number != before.Number || now.Answers >= before.Answers,
                $"step {step}: an answer was lost by {what}");
            before = now;
            if (random.Next(60) == 0)
            {
                bot = Again(bot);
            }

            if (random.Next(80) == 0)
            {
                bot.Time.Advance(TimeSpan.FromHours(25));
                await bot.RunDueAsync();
            }
        }

        var asked = await bot.CommandAsync("cancel", chat: "admin");
        if (asked.Labels().FirstOrDefault(label => label is "Удалить" or "Өшіру" or "Öşıru") is { } drop)
        {
            await bot.PressAsync(asked.Token(drop), "admin");
        }

        Assert.Null(await SeenAsync(bot));
        bot.Dispose();
    }

    private static TestBot Again(TestBot bot)
    {
        using (bot)
        {
            return bot.Restarted();
        }
    }

    private static async Task<(IReadOnlyList<OutboxMessage> Said, string What)> StepAsync(
        TestBot bot, Random random, List<OutboxMessage> shown)
    {
        var buttons = shown.TakeLast(random.Next(8) == 0 ? 40 : 4)
            .SelectMany(message => message.Buttons).SelectMany(row => row).ToList();
        switch (random.Next(10))
        {
            case < 6 when buttons.Count > 0:
                var button = buttons[random.Next(buttons.Count)];
                var pressed = await bot.PressAsync(button.Token, "admin");

                // The second of two taps may be met with silence.
                return (pressed.Count > 0 ? pressed : await bot.SayAsync("меню", "admin"), button.Label);
            case < 8:
                var word = Words[random.Next(Words.Length)];
                return (await bot.SayAsync(word, "admin"), word);
            case 8:
                var command = Commands[random.Next(Commands.Length)];
                return (await bot.CommandAsync(command, chat: "admin"), "/" + command);
            default:
                var photo = new PhotoActivity
                {
                    Id = "",
                    Conversation = default,
                    From = default!,
                    At = default,
                    Photo = new Attachment("photo"),
                };
                return (await bot.SendAsync(photo, "admin"), "a photo");
        }
    }

    private static async Task<DialogRunSeen?> SeenAsync(TestBot bot)
    {
        var document = await bot.Store.FindAsync(
            DocumentKind.Conversation, "telegram:admin", TestContext.Current.CancellationToken);
        var state = document is null
            ? null
            : JsonSerializer.Deserialize(document.Json, StateJson.Stored.ConversationState);
        return state?.Form is { } run ? new DialogRunSeen(run.Number, run.Root.Values.Count) : null;
    }

    private sealed record DialogRunSeen(int Number, int Answers);
}
