using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Testing.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

public sealed class WebhookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hub.mode=subscribe&hub.verify_token=stand-in-verify&hub.challenge=1158201444", HttpStatusCode.OK)]
    [InlineData("hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1158201444", HttpStatusCode.Forbidden)]
    [InlineData("hub.mode=unsubscribe&hub.verify_token=stand-in-verify&hub.challenge=1", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    public async Task Verification_gives_the_challenge_only_for_the_right_token(string query, HttpStatusCode status)
    {
        await using var bot = await WhatsAppBot.StartAsync();
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri($"{bot.Webhook}?{query}"), Cancel);
        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.OK)
        {
            Assert.Equal("1158201444", await response.Content.ReadAsStringAsync(Cancel));
            Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_wrong_signature_is_refused_and_has_no_effect()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", "77010000001");
        var call = bot.Server.Events.Call(bot.Server.Events.Messages([user], [user.TextMessage("Сәлем")]));
        var body = WhatsAppWebhookClient.Write(call);
        var other = bot.Server.Webhook.Sign(Encoding.UTF8.GetBytes(call.ToJsonString()));

        Assert.Equal(HttpStatusCode.Unauthorized, await bot.Server.Webhook.PostAsync(body, null, Cancel));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.Server.Webhook.PostAsync(body, other + "0", Cancel));
        Assert.Empty(bot.Turns.Committed);
        Assert.Equal(HttpStatusCode.OK, await bot.Server.Webhook.PostAsync(call, Cancel));
        Assert.Single(bot.Turns.Committed);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task Signed_nonsense_is_a_bad_request(string body)
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = bot.Server.Webhook.Sign(bytes);
        Assert.Equal(HttpStatusCode.BadRequest, await bot.Server.Webhook.PostAsync(bytes, signature, Cancel));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"object":"page","entry":[{"changes":[{"field":"feed","value":{}}]}]}""")]
    [InlineData("""{"entry":{"changes":7},"object":null}""")]
    [InlineData("""{"entry":[7,null,{"changes":[null,{"field":"messages","value":"x"}]}]}""")]
    public async Task What_is_not_ours_is_acknowledged(string body)
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = bot.Server.Webhook.Sign(bytes);
        Assert.Equal(HttpStatusCode.OK, await bot.Server.Webhook.PostAsync(bytes, signature, Cancel));
        Assert.Empty(bot.Turns.Committed);
    }

    [Fact]
    public async Task More_than_three_megabytes_are_too_many()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        using var http = new HttpClient();
        var body = new byte[(3 * 1024 * 1024) + 1];
        using var known = new ByteArrayContent(body);
        using var response = await http.PostAsync(bot.Webhook, known, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Webhook);
        request.Content = new ByteArrayContent(body);
        request.Headers.TransferEncodingChunked = true;
        using var chunked = await http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.StatusCode);
    }

    [Fact]
    public async Task A_batch_keeps_each_persons_order_even_when_shuffled_and_repeated()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var aigul = bot.Server.AddUser("Айгүл", "77010000001");
        var bolat = bot.Server.AddUser("Болат", "77010000002", "KZ.2");
        var messages = new List<JsonObject>();
        foreach (var word in new[] { "бір", "екі", "үш" })
        {
            messages.Add(aigul.TextMessage(word));
            messages.Add(bolat.TextMessage(word));
            bot.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var shuffled = new[] { 5, 0, 3, 4, 1, 2, 0, 5 }.Select(i => messages[i]).ToList();
        var call = bot.Server.Events.Call(
            bot.Server.Events.Messages([aigul, bolat], shuffled.Take(3)),
            bot.Server.Events.Messages([aigul], [aigul.TextMessage("басқа нөмірге")], phoneNumberId: "999"),
            bot.Server.Events.Messages([aigul, bolat], shuffled.Skip(3)));

        Assert.Equal(HttpStatusCode.OK, await bot.Server.Webhook.PostAsync(call, Cancel));
        Assert.Equal(HttpStatusCode.OK, await bot.Server.Webhook.PostAsync(call, Cancel));

        foreach (var phone in new[] { "77010000001", "77010000002" })
        {
            Assert.Equal(["бір", "екі", "үш"], Texts(bot, phone));
        }

        Assert.Equal(6, bot.Turns.Committed.Count);
    }

    [Fact]
    public async Task What_cannot_commit_comes_again_and_nothing_overtakes_it()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var aigul = bot.Server.AddUser("Айгүл", "77010000001");
        var bolat = bot.Server.AddUser("Болат", "77010000002");
        var call = bot.Server.Events.Call(bot.Server.Events.Messages(
            [aigul, bolat], [aigul.TextMessage("бір"), aigul.TextMessage("екі"), bolat.TextMessage("бір")]));
        bot.Turns.Fails = a => a is TextActivity { Text: "бір", Conversation.Chat: "77010000001" };

        var delivery = bot.Server.Webhook.DeliverAsync(call, Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, await bot.Server.Webhook.NextAttemptAsync(Cancel));
        Assert.Equal("77010000002", Assert.Single(bot.Turns.Committed).Conversation.Chat);

        bot.Turns.Fails = _ => false;
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await bot.Server.Webhook.NextAttemptAsync(Cancel));
        await delivery;
        Assert.Equal(["бір", "екі"], Texts(bot, "77010000001"));
        Assert.Equal(3, bot.Turns.Committed.Count);
        Assert.Equal(1, bot.Turns.Duplicates);
    }

    [Fact]
    public async Task A_store_that_is_down_is_no_reason_to_acknowledge()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", "77010000001", "KZ.1");
        bot.Store.Failure = new IOException("The disk is full.");
        var call = bot.Server.Events.Call(bot.Server.Events.Messages([user], [user.TextMessage("Сәлем")]));
        Assert.Equal(HttpStatusCode.InternalServerError, await bot.Server.Webhook.PostAsync(call, Cancel));
    }

    [Fact]
    public async Task A_turn_that_hangs_is_given_up_in_time_for_an_answer()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", "77010000001");
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Turns.Before = (_, cancel) =>
        {
            entered.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, bot.Time, cancel);
        };
        var call = bot.Server.Events.Call(bot.Server.Events.Messages([user], [user.TextMessage("Сәлем")]));
        var answer = bot.Server.Webhook.PostAsync(call, Cancel);
        await entered.Task.WaitAsync(Cancel);
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.InternalServerError, await answer);
    }

    [Fact]
    public async Task Conversations_do_not_wait_for_each_other()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var aigul = bot.Server.AddUser("Айгүл", "77010000001");
        var bolat = bot.Server.AddUser("Болат", "77010000002");
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Turns.Before = (activity, cancel) =>
        {
            if (activity.Conversation.Chat == bolat.Phone)
            {
                second.SetResult();
            }

            return second.Task.WaitAsync(cancel);
        };
        var call = bot.Server.Events.Call(
            bot.Server.Events.Messages([aigul, bolat], [aigul.TextMessage("а"), bolat.TextMessage("б")]));
        Assert.Equal(HttpStatusCode.OK, await bot.Server.Webhook.PostAsync(call, Cancel));
        Assert.Equal(2, bot.Turns.Committed.Count);
    }

    [Fact]
    public async Task Group_messages_and_echoes_are_left_alone()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", "77010000001");
        var message = user.TextMessage("топқа");
        message["group_id"] = "Y2FwaV9ncm91cA";
        var echo = bot.Server.Events.Messages([user], [user.TextMessage("біз жаздық")]);
        var echoes = bot.Server.Events.Call(echo);
        echoes["entry"]![0]!["changes"]![0]!["field"] = "smb_message_echoes";

        var group = bot.Server.Events.Call(bot.Server.Events.Messages([user], [message]));
        Assert.Equal(HttpStatusCode.OK, await bot.Server.Webhook.PostAsync(group, Cancel));
        Assert.Equal(HttpStatusCode.OK, await bot.Server.Webhook.PostAsync(echoes, Cancel));
        Assert.Empty(bot.Turns.Committed);
    }

    private static IEnumerable<string> Texts(WhatsAppBot bot, string chat) =>
        bot.Turns.Committed.OfType<TextActivity>().Where(t => t.Conversation.Chat == chat).Select(t => t.Text);
}
