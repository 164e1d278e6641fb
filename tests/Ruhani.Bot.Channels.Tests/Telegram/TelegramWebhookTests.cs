using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Ruhani.Bot.Channels.Tests.Telegram;

public sealed class TelegramWebhookTests
{
    private const string Update = """
        {"update_id":7,"message":{"message_id":5,"date":1700000000,"chat":{"id":9,"type":"private","first_name":"A"},
        "from":{"id":9,"is_bot":false,"first_name":"A"},"text":"hi"}}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Telegram_posts_updates_with_the_secret_and_each_becomes_a_turn()
    {
        await using var bot = await TelegramFixture.StartAsync(webhook: true);
        await bot.Server.Calls.WaitForAsync("setWebhook", 1, Cancel);
        var user = bot.Server.AddUser();

        user.Say("бір");
        user.Say("екі");
        await bot.Turns.WaitForCommitsAsync(2, Cancel);

        Assert.Equal(["бір", "екі"], bot.Turns.Texts);
        Assert.Equal(0, bot.Server.WebhookFailures);
        Assert.Equal(0, bot.Server.Calls.Count("getUpdates"));
        var set = bot.Server.Calls.All.Single(call => call.Method == "setWebhook");
        Assert.Equal("""["message","callback_query","my_chat_member"]""", set.Arguments.Text("allowed_updates"));
    }

    [Fact]
    public async Task An_update_whose_turn_fails_is_posted_again_and_has_its_effect_once()
    {
        await using var bot = await TelegramFixture.StartAsync(webhook: true);
        await bot.Server.Calls.WaitForAsync("setWebhook", 1, Cancel);
        var failures = 2;
        bot.Turns.During = (_, _) => failures-- > 0 ? throw new IOException("the store is down") : Task.CompletedTask;

        bot.Server.AddUser().Say("once");
        await bot.Turns.WaitForCommitsAsync(1, Cancel);

        Assert.Equal(["once"], bot.Turns.Texts);
        Assert.Equal(2, bot.Server.WebhookFailures);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("webhook-secret_2")]
    [InlineData("webhook-secret_1x")]
    public async Task A_stranger_is_turned_away_unread(string? secret)
    {
        await using var bot = await TelegramFixture.StartAsync(webhook: true);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, Update, secret));
        Assert.Empty(bot.Turns.Committed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"message\":{}}")]
    [InlineData("{\"update_id\":\"x\"}")]
    public async Task What_is_no_update_is_a_bad_request(string body)
    {
        await using var bot = await ReadyAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bot, body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_a_megabyte_is_too_large(bool isChunked)
    {
        await using var bot = await ReadyAsync();
        var body = $"{{\"update_id\":1,\"x\":\"{new string('x', 1024 * 1024)}\"}}";

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(bot, body, isChunked: isChunked));
    }

    [Fact]
    public async Task Just_below_a_megabyte_is_read()
    {
        await using var bot = await ReadyAsync();
        var body = Update.Replace("\"hi\"", $"\"{new string('x', 1_000_000)}\"", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, body, isChunked: true));
        Assert.Equal(1_000_000, Assert.Single(bot.Turns.Texts).Length);
    }

    [Fact]
    public async Task Only_a_commit_is_answered_with_200()
    {
        await using var bot = await ReadyAsync();
        bot.Turns.During = (_, _) => throw new IOException("the store is down");
        Assert.Equal(HttpStatusCode.InternalServerError, await PostAsync(bot, Update));

        bot.Turns.During = (_, _) => Task.CompletedTask;
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, Update));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, Update));

        var activity = Assert.Single(bot.Turns.Committed);
        Assert.Equal($"telegram:{bot.Server.Bot.Id}:7", activity.Id);
    }

    [Theory]
    [InlineData("""{"update_id":8,"of_tomorrow":{"id":1}}""")]
    [InlineData("""{"update_id":8,"message":"x"}""")]
    [InlineData("""{"update_id":8,"message":{"chat":{"type":7},"from":{"id":"x"}}}""")]
    [InlineData("""{"update_id":8,"message":{"chat":{"type":"private"},"from":{"id":"x"}}}""")]
    public async Task An_update_of_an_unknown_form_is_accepted_so_that_it_does_not_come_for_ever(string update)
    {
        await using var bot = await ReadyAsync();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, update));
        Assert.Empty(bot.Turns.Committed);
    }

    [Fact]
    public async Task Updates_wait_until_the_bot_knows_its_name()
    {
        await using var bot = await TelegramFixture.StartAsync(webhook: true, isStarted: false);
        var release = new TaskCompletionSource();
        bot.Server.Faults.Hold("getMe", release.Task);
        await bot.StartHostAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(bot, Update));
        release.SetResult();
        await bot.Server.Calls.WaitForAsync("setWebhook", 1, Cancel);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, Update));
    }

    [Fact]
    public async Task A_bot_that_polls_has_no_door()
    {
        await using var bot = await TelegramFixture.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(bot, Update));
    }

    private static async Task<TelegramFixture> ReadyAsync()
    {
        var bot = await TelegramFixture.StartAsync(webhook: true);
        await bot.Server.Calls.WaitForAsync("setWebhook", 1, Cancel);
        return bot;
    }

    private static async Task<HttpStatusCode> PostAsync(
        TelegramFixture bot, string body, string? secret = TelegramFixture.Secret, bool isChunked = false)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Url + "/telegram/webhook"));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = isChunked;
        // Lets the server refuse a large body by its header alone.
        request.Headers.ExpectContinue = true;
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var response = await http.SendAsync(request, Cancel);
        return response.StatusCode;
    }
}
