using System.Net;
using System.Text.Json.Nodes;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.Tests.WebChat.Support;

namespace Ruhani.Bot.Channels.Tests.WebChat;

public sealed class DirectLineTests
{
    [Fact]
    public async Task A_message_is_echoed_with_the_clients_own_id_and_then_answered()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();

        var sent = await chat.SayAsync("Сәлем", "c-1");
        var (activities, watermark) = await chat.PollAsync();

        Assert.Equal(2, activities.Count);
        Assert.Equal("c-1", activities[0]["channelData"]!["clientActivityID"]!.GetValue<string>());
        Assert.Equal(sent["id"]!.GetValue<string>(), activities[0]["id"]!.GetValue<string>());
        Assert.Equal("user", activities[0]["from"]!["role"]!.GetValue<string>());
        Assert.NotNull(activities[0]["timestamp"]);
        Assert.Equal("text Сәлем", Chat.Text(activities[1]));
        Assert.Equal("bot", activities[1]["from"]!["role"]!.GetValue<string>());
        Assert.Equal(activities[0]["id"]!.GetValue<string>(), activities[1]["replyToId"]!.GetValue<string>());
        Assert.Empty((await chat.PollAsync(watermark)).Activities);
    }

    [Fact]
    public async Task A_button_comes_as_a_card_and_comes_back_as_a_press()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        await chat.SayAsync("Сәлем");
        var reply = (await chat.PollAsync()).Activities[1];
        var card = reply["attachments"]![0]!;
        var buttons = card["content"]!["buttons"]!.AsArray();

        await chat.SayAsync(null, "c-2", activity =>
        {
            activity["value"] = buttons[1]!["value"]!.DeepClone();
            activity["replyToId"] = reply["id"]!.DeepClone();
        });

        Assert.Equal("application/vnd.microsoft.card.hero", card["contentType"]!.GetValue<string>());
        Assert.Equal(["Иә", "Жоқ", "Көмек"], buttons.Select(b => b!["title"]!.GetValue<string>()));
        Assert.Equal("[2,1]", reply["channelData"]!["rows"]!.ToJsonString());
        var press = Assert.IsType<ButtonActivity>(host.Turns.Seen[1]);
        Assert.Equal("t:no", press.Token);
        Assert.Equal(reply["id"]!.GetValue<string>(), press.SourceMessageId);
    }

    [Theory]
    [InlineData("""{"type":"message","text":"  /Start  abc def "}""", "command start abc def")]
    [InlineData("""{"type":"message","text":""}""", "text ")]
    [InlineData("""{"type":"message","text":"3/4"}""", "text 3/4")]
    [InlineData("""{"type":"message","value":"plain","text":null}""", "button plain")]
    [InlineData("""{"type":"message","value":{"other":1}}""", "unsupported message")]
    [InlineData("""{"type":"event","name":"webchat/join"}""", "Opened")]
    [InlineData("""{"type":"conversationUpdate"}""", "Opened")]
    [InlineData("""{"type":"telepathy"}""", "unsupported telepathy")]
    public async Task Every_kind_of_activity_is_read(string json, string expected)
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();

        await host.SendAsync(HttpMethod.Post, $"{chat.Path}/activities", chat.Token, json);

        Assert.Equal(expected, EchoTurns.Describe(Assert.Single(host.Turns.Seen)));
    }

    [Theory]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"event","name":"other"}""")]
    public async Task What_no_person_said_starts_no_turn(string json)
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();

        await host.SendAsync(HttpMethod.Post, $"{chat.Path}/activities", chat.Token, json);

        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task A_person_without_a_vouched_name_is_known_by_the_conversation()
    {
        await using var host = await ChatHost.StartAsync(null, null, ("Secret", "a secret of the back end"));
        var anonymous = await host.OpenAsync(null, JsonNode.Parse("""{"user":{"id":"boss"}}""")!.AsObject());
        var vouched = await host.OpenAsync(
            "a secret of the back end", JsonNode.Parse("""{"user":{"id":"boss","name":"Айгүл"}}""")!.AsObject());

        await anonymous.SayAsync("1");
        await vouched.SayAsync("2");

        Assert.Equal($"webchat:{anonymous.Id}", host.Turns.Seen[0].From.Address);
        Assert.Equal("webchat:boss", host.Turns.Seen[1].From.Address);
        Assert.Equal("Айгүл", host.Turns.Seen[1].From.Name);
        Assert.Equal("ru-RU", host.Turns.Seen[1].From.LanguageHint);
        Assert.Equal("boss", (await vouched.PollAsync()).Activities[0]["from"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_repeated_send_is_taken_once()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();

        var first = await chat.SayAsync("бір", "same");
        var second = await chat.SayAsync("бір", "same");

        Assert.Equal(first["id"]!.GetValue<string>(), second["id"]!.GetValue<string>());
        Assert.Equal(2, (await chat.PollAsync()).Activities.Count);
        Assert.All(host.Turns.Seen, a => Assert.Equal($"webchat:{chat.Id}:same", a.Id));
    }

    [Fact]
    public async Task A_turn_that_fails_asks_the_client_to_send_again_and_then_takes_it_once()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Turns.Failure = new IOException("disk");
        await host.SendAsync(HttpMethod.Post, $"{chat.Path}/activities", chat.Token, Chat.Message("бір", "x"), 503);

        host.Turns.Failure = null;
        await chat.SayAsync("бір", "x");

        Assert.Equal(["бір", "text бір"], (await chat.PollAsync()).Activities.Select(Chat.Text));
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"text\"", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":"message","type":"event"}""", 400)]
    [InlineData("""{"type":"message","text":"\ud800"}""", 400)]
    [InlineData("", 400)]
    public async Task A_malformed_body_is_refused(string body, int status)
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();

        var error = await host.SendAsync(HttpMethod.Post, $"{chat.Path}/activities", chat.Token, body, status);

        Assert.NotNull(error["error"]!["code"]);
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task An_oversize_body_is_refused_with_its_length_or_without()
    {
        await using var host = await ChatHost.StartAsync(null, null, ("MaxActivityBytes", "2048"));
        var chat = await host.OpenAsync();
        var large = Chat.Message(new string('ә', 3000)).ToJsonString();
        using var chunked = new StreamContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(large)));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{chat.Path}/activities") { Content = chunked };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Authorization = new("Bearer", chat.Token);

        await host.SendAsync(HttpMethod.Post, $"{chat.Path}/activities", chat.Token, large, 413);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_taken()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();

        await chat.SayAsync(new string('ң', 10_000));

        Assert.Equal(10_000, Assert.IsType<TextActivity>(host.Turns.Seen[0]).Text.Length);
    }

    [Fact]
    public async Task A_token_that_sends_too_fast_waits()
    {
        var clock = ChatHost.Clock();
        await using var host = await ChatHost.StartAsync(null, clock, ("Burst", "2"), ("MessagesPerMinute", "60"));
        var chat = await host.OpenAsync();
        await chat.SayAsync("1");
        await chat.SayAsync("2");

        using var refused = await host.RawAsync(
            HttpMethod.Post, $"{chat.Path}/activities", chat.Token, Chat.Message("3"));
        clock.Advance(TimeSpan.FromSeconds(1));
        await chat.SayAsync("4");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(3, host.Turns.Seen.Count);
    }

    [Fact]
    public async Task The_log_keeps_only_the_newest_activities()
    {
        await using var host = await ChatHost.StartAsync(null, null, ("MaxActivities", "10"));
        var chat = await host.OpenAsync();
        for (var n = 1; n <= 8; n++)
        {
            await chat.SayAsync($"{n}");
        }

        var (activities, watermark) = await chat.PollAsync();

        Assert.Equal(10, activities.Count);
        Assert.Equal("4", Chat.Text(activities[0]));
        Assert.Equal("16", watermark);
    }

    [Fact]
    public async Task A_long_history_is_read_in_pages()
    {
        await using var host = await ChatHost.StartAsync(null, null, ("PageSize", "3"));
        var chat = await host.OpenAsync();
        await chat.SayAsync("1");
        await chat.SayAsync("2");

        var first = await chat.PollAsync();
        var second = await chat.PollAsync(first.Watermark);

        Assert.Equal(["1", "text 1", "2"], first.Activities.Select(Chat.Text));
        Assert.Equal(["text 2"], second.Activities.Select(Chat.Text));
    }

    [Fact]
    public async Task A_message_to_a_person_reaches_the_conversation_they_used_last()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync(null, JsonNode.Parse("""{"user":{"id":"demo-staff"}}""")!.AsObject());
        var now = DateTimeOffset.UnixEpoch;
        var message = new Ruhani.Bot.Outbox.OutboxMessage
        {
            Id = "broadcast/1/7",
            Conversation = new ConversationKey("webchat", "demo-staff"),
            Order = 1,
            Text = "Ертең іс-шара",
            Language = "kk",
            CreatedAt = now,
            DueAt = now,
        };

        var channel = host.Channel("webchat");
        var cancellationToken = TestContext.Current.CancellationToken;
        var first = await channel.SendAsync(message, DeliveryContext.Empty, cancellationToken);
        var again = await channel.SendAsync(message, DeliveryContext.Empty, cancellationToken);
        var astray = message with { Conversation = new ConversationKey("webchat", "nobody") };
        var lost = await channel.SendAsync(astray, DeliveryContext.Empty, cancellationToken);

        Assert.Equal(["Ертең іс-шара"], (await chat.PollAsync()).Activities.Select(Chat.Text));
        Assert.Equal(Assert.IsType<DeliveryOutcome.Sent>(first), again);
        Assert.IsType<DeliveryOutcome.Unreachable>(lost);
    }
}
