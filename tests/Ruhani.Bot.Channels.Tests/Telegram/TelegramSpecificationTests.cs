using System.Text;
using NJsonSchema;
using Ruhani.Bot.Testing;

namespace Ruhani.Bot.Channels.Tests.Telegram;

/// <summary>Holds both sides against a description of the Bot API 10.3 that is not ours.</summary>
public sealed class TelegramSpecificationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_we_send_is_as_the_api_describes_it()
    {
        var schema = await LoadAsync("telegram-params-10.3.schema.json");
        await using var polling = await TelegramFixture.StartAsync();
        await TalkAsync(polling);
        await using var hooked = await TelegramFixture.StartAsync(webhook: true);
        await hooked.Server.Calls.WaitForAsync("setWebhook", 1, Cancel);

        var calls = polling.Server.Calls.All.Concat(hooked.Server.Calls.All).ToList();
        foreach (var call in calls.Where(call => call.Arguments.Json is not null))
        {
            var name = char.ToUpperInvariant(call.Method[0]) + call.Method[1..] + "Params";
            // Telegram.Bot writes the mode so; the server reads it without regard to case (tdlib's to_lower).
            var json = call.Arguments.Json!.Replace("\"Html\"", "\"HTML\"", StringComparison.Ordinal);
            var faults = schema.Definitions[name].Validate(json);
            Assert.True(faults.Count == 0, $"{call.Method} {call.Arguments.Json}: {string.Join("; ", faults)}");
            Assert.Empty(call.Arguments.Values.Keys.Except(schema.Definitions[name].ActualProperties.Keys));
        }

        Assert.Superset(
            new HashSet<string>
            {
                "getMe", "deleteWebhook", "getUpdates", "setMyCommands", "sendMessage", "editMessageText",
                "answerCallbackQuery", "setWebhook",
            },
            calls.Select(call => call.Method).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_update_of_the_stand_in_is_as_the_api_describes_it()
    {
        var schema = await LoadAsync("telegram-objects-10.3.schema.json");
        await using var bot = await TelegramFixture.StartAsync();
        await TalkAsync(bot);

        Assert.True(bot.Server.Emitted.Count > 12);
        foreach (var update in bot.Server.Emitted.Select(Encoding.UTF8.GetString))
        {
            var faults = schema.Definitions["TelegramUpdate"].Validate(update);
            Assert.True(faults.Count == 0, $"{update}: {string.Join("; ", faults)}");
        }
    }

    /// <summary>Everything the two do with each other.</summary>
    private static async Task TalkAsync(TelegramFixture bot)
    {
        await bot.Server.Calls.WaitForAsync("setMyCommands", 9, Cancel);
        var user = bot.Server.AddUser();
        user.UserName = "aigul";
        user.LastName = "С.";
        user.Say("/start promo");
        foreach (var kind in (string[])["photo", "document", "voice", "audio", "video"])
        {
            user.Send(kind, "файл.bin", [1, 2, 3], "міне");
        }

        user.SendOther("\"location\":{\"latitude\":43.2,\"longitude\":76.9}");
        user.SendOther($"\"contact\":{{\"phone_number\":\"+77010000000\",\"first_name\":\"А\",\"user_id\":{user.Id}}}");
        await bot.Channel.SendAsync(
            Messages.To(user, "<b>x</b>", [["Иә", "y", "Жоқ", "n"], ["Мәзір", "m"]]), DeliveryContext.Empty, Cancel);
        var message = await user.NextAsync(Cancel);
        await bot.Channel.SendAsync(
            Messages.To(user, "y", [["Иә", "y"]]) with { EditMessageId = "" + message.Id },
            DeliveryContext.Empty,
            Cancel);
        await bot.Server.WaitForAnswerAsync(user.Press(await user.NextAsync(Cancel), "Иә"), Cancel);

        var group = bot.Server.AddGroup("Кеңсе", "group");
        group.AddBot(user);
        var question = user.SayIn(group, "@ruhani_test_bot рәміздер?");
        user.SayIn(group, "ал бұл?", question.Id);
        await bot.Channel.SendAsync(
            Messages.To(group, "z") with { IsGroup = true, InReplyTo = "" + question.Id },
            DeliveryContext.Empty,
            Cancel);
        group.RemoveBot(user);
        user.Block();
        user.Unblock();
    }

    private static async Task<JsonSchema> LoadAsync(string file)
    {
        if (SharedFolder.Find($"specs/telegram/{file}") is not { } path)
        {
            Assert.Skip($"shared/specs/telegram/{file} is not beside the repository.");
            return null!;
        }

        return await JsonSchema.FromFileAsync(path, Cancel);
    }
}
