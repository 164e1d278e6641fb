using System.Net;
using System.Text.Json.Nodes;
using Ruhani.Bot.Channels.Tests.WebChat.Support;

namespace Ruhani.Bot.Channels.Tests.WebChat;

public sealed class AccessTests
{
    private const string Start = "/v3/directline/conversations";

    [Fact]
    public async Task A_token_opens_its_own_conversation_only()
    {
        await using var host = await ChatHost.StartAsync();
        var mine = await host.OpenAsync();
        var theirs = await host.OpenAsync();

        await host.SendAsync(HttpMethod.Post, $"{theirs.Path}/activities", mine.Token, Chat.Message("x"), 403);
        await host.SendAsync(HttpMethod.Get, $"{theirs.Path}/activities", mine.Token, null, 403);
        await host.SendAsync(HttpMethod.Get, theirs.Path, mine.Token, null, 403);
        await host.SendAsync(HttpMethod.Get, $"{Start}/nowhere/activities", mine.Token, null, 404);
        await host.SendAsync(HttpMethod.Get, $"{theirs.Path}/activities", null, null, 401);
        await host.SendAsync(HttpMethod.Get, $"{theirs.Path}/activities", "made.up.token", null, 403);
        await host.SendAsync(HttpMethod.Get, $"{mine.Path}/activities?watermark=x", mine.Token, null, 400);
        await host.SendAsync(HttpMethod.Get, $"{mine.Path}/stream", mine.Token, null, 400);
    }

