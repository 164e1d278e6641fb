using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

/// <summary>One person stays one conversation, by whatever id WhatsApp names them.</summary>
public sealed class PeopleTests
{
    private const string Phone = "77010000001";
    private const string NewPhone = "77020000002";
    private const string UserId = "KZ.13491208655302741918";
    private const string NewUserId = "KZ.999";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_without_a_number_is_heard_and_answered()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", phone: null, UserId, "aigul");
        var asked = await user.SayAsync("Сәлем", Cancel);
        Assert.Equal(UserId, LastChat(bot));

        var message = bot.Message(UserId, "Қайырлы күн!", asked);
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));
        Assert.Equal(asked, await bot.Server.NextReadMarkAsync(Cancel));
        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.Equal(UserId, (string?)sent.Body["recipient"]);
        Assert.False(sent.Body.ContainsKey("to"));

        await bot.Server.ReportAsync(sent, "delivered", Cancel);
        Assert.Equal(message.Id, (await bot.Receipts.NextAsync()).OutboxId);
    }

    [Fact]
    public async Task Known_by_number_then_both_then_id_only_is_one_conversation()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone);
        await user.SayAsync("бір", Cancel);
        user.UserId = UserId;
        await user.SayAsync("екі", Cancel);
        user.HidesPhone = true;
        await user.SayAsync("үш", Cancel);
        Assert.All(bot.Turns.Committed, a => Assert.Equal(Phone, a.Conversation.Chat));
        Assert.Equal(3, bot.Turns.Committed.Count);
    }

    [Fact]
    public async Task Known_by_id_then_both_then_number_only_is_one_conversation()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone, UserId);
        user.HidesPhone = true;
        await user.SayAsync("бір", Cancel);
        user.HidesPhone = false;
        await user.SayAsync("екі", Cancel);
        user.UserId = null;
        await user.SayAsync("үш", Cancel);
        Assert.All(bot.Turns.Committed, a => Assert.Equal(UserId, a.Conversation.Chat));
        Assert.Equal(3, bot.Turns.Committed.Count);
    }

    [Fact]
    public async Task A_status_of_what_we_sent_to_the_number_is_enough_to_link_the_id()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone);
        await user.SayAsync("бір", Cancel);
        await KnowAsync(bot, Phone);
        await bot.SendAsync(bot.Message(Phone, "жауап"));
        user.UserId = UserId;
        await bot.Server.ReportAsync(await bot.Server.NextSentAsync(Cancel), "delivered", Cancel);
        user.HidesPhone = true;
        await user.SayAsync("екі", Cancel);
        Assert.Equal(Phone, LastChat(bot));
    }

    [Fact]
    public async Task A_status_brings_back_no_id_of_somebody_whose_data_was_deleted()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone);
        await bot.SendAsync(bot.Message(Phone, "Бәрі өшірілді."), lastInboundAt: bot.Time.GetUtcNow());
        user.UserId = UserId;
        await bot.Server.ReportAsync(await bot.Server.NextSentAsync(Cancel), "delivered", Cancel);
        Assert.Empty(await bot.Store.ListAsync(new DocumentQuery(DocumentKind.Alias), Cancel));
    }

    [Fact]
    public async Task A_new_number_keeps_the_conversation_and_the_old_numbers_next_owner_is_a_stranger()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone, UserId);
        await user.SayAsync("бір", Cancel);
        var notice = WhatsAppEvents.Changed(user.Message("system", null), "user_changed_number", NewPhone, NewUserId);
        await bot.Server.Webhook.PostAsync(bot.Server.Events.Call(bot.Server.Events.Messages([], [notice])), Cancel);
        (user.Phone, user.UserId) = (NewPhone, NewUserId);
        await user.SayAsync("екі", Cancel);
        Assert.Equal(Phone, LastChat(bot));
        await bot.SendAsync(bot.Message(Phone, "жауап"));
        Assert.Equal(NewPhone, (await bot.Server.NextSentAsync(Cancel)).To);

        var stranger = bot.Server.AddUser("Болат", Phone, "KZ.55");
        await stranger.SayAsync("үш", Cancel);
        Assert.Equal("KZ.55", LastChat(bot));
        await bot.SendAsync(bot.Message("KZ.55", "жауап"));
        Assert.Equal("KZ.55", (await bot.Server.NextSentAsync(Cancel)).To);
    }

    [Fact]
    public async Task A_new_id_of_somebody_without_a_number_keeps_the_conversation()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", phone: null, UserId, "aigul");
        await user.SayAsync("бір", Cancel);
        var notice = WhatsAppEvents.Changed(user.Message("system", null), "user_changed_user_id", null, NewUserId);
        await bot.Server.Webhook.PostAsync(bot.Server.Events.Call(bot.Server.Events.Messages([], [notice])), Cancel);
        user.UserId = NewUserId;
        await user.SayAsync("екі", Cancel);
        Assert.Equal(UserId, LastChat(bot));
        await bot.SendAsync(bot.Message(UserId, "жауап"));
        Assert.Equal(NewUserId, (await bot.Server.NextSentAsync(Cancel)).To);
    }

    [Fact]
    public async Task Two_first_messages_at_the_same_moment_make_one_conversation()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone, UserId);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => user.SayAsync($"{i}", Cancel)));
        Assert.Equal(8, bot.Turns.Committed.Count);
        Assert.All(bot.Turns.Committed, a => Assert.Equal(Phone, a.Conversation.Chat));
    }

    // What the bot's core would have kept of the conversation.
    private static async Task KnowAsync(WhatsAppBot bot, string chat) => await bot.Store.CommitAsync(
        new Commit
        {
            At = bot.Time.GetUtcNow(),
            Documents = [new DocumentWrite(new StoredDocument(DocumentKind.Conversation, $"whatsapp:{chat}", 1, "{}"))],
        },
        Cancel);

    private static string LastChat(WhatsAppBot bot) => bot.Turns.Committed.Last().Conversation.Chat;
}
