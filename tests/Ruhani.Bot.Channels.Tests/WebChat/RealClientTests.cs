using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.Tests.WebChat.Support;
using static Microsoft.Playwright.Assertions;

namespace Ruhani.Bot.Channels.Tests.WebChat;

/// <summary>Microsoft's own clients, unchanged, against our Direct Line.</summary>
public sealed class RealClientTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("ws")]
    [InlineData("polling")]
    public async Task Directlinejs_sends_receives_presses_and_reconnects(string mode)
    {
        NodeClients.File("botframework-directlinejs", "package.json");
        await using var host = await ChatHost.StartAsync();

        var seen = JsonNode.Parse(await NodeClients.RunAsync("directline.js", host.Address.ToString(), mode))!;

        Assert.True(seen["sameId"]!.GetValue<bool>());
        string[] talk = ["сәлем", "text сәлем", "", "button t:yes"];
        string[] away = mode == "ws" ? ["while away", "text while away"] : [];
        Assert.Equal([.. talk, .. away], seen["messages"]!.AsArray().Select(m => m!.GetValue<string>()));
        Assert.Equal("Online", seen["statuses"]!.AsArray()[2]!.GetValue<string>());
        Assert.Equal(mode == "ws" ? 2 : 0, seen["sockets"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Web_chat_sends_shows_the_answer_and_presses_a_button(bool webSocket)
    {
        var script = NodeClients.File("botframework-webchat", "dist", "webchat.js");
        await using var site = await SiteAsync(script);
        var origin = site.Urls.Single();
        await using var host = await ChatHost.StartAsync(null, null, ("AllowedOrigins:0", origin));
        var query = $"domain={host.Address}v3/directline&ws={(webSocket ? "true" : "false")}";
        await using var page = await browser.OpenAsync(new Uri($"{origin}/?{query}"), "ru-RU");
        var box = page.Page.Locator("[data-id=\"webchat-sendbox-input\"]");
        await Expect(box).ToBeVisibleAsync(new() { Timeout = 20_000 });

        await box.FillAsync("Сәлем, әлем");
        await box.PressAsync("Enter");
        var reply = page.Page.GetByText("text Сәлем, әлем", new() { Exact = true });
        await Expect(reply.First).ToBeAttachedAsync(new() { Timeout = 20_000 });
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Жоқ", Exact = true }).First.ClickAsync();
        await Expect(page.Page.GetByText("button t:no", new() { Exact = true }).First).ToBeAttachedAsync(
            new() { Timeout = 20_000 });
        await page.PictureAsync($"webchat-{webSocket}");

        Assert.IsType<TextActivity>(host.Turns.Seen[0]);
        Assert.NotNull(Assert.IsType<ButtonActivity>(host.Turns.Seen[1]).Token);
        Assert.Equal(["127.0.0.1"], page.Hosts);
    }

    // A page of another origin, as an office's own site would be.
    private static async Task<WebApplication> SiteAsync(string script)
    {
        const string page = """
            <!doctype html><meta charset="utf-8"><style>html,body,#chat{height:100%;margin:0}</style>
            <div id="chat"></div>
            <script src="/webchat.js"></script>
            <script>
              (async () => {
                const query = new URLSearchParams(location.search);
                const domain = query.get('domain');
                const { token } = await (await fetch(`${domain}/tokens/generate`, { method: 'POST' })).json();
                WebChat.renderWebChat({
                  directLine: WebChat.createDirectLine({ token, domain, webSocket: query.get('ws') === 'true' }),
                  locale: 'ru-RU',
                }, document.getElementById('chat'));
              })();
            </script>
            """;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.MapGet("/", () => Results.Text(page, "text/html"));
        app.MapGet("/webchat.js", () => Results.File(script, "text/javascript"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        await app.StartAsync();
        return app;
    }
}
