using Ruhani.Bot.Testing.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

public sealed class StatusTests
{
    private const string Phone = "77010000001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("delivered")]
    [InlineData("read")]
    [InlineData("played")]
    public async Task What_arrived_is_receipted(string state)
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var (sent, message) = await SendAsync(bot);
        await bot.Server.ReportAsync(sent, "sent", Cancel);
        Assert.Equal(0, bot.Receipts.Count);
        await bot.Server.ReportAsync(sent, state, Cancel);
        var receipt = await bot.Receipts.NextAsync();
        Assert.Equal((message, null), (receipt.OutboxId, receipt.Outcome));
    }

    [Fact]
    public async Task In_a_batch_arrival_beats_failure_in_any_order()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone);
        var (sent, message) = await SendAsync(bot);
        var statuses = new[] { ("read", 0), ("failed", 131026), ("delivered", 0), ("sent", 0), ("delivered", 0) }
            .Select(s => bot.Server.Events.Status(sent, user, s.Item1, s.Item2 == 0 ? null : s.Item2));
        var call = bot.Server.Events.Call(bot.Server.Events.Statuses([user], statuses));
        await bot.Server.Webhook.PostAsync(call, Cancel);
        Assert.Equal(1, bot.Receipts.Count);
        var receipt = await bot.Receipts.NextAsync();
        Assert.Equal((message, null), (receipt.OutboxId, receipt.Outcome));
    }

    [Fact]
    public async Task A_closed_window_found_out_afterwards_holds_the_message()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone);
        await user.SayAsync("Сәлем", Cancel);
        bot.Time.Advance(TimeSpan.FromHours(25));
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(bot.Message(Phone, "кеш")));
        Assert.IsType<DeliveryOutcome.Held>((await bot.Receipts.NextAsync()).Outcome);
    }

    [Fact]
    public async Task Nobody_there_makes_the_person_unreachable()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(bot.Message("77019999999", "кімге?")));
        Assert.IsType<DeliveryOutcome.Unreachable>((await bot.Receipts.NextAsync()).Outcome);
    }

    [Fact]
    public async Task Statuses_of_messages_that_are_not_from_the_outbox_are_ignored()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var (sent, _) = await SendAsync(bot);
        sent.Body.Remove("biz_opaque_callback_data");
        await bot.Server.ReportAsync(sent, "delivered", Cancel);
        Assert.Equal(0, bot.Receipts.Count);
    }

    private static async Task<(WhatsAppSent Sent, string OutboxId)> SendAsync(WhatsAppBot bot)
    {
        var user = bot.Server.AddUser("Айгүл", Phone);
        await user.SayAsync("Сәлем", Cancel);
        var message = bot.Message(Phone, "жауап");
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));
        return (await bot.Server.NextSentAsync(Cancel), message.Id);
    }
}