    [Fact]
    public async Task A_token_expires_and_a_refreshed_one_goes_on()
    {
        var clock = ChatHost.Clock();
        await using var host = await ChatHost.StartAsync(null, clock);
        var chat = await host.OpenAsync();
        clock.Advance(TimeSpan.FromMinutes(29));
        var fresh = await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", chat.Token);
        clock.Advance(TimeSpan.FromMinutes(2));

        await host.SendAsync(HttpMethod.Get, $"{chat.Path}/activities", chat.Token, null, 403);
        await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", chat.Token, null, 403);
        await host.SendAsync(HttpMethod.Get, $"{chat.Path}/activities", fresh["token"]!.GetValue<string>());

        Assert.Equal(chat.Id, fresh["conversationId"]!.GetValue<string>());
        Assert.Equal(1800, fresh["expires_in"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_generated_token_starts_the_conversation_it_names_and_keeps_its_user()
    {
        const string secret = "a secret of the back end";
        await using var host = await ChatHost.StartAsync(null, null, ("Secret", secret));
        var generated = await host.SendAsync(
            HttpMethod.Post, "/v3/directline/tokens/generate", secret, """{"user":{"id":"dl_7","name":"Дана"}}""");

        var chat = await host.OpenAsync(
            generated["token"]!.GetValue<string>(), JsonNode.Parse("""{"user":{"id":"other"}}""")!.AsObject());
        await chat.SayAsync("x");

        Assert.Equal(generated["conversationId"]!.GetValue<string>(), chat.Id);
        Assert.Equal("webchat:dl_7", host.Turns.Seen[0].From.Address);
        await host.SendAsync(HttpMethod.Post, Start, "not the secret at all", null, 403);
        await host.SendAsync(HttpMethod.Get, $"{Start}/nowhere", secret, null, 404);
        await host.SendAsync(HttpMethod.Post, Start, null, "{broken", 400);
    }

    [Fact]
    public async Task Tokens_and_history_outlive_a_restart()
    {
        var before = await ChatHost.StartAsync();
        var chat = await before.OpenAsync();
        await chat.SayAsync("бірінші");
        var (_, watermark) = await chat.PollAsync();
        await before.DisposeAsync();

        await using var after = await ChatHost.StartAsync(before.Store);
        var opened = await after.SendAsync(HttpMethod.Get, $"{chat.Path}?watermark={watermark}", chat.Token);
        var again = new Chat(after, opened);
        await again.SayAsync("екінші");

        Assert.Equal(["екінші", "text екінші"], (await again.PollAsync(watermark)).Activities.Select(Chat.Text));
        Assert.Equal(4, (await again.PollAsync()).Activities.Count);
        Assert.Contains($"watermark={watermark}&", again.StreamUrl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Client-IP", "203.0.113.7")]
    [InlineData("Host", "chat.example.kz")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task A_persona_is_to_be_had_on_this_machine_only(string header, string value)
    {
        await using var host = await ChatHost.StartAsync();
        const string body = """{"persona":"administrator"}""";

        using var refused = await host.RawAsync(HttpMethod.Post, "/webchat/session", null, body, (header, value));
        using var settings = await host.RawAsync(HttpMethod.Get, "/webchat/settings", null, null, (header, value));
        using var plain = await host.RawAsync(
            HttpMethod.Post, Start, null, """{"user":{"id":"demo-administrator"}}""", (header, value));
        var chat = new Chat(host, JsonNode.Parse(await plain.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken))!.AsObject());
        await chat.SayAsync("x");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain(
            "administrator",
            await settings.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal($"webchat:{chat.Id}", host.Turns.Seen[0].From.Address);
    }

    // nginx without proxy_set_header adds no header and passes on its own name of us: only the version gives it away.
    [Fact]
    public async Task A_persona_is_not_to_be_had_through_a_proxy_that_says_nothing()
    {
        await using var host = await ChatHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webchat/session")
        {
            Version = HttpVersion.Version10,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent("""{"persona":"administrator"}"""),
        };

        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_persona_has_an_address_of_its_own_and_none_when_the_demo_is_off()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = new Chat(host, await host.SendAsync(
            HttpMethod.Post, "/webchat/session", null, """{"persona":"staff"}"""));
        await chat.SayAsync("x");
        await using var serious = await ChatHost.StartAsync(null, null, ("Demo", "false"));

        Assert.Equal("webchat:demo-staff", host.Turns.Seen[0].From.Address);
        await host.SendAsync(HttpMethod.Post, "/webchat/session", null, """{"persona":"tsar"}""", 403);
        await serious.SendAsync(HttpMethod.Post, "/webchat/session", null, """{"persona":"staff"}""", 403);
    }

    [Fact]
    public async Task The_page_resumes_long_after_its_token_expired_but_not_as_somebody_else()
    {
        var clock = ChatHost.Clock();
        await using var host = await ChatHost.StartAsync(null, clock);
        var first = await host.SendAsync(HttpMethod.Post, "/webchat/session", null, """{"persona":"staff"}""");
        clock.Advance(TimeSpan.FromDays(3));
        var resume = first["resume"]!.GetValue<string>();

        var again = await host.SendAsync(
            HttpMethod.Post, "/webchat/session", null, $$"""{"persona":"staff","resume":"{{resume}}"}""");
        var other = await host.SendAsync(
            HttpMethod.Post, "/webchat/session", null, $$"""{"persona":"citizen","resume":"{{resume}}"}""");

        Assert.Equal(first["conversationId"]!.GetValue<string>(), again["conversationId"]!.GetValue<string>());
        Assert.NotEqual(first["conversationId"]!.GetValue<string>(), other["conversationId"]!.GetValue<string>());
        var path = $"{Start}/{first["conversationId"]}/activities";
        await host.SendAsync(HttpMethod.Get, path, resume, null, 403);
    }

    [Fact]
    public async Task Only_listed_origins_may_use_direct_line_from_elsewhere()
    {
        await using var host = await ChatHost.StartAsync(null, null, ("AllowedOrigins:0", "https://example.kz"));

        using var listed = await Preflight("https://example.kz");
        using var other = await Preflight("https://evil.example");

        Assert.Equal("https://example.kz", Assert.Single(listed.Headers.GetValues("Access-Control-Allow-Origin")));
        var allowed = string.Join(',', listed.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.Contains("x-ms-bot-agent", allowed, StringComparison.Ordinal);
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));

        Task<HttpResponseMessage> Preflight(string origin) => host.RawAsync(
            HttpMethod.Options, Start, null, null,
            ("Origin", origin),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent"));
    }

    [Fact]
    public async Task There_is_an_empty_session_id()
    {
        await using var host = await ChatHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, "/v3/directline/session/getsessionid");

        Assert.Equal("", answer["sessionId"]!.GetValue<string>());
    }
}
