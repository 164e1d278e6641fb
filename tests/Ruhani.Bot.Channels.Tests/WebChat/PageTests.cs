using Microsoft.Playwright;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.Tests.WebChat.Support;
using Ruhani.Bot.Outbox;
using static Microsoft.Playwright.Assertions;

namespace Ruhani.Bot.Channels.Tests.WebChat;

/// <summary>Our page in a real browser.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Card =
        "**Жалпыұлттық біртұтас құндылықтар**\n\nҚұрал бойынша алты бағыт бар:\n• Бәсекеге қабілеттілік\n• Прагматизм\n"
        + "• Ұлттық бірегейлік\n\nАнығырақ: https://ruh.kz/bagyt, тел. +7 7172 74 14 92\n"
        + "_Дереккөз: әдістемелік құрал, 12-бет_";

    [Theory]
    [InlineData("kk-KZ", "«Рухани жаңғыру» көмекшісі", "Сұрағыңызды жазыңыз", "kk")]
    [InlineData("ru-RU", "Помощник «Рухани жаңғыру»", "Напишите вопрос", "ru")]
    [InlineData("en-US", "«Рухани жаңғыру» көмекшісі", "Сұрағыңызды жазыңыз", "kk")]
    public async Task The_page_greets_in_the_browsers_language(
        string locale, string title, string placeholder, string lang)
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(host.Address, locale);

        await Expect(page.Message("Сәлеметсіз бе")).ToHaveCountAsync(1);
        await Expect(page.Page).ToHaveTitleAsync(title);
        await Expect(page.Page.Locator("#input")).ToHaveAttributeAsync("placeholder", placeholder);
        Assert.Equal(lang, await page.Page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Empty(page.Errors);
        Assert.Equal(["127.0.0.1"], page.Hosts);
    }

    [Fact]
    public async Task A_person_asks_reads_presses_and_finds_it_all_after_a_reload()
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(host.Address);
        await page.SayAsync("Алты бағыт <b>қандай</b>?");

        var card = page.Message("Құрал бойынша");
        await Expect(card.Locator("strong")).ToHaveTextAsync("Жалпыұлттық біртұтас құндылықтар");
        await Expect(card.Locator("li")).ToHaveCountAsync(3);
        await Expect(card.Locator("a").First).ToHaveAttributeAsync("href", "https://ruh.kz/bagyt");
        await Expect(card.Locator("a").Last).ToHaveAttributeAsync("href", "tel:+77172741492");
        await Expect(page.Message("Алты бағыт <b>қандай</b>?")).ToHaveCountAsync(1);
        await Expect(page.Page.Locator(".status.sent")).ToHaveCountAsync(1);

        await card.GetByRole(AriaRole.Button, new() { Name = "Иә" }).ClickAsync();
        await Expect(page.Message("Басылды: t:yes")).ToHaveCountAsync(1);
        await page.PictureAsync("asked");
        await page.Page.ReloadAsync();

        await Expect(page.Message("Басылды: t:yes")).ToHaveCountAsync(1);
        await Expect(page.Page.Locator("article")).ToHaveCountAsync(5);
        await Expect(page.Message("Сәлеметсіз бе")).ToHaveCountAsync(1);
        await card.GetByRole(AriaRole.Button, new() { Name = "Жоқ" }).ClickAsync();
        await Expect(page.Message("Басылды: t:no")).ToHaveCountAsync(1);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_persona_has_a_conversation_of_their_own()
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(host.Address, "ru-RU");
        await page.SayAsync("Я житель");
        await Expect(page.Message("Я житель")).ToHaveCountAsync(1);

        await page.Page.GetByLabel("Роль для демо").SelectOptionAsync(new SelectOptionValue { Label = "Сотрудник" });
        await Expect(page.Message("Я житель")).ToHaveCountAsync(0);
        await page.SayAsync("Я сотрудник");
        await Expect(page.Message("Я сотрудник")).ToHaveCountAsync(1);
        await page.Page.Locator("#persona").SelectOptionAsync("citizen");

        await Expect(page.Message("Я житель")).ToHaveCountAsync(1);
        await Expect(page.Message("Я сотрудник")).ToHaveCountAsync(0);
        var spoke = host.Turns.Seen.OfType<TextActivity>().Select(a => a.From.Address);
        Assert.Equal(["webchat:demo-citizen", "webchat:demo-staff"], spoke);
    }

    [Fact]
    public async Task The_language_and_the_theme_are_switched_and_remembered()
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(host.Address);
        await Expect(page.Page.Locator("html")).Not.ToHaveClassAsync("is-dark");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Русский" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Включить тёмное оформление" }).ClickAsync();
        await page.Page.ReloadAsync();

        await Expect(page.Page.Locator("html")).ToHaveClassAsync("is-dark");
        await Expect(page.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Помощник «Рухани жаңғыру»");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Русский" })).ToHaveAttributeAsync(
            "aria-pressed", "true");
    }

    [Fact]
    public async Task The_page_follows_the_bots_language_until_the_person_chooses_one()
    {
        await using var host = await HostAsync();
        host.Turns.Language = "ru";
        await using var page = await browser.OpenAsync(host.Address, "en-US");

        await page.SayAsync("Где пособие?");
        await Expect(page.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Помощник «Рухани жаңғыру»");
        await Expect(page.Page.Locator(".status.sent")).ToHaveTextAsync("Отправлено");

        await page.Page.Locator("#languages button[lang=kk]").ClickAsync();
        await page.SayAsync("Где ещё?");
        await Expect(page.Message("Где ещё?")).ToHaveCountAsync(1);
        await Expect(page.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("«Рухани жаңғыру» көмекшісі");
    }

    [Fact]
    public async Task The_language_chosen_above_is_the_bots_language_too()
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(host.Address);
        await Expect(page.Message("Сәлеметсіз бе")).ToHaveCountAsync(1);

        await page.Page.Locator("#languages button[lang=ru]").ClickAsync();
        await Expect(page.Message("Құрал бойынша")).ToHaveCountAsync(1);

        await Expect(page.Page.Locator("article[data-who=you] .typed")).ToHaveTextAsync("Русский");
        var command = Assert.Single(host.Turns.Seen.OfType<CommandActivity>());
        Assert.Equal(("language", "ru"), (command.Name, command.Payload));
    }

    [Fact]
    public async Task The_language_chosen_in_the_chat_is_the_pages_language_too()
    {
        await using var host = await HostAsync();
        host.Turns.Buttons = [[new OutboxButton("Қазақша", "t:kk"), new OutboxButton("Русский", "t:ru")]];
        await using var page = await browser.OpenAsync(host.Address);

        await page.Page.Locator("article button", new() { HasText = "Русский" }).ClickAsync();

        await Expect(page.Message("Басылды: t:ru")).ToHaveCountAsync(1);
        await Expect(page.Page).ToHaveTitleAsync("Помощник «Рухани жаңғыру»");
    }

    [Fact]
    public async Task A_message_sent_while_the_line_is_being_opened_is_answered_in_the_same_conversation()
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(new Uri("about:blank"));
        var sent = new TaskCompletionSource();
        var opened = 0;
        await page.Page.RouteAsync("**/webchat/session", async route =>
        {
            Interlocked.Increment(ref opened);
            await sent.Task;
            await route.ContinueAsync();
        });
        await page.Page.GotoAsync(host.Address.ToString());
        await page.SayAsync("асығыс");
        await Expect(page.Message("асығыс")).ToHaveCountAsync(1);
        sent.SetResult();

        await Expect(page.Message("Құрал бойынша")).ToHaveCountAsync(1);
        Assert.Equal(1, opened);
    }

    [Fact]
    public async Task Nothing_can_be_written_into_a_page_that_can_not_send_yet()
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(new Uri("about:blank"));
        var ready = new TaskCompletionSource();
        await page.Page.RouteAsync("**/webchat/settings", async route =>
        {
            await ready.Task;
            await route.ContinueAsync();
        });
        await page.Page.GotoAsync(host.Address.ToString());
        await Expect(page.Page.Locator("#input")).ToBeDisabledAsync();
        ready.SetResult();
        await page.SayAsync("дайын");

        await Expect(page.Message("Құрал бойынша")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_message_that_was_not_taken_is_sent_again_on_demand()
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(host.Address);
        await Expect(page.Message("Сәлеметсіз бе")).ToHaveCountAsync(1);
        await page.Page.RouteAsync("**/activities", route => route.AbortAsync());
        await page.SayAsync("жоғалмайды");
        await Expect(page.Page.GetByText("Жіберілмеді")).ToBeVisibleAsync();
        await page.PictureAsync("failed");

        await page.Page.UnrouteAsync("**/activities");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Қайталау" }).ClickAsync();

        await Expect(page.Page.Locator(".status.sent")).ToHaveCountAsync(1);
        await Expect(page.Message("жоғалмайды")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_message_asked_to_wait_is_sent_although_the_line_broke_meanwhile()
    {
        var first = await HostAsync();
        var port = first.Address.Port;
        await using var page = await browser.OpenAsync(first.Address);
        await Expect(page.Message("Сәлеметсіз бе")).ToHaveCountAsync(1);
        await page.Page.RouteAsync("**/activities", async route =>
        {
            await route.FulfillAsync(
                new() { Status = 429, Headers = [KeyValuePair.Create("Retry-After", "4")], Body = "{}" });
            await page.Page.UnrouteAsync("**/activities");
        });
        await page.SayAsync("жоғалмайды");
        await first.DisposeAsync();
        await Expect(page.Page.Locator("#banner")).ToContainTextAsync("Байланыс үзілді");

        await using var second = await HostAsync(first, port);

        await Expect(page.Page.Locator(".status.sent")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        Assert.Equal("жоғалмайды", second.Turns.Seen.OfType<TextActivity>().Single().Text);
    }

    [Fact]
    public async Task Files_are_sent_and_shown_and_bad_ones_refused_at_once()
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(host.Address);
        var files = page.Page.Locator("#file");
        var png = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        await files.SetInputFilesAsync(
            new FilePayload { Name = "x.exe", MimeType = "application/x-msdownload", Buffer = png });
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("x.exe");

        await files.SetInputFilesAsync(
        [
            new FilePayload { Name = "сурет.png", MimeType = "image/png", Buffer = png },
            new FilePayload { Name = "Өтінім.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() },
        ]);
        await page.PictureAsync("files-chosen");
        await page.SayAsync("Екі файл");

        await Expect(page.Page.Locator(".status.sent")).ToHaveCountAsync(1);
        await page.PictureAsync("files-sent");
        await page.Page.ReloadAsync();
        var image = page.Page.Locator("article img");
        await Expect(image).ToHaveJSPropertyAsync("naturalWidth", 1);
        await Expect(page.Page.GetByText("Өтінім.pdf")).ToBeVisibleAsync();
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_page_works_by_keyboard_alone()
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(host.Address);
        await Expect(page.Message("Сәлеметсіз бе")).ToHaveCountAsync(1);
        var keys = page.Page.Keyboard;
        await Expect(page.Page.Locator("#input")).ToBeFocusedAsync();

        await keys.TypeAsync("бірінші жол");
        await keys.PressAsync("Shift+Enter");
        await keys.TypeAsync("екінші жол");
        await keys.PressAsync("Enter");
        await Expect(page.Message("Құрал бойынша")).ToHaveCountAsync(1);
        await keys.PressAsync("Shift+Tab");
        await keys.PressAsync("Shift+Tab");
        await Expect(page.Page.Locator("article button").Last).ToBeFocusedAsync();
        await page.PictureAsync("focus");
        await keys.PressAsync("Enter");
        await Expect(page.Message("Басылды: t:help")).ToHaveCountAsync(1);
        await keys.PressAsync("Escape");

        await Expect(page.Page.Locator("#input")).ToBeFocusedAsync();
        Assert.Equal("бірінші жол\nекінші жол", host.Turns.Seen.OfType<TextActivity>().Single().Text);
    }

    [Fact]
    public async Task The_page_goes_on_by_polling_where_web_sockets_are_blocked()
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(new Uri("about:blank"));
        await page.Page.AddInitScriptAsync(
            "window.WebSocket = class { constructor() { setTimeout(() => this.onclose?.({})); } close() {} };");
        await page.Page.GotoAsync(host.Address.ToString());

        await page.SayAsync("сұрау арқылы");

        await Expect(page.Message("Құрал бойынша")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task The_page_says_that_the_line_is_lost_and_catches_up_by_itself()
    {
        var first = await HostAsync();
        var port = first.Address.Port;
        await using var page = await browser.OpenAsync(first.Address);
        await page.SayAsync("бірінші");
        await Expect(page.Message("Құрал бойынша")).ToHaveCountAsync(1);
        await first.DisposeAsync();
        await Expect(page.Page.Locator("#banner")).ToContainTextAsync("Байланыс үзілді");
        await page.PictureAsync("lost");
        await page.SayAsync("екінші");
        await Expect(page.Page.GetByText("Жіберілмеді")).ToBeVisibleAsync();

        await using var second = await HostAsync(first, port);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Қазір қосылу" }).ClickAsync();
        await Expect(page.Page.Locator("#banner")).ToBeEmptyAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Қайталау" }).ClickAsync();

        await Expect(page.Message("Құрал бойынша")).ToHaveCountAsync(2);
        await Expect(page.Message("бірінші")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("kk-KZ", 360, 740, ColorScheme.Light)]
    [InlineData("ru-RU", 360, 740, ColorScheme.Dark)]
    [InlineData("ru-RU", 1280, 860, ColorScheme.Light)]
    [InlineData("kk-KZ", 1280, 860, ColorScheme.Dark)]
    public async Task Nothing_is_cut_off_at_any_size(string locale, int width, int height, ColorScheme scheme)
    {
        await using var host = await HostAsync();
        await using var page = await browser.OpenAsync(host.Address, locale, width, height, scheme);
        await page.SayAsync("Бағдарламаның алты бағыты қандай, соны түсіндіріп беріңізші?");
        await Expect(page.Message("Құрал бойынша")).ToHaveCountAsync(1);

        var overflow = await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        var hidden = await page.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('button, h1, select, .state')].filter(e => e.offsetParent"
            + " && (e.getBoundingClientRect().right > innerWidth || e.scrollWidth > e.clientWidth + 1))"
            + ".map(e => e.outerHTML)");
        await page.PictureAsync($"{locale}-{width}-{scheme}");

        Assert.Equal(0, overflow);
        Assert.Empty(hidden);
    }

    private static async Task<ChatHost> HostAsync(ChatHost? before = null, int port = 0)
    {
        var host = await ChatHost.StartAsync(before?.Store, null, port, ("Burst", "100"));
        host.Turns.Reply = activity => activity switch
        {
            MembershipActivity =>
                ["Сәлеметсіз бе! Мен «Рухани жаңғыру» құралы бойынша көмекшімін. Не білгіңіз келеді?"],
            ButtonActivity button => [$"Басылды: {button.Token}"],
            _ => [Card],
        };
        return host;
    }
}
