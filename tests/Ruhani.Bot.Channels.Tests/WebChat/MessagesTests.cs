using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.Tests.WebChat.Support;

namespace Ruhani.Bot.Channels.Tests.WebChat;

public sealed class MessagesTests
{
    private const string Path = "/api/messages";

    [Fact]
    public async Task Expected_replies_come_in_the_answer()
    {
        await using var host = await ChatHost.StartAsync();
        host.Turns.Reply = _ => ["бір", "екі"];

        var answer = await host.SendAsync(HttpMethod.Post, Path, null, Incoming("сәлем", null, "expectReplies"));

        var replies = answer["activities"]!.AsArray();
        Assert.Equal(["бір", "екі"], replies.Select(r => r!["text"]!.GetValue<string>()));
        Assert.All(replies, r => Assert.Equal("a1", r!["replyToId"]!.GetValue<string>()));
        var activity = Assert.IsType<TextActivity>(Assert.Single(host.Turns.Seen));
        Assert.Equal("botframework:emulator/c1", activity.Conversation.ToString());
        Assert.Equal("botframework:emulator/u1", activity.From.Address);
    }

    [Fact]
    public async Task Other_replies_are_posted_to_the_service_and_still_are_after_a_restart()
    {
        await using var service = await ServiceStandIn.StartAsync();
        var before = await ChatHost.StartAsync();
        using var accepted = await before.RawAsync(HttpMethod.Post, Path, null, Incoming("сәлем", service.Url));
        await before.DisposeAsync();
        await using var after = await ChatHost.StartAsync(before.Store);

        var outcome = await after.Channel("botframework").SendAsync(
            Notice("botframework:emulator/c1"), DeliveryContext.Empty, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var posts = service.Posts.ToArray();
        Assert.Equal("/v3/conversations/c1/activities/a1", posts[0].Path);
        Assert.Equal("text сәлем", posts[0].Body["text"]!.GetValue<string>());
        Assert.Equal("bot", posts[0].Body["from"]!["id"]!.GetValue<string>());
        Assert.Null(posts[0].Authorization);
        Assert.Equal("/v3/conversations/c1/activities", posts[1].Path);
        Assert.Equal(new DeliveryOutcome.Sent("posted-1"), outcome);
    }

    [Theory]
    [InlineData(429, typeof(DeliveryOutcome.Retry))]
    [InlineData(500, typeof(DeliveryOutcome.Retry))]
    [InlineData(401, typeof(DeliveryOutcome.Retry))]
    [InlineData(404, typeof(DeliveryOutcome.Unreachable))]
    [InlineData(400, typeof(DeliveryOutcome.Rejected))]
    [InlineData(302, typeof(DeliveryOutcome.Rejected))]
    public async Task What_the_service_answers_decides_what_becomes_of_the_message(int status, Type outcome)
    {
        await using var service = await ServiceStandIn.StartAsync();
        await using var host = await ChatHost.StartAsync();
        service.Status = status;

        using var accepted = await host.RawAsync(HttpMethod.Post, Path, null, Incoming("сәлем", service.Url));

        Assert.IsType(outcome, Assert.Single(host.Turns.Deliveries));
    }

    [Fact]
    public async Task A_caller_with_a_good_token_is_heard_and_answered_with_ours()
    {
        await using var service = await ServiceStandIn.StartAsync();
        var clock = ChatHost.Clock();
        await using var host = await ChatHost.StartAsync(null, clock, service.Settings());

        using var answer = await host.RawAsync(
            HttpMethod.Post, Path, service.Sign(clock.GetUtcNow()), Incoming("сәлем", service.Url));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("Bearer ours", Assert.Single(service.Posts).Authorization);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("garbage")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [InlineData("key")]
    [InlineData("unsigned")]
    public async Task A_caller_without_a_good_token_is_not_heard(string flaw)
    {
        await using var service = await ServiceStandIn.StartAsync();
        var clock = ChatHost.Clock();
        await using var host = await ChatHost.StartAsync(null, clock, service.Settings());
        using var other = RSA.Create(2048);
        var now = clock.GetUtcNow();
        var token = flaw switch
        {
            "garbage" => "a.b.c",
            "audience" => service.Sign(now, audience: "another app"),
            "issuer" => service.Sign(now, issuer: "https://evil.example"),
            "expired" => service.Sign(now.AddHours(-2)),
            "key" => service.Sign(now, key: other),
            "unsigned" => "eyJhbGciOiJub25lIn0." + service.Sign(now).Split('.')[1] + ".",
            _ => null,
        };

        using var answer = await host.RawAsync(HttpMethod.Post, Path, token, Incoming("сәлем", service.Url));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task Replies_go_nowhere_but_where_the_token_or_the_list_says()
    {
        await using var service = await ServiceStandIn.StartAsync();
        var clock = ChatHost.Clock();
        await using var vouched = await ChatHost.StartAsync(null, clock, service.Settings());
        await using var listed = await ChatHost.StartAsync(
            null, clock, [.. service.Settings(), ("BotFramework:AllowedServiceHosts:0", "*.botframework.com")]);
        await using var local = await ChatHost.StartAsync();
        var token = service.Sign(clock.GetUtcNow());

        await vouched.SendAsync(HttpMethod.Post, Path, token, Incoming("x", "https://elsewhere.example"), 403);
        await listed.SendAsync(HttpMethod.Post, Path, token, Incoming("x", service.Url), 403);
        await local.SendAsync(HttpMethod.Post, Path, null, Incoming("x", "https://elsewhere.example"), 403);
        await local.SendAsync(HttpMethod.Post, Path, null, Incoming("x", "file:///etc/passwd"), 403);
        await local.SendAsync(HttpMethod.Post, Path, null, Incoming("x", "http://user@127.0.0.1/"), 403);
        await local.SendAsync(HttpMethod.Post, Path, null, Incoming("x", null), 403);

        Assert.Empty(service.Posts);
    }

    [Fact]
    public async Task Without_an_application_id_only_this_machine_is_heard()
    {
        await using var host = await ChatHost.StartAsync();

        using var answer = await host.RawAsync(
            HttpMethod.Post, Path, null, Incoming("x", null, "expectReplies"), ("X-Forwarded-For", "203.0.113.7"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":"message","from":{"id":"u"},"conversation":{}}""", 400)]
    public async Task A_malformed_activity_is_refused(string body, int status)
    {
        await using var host = await ChatHost.StartAsync();

        await host.SendAsync(HttpMethod.Post, Path, null, body, status);
    }

    [Fact]
    public async Task A_caller_is_not_kept_waiting_for_ever_and_late_replies_are_posted()
    {
        await using var service = await ServiceStandIn.StartAsync();
        var clock = ChatHost.Clock();
        await using var host = await ChatHost.StartAsync(null, clock);
        host.Turns.IsDelivering = false;

        var waiting = host.SendAsync(HttpMethod.Post, Path, null, Incoming("сәлем", service.Url, "expectReplies"));
        await host.Turns.Idle.Task.WaitAsync(TestContext.Current.CancellationToken);
        while (!waiting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(11));
            await Task.Yield();
        }

        var answer = await waiting;
        await host.Turns.DeliverAsync(TestContext.Current.CancellationToken);

        Assert.Empty(answer["activities"]!.AsArray());
        Assert.Equal("text сәлем", Assert.Single(service.Posts).Body["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task In_a_group_the_bots_name_is_left_out_of_the_words()
    {
        await using var host = await ChatHost.StartAsync();
        var activity = Incoming("<at>Ruhani</at> /help", null, "expectReplies");
        activity["conversation"]!["isGroup"] = true;
        activity["entities"] = new JsonArray(JsonNode.Parse(
            """{"type":"mention","text":"<at>Ruhani</at>","mentioned":{"id":"bot"}}"""));

        await host.SendAsync(HttpMethod.Post, Path, null, activity);

        var command = Assert.IsType<CommandActivity>(Assert.Single(host.Turns.Seen));
        Assert.Equal("help", command.Name);
        Assert.True(command.IsGroup);
    }

    private static JsonObject Incoming(string text, string? serviceUrl, string? mode = null) => new()
    {
        ["type"] = "message",
        ["id"] = "a1",
        ["text"] = text,
        ["channelId"] = "emulator",
        ["serviceUrl"] = serviceUrl,
        ["deliveryMode"] = mode,
        ["locale"] = "kk-KZ",
        ["from"] = new JsonObject { ["id"] = "u1", ["name"] = "Дана" },
        ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "Ruhani" },
        ["conversation"] = new JsonObject { ["id"] = "c1" },
    };

    private static Ruhani.Bot.Outbox.OutboxMessage Notice(string conversation)
    {
        Assert.True(ConversationKey.TryParse(conversation, out var key));
        return new()
        {
            Id = "broadcast/1/1",
            Conversation = key,
            Order = 9,
            Text = "хабар",
            Language = "kk",
            CreatedAt = DateTimeOffset.UnixEpoch,
            DueAt = DateTimeOffset.UnixEpoch,
        };
    }
}
