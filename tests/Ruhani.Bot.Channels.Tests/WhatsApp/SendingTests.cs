using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

public sealed class SendingTests
{
    private const string Phone = "77010000001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_goes_out_without_previews_and_comes_back_by_its_id()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        bot.Server.AddUser("Айгүл", Phone);
        var message = bot.Message(Phone, "*Логотип* https://ruhani.kz");
        var outcome = Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));
        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.Equal(outcome.MessageId, sent.Id);
        Assert.Equal((Phone, message.Text, message.Id), (sent.To, sent.Text, sent.CallbackData));
        Assert.False((bool)sent.Body["text"]!["preview_url"]!);
    }

    [Fact]
    public async Task Three_buttons_go_out_and_a_press_comes_back()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone);
        var message = bot.Message(Phone, "Жазыласыз ба?") with
        {
            Buttons = [[new("Иә", "t.yes"), new("Жоқ", "t.no")], [new("Кейін", "t.later")]],
        };
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));
        var sent = await bot.Server.NextSentAsync(Cancel);
        await user.PressAsync(sent, 3, Cancel);
        var press = Assert.IsType<Activities.ButtonActivity>(Assert.Single(bot.Turns.Committed));
        Assert.Equal("t.later", press.Token);
    }

    [Fact]
    public async Task A_full_list_goes_out_and_a_row_comes_back()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone);
        var message = bot.Message(Phone, new string('ә', 1024)) with
        {
            ListLabel = new string('б', 20),
            Buttons = [.. Enumerable.Range(0, 10).Select(i => new List<OutboxButton>
            {
                new(new string('қ', 23) + i, new string('t', 199) + i, new string('д', 72)),
            })],
        };
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));
        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.True(sent.IsList);
        await user.PressAsync(sent, 10, Cancel);
        var press = Assert.IsType<Activities.ButtonActivity>(Assert.Single(bot.Turns.Committed));
        Assert.Equal(message.Buttons[9][0].Token, press.Token);
    }

    [Fact]
    public async Task Buttons_that_read_the_same_are_numbered_instead_of_refused()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        bot.Server.AddUser("Айгүл", Phone);
        var same = new string('қ', 20);
        var message = bot.Message(Phone, "?") with { Buttons = [[new(same, "a"), new("Жоқ", "b"), new(same, "c")]] };
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));
        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.Equal(["1. " + same[..17], "Жоқ", "3. " + same[..17]], sent.Choices.Select(c => c.Title));
    }

    [Fact]
    public async Task A_text_as_long_as_we_promise_still_fits_with_its_markup()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        bot.Server.AddUser("Айгүл", Phone);
        var bold = string.Concat(Enumerable.Repeat("**", 32));
        var text = new string('ә', bot.Channel.Capabilities.MaxTextWithChoices) + bold;
        var message = bot.Message(Phone, text) with { Buttons = [[new("Иә", "t.yes")]] };
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));
    }

    [Fact]
    public async Task Choices_the_network_cannot_show_are_set_aside()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var four = bot.Message(Phone, "?") with
        {
            Buttons = [[new("1", "a"), new("2", "b")], [new("3", "c"), new("4", "d")]],
        };
        Assert.IsType<DeliveryOutcome.Rejected>(await bot.SendAsync(four));
        Assert.Empty(bot.Server.Requests);
    }

    [Fact]
    public async Task The_first_reply_marks_the_question_read_and_only_the_first()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone);
        var asked = await user.SayAsync("Сәлем", Cancel);
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(bot.Message(Phone, "бір", asked)));
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(bot.Message(Phone, "екі", asked)));
        Assert.Equal(asked, await bot.Server.NextReadMarkAsync(Cancel));
        Assert.Equal(
            [null, "text", "text"],
            bot.Server.Requests.Select(r => (string?)r["type"]));
        Assert.Equal("text", (string?)bot.Server.Requests.First()["typing_indicator"]!["type"]);
    }

    [Fact]
    public async Task A_refused_read_mark_does_not_touch_the_reply()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        bot.Server.AddUser("Айгүл", Phone);
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(bot.Message(Phone, "бір", "wamid.unknown")));
    }

    [Theory]
    [InlineData(23.99, true)]
    [InlineData(24, false)]
    public async Task The_window_is_known_before_sending(double hours, bool isOpen)
    {
        await using var bot = await WhatsAppBot.StartAsync();
        bot.Server.AddUser("Айгүл", Phone);
        var outcome = await bot.SendAsync(bot.Message(Phone, "Жаңалық"), bot.Time.GetUtcNow().AddHours(-hours));
        Assert.Equal(isOpen, outcome is DeliveryOutcome.Sent);
        Assert.Equal(isOpen ? 1 : 0, bot.Server.Requests.Count);
        if (!isOpen)
        {
            var held = Assert.IsType<DeliveryOutcome.Held>(outcome);
            Assert.Equal("outside the 24-hour window; no template for reply in kk", held.Reason);
        }
    }

    [Fact]
    public async Task Nobody_is_written_to_first_without_a_template()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        Assert.IsType<DeliveryOutcome.Held>(await bot.SendAsync(bot.Message(Phone, "Жаңалық"), lastInboundAt: null));
        Assert.Empty(bot.Server.Requests);
    }

    [Fact]
    public async Task Outside_the_window_the_template_of_purpose_and_language_carries_the_text_on_one_line()
    {
        await using var bot = await WhatsAppBot.StartAsync(
            ("WhatsApp:Templates:announcement:kk", "office_news {{1}}"),
            ("WhatsApp:Templates:announcement:ru", "office_news {{1}}"));
        bot.Server.AddUser("Айгүл", Phone);
        bot.Server.Templates.Approve("office_news", "kk", "Рухани жаңғыру: {{1}} — кеңсе");
        var message = bot.Message(Phone, "*Кездесу*\n\n•\t10:00    «Астана»\r\n") with
        {
            Purpose = "announcement",
            Buttons = [[new("Барамын", "t.yes")], [new("Бармаймын", "t.no")]],
        };
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message, lastInboundAt: null));
        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.Equal("*Кездесу* • 10:00 «Астана» 1) Барамын 2) Бармаймын", sent.Text);
        Assert.Equal(message.Id, sent.CallbackData);
        Assert.Equal("kk", (string?)sent.Body["template"]!["language"]!["code"]);

        var russian = message with { Id = "test/ru", Language = "ru" };
        Assert.IsType<DeliveryOutcome.Held>(await bot.SendAsync(russian, lastInboundAt: null));
    }

    [Fact]
    public async Task A_template_without_parameters_goes_as_it_is()
    {
        await using var bot = await WhatsAppBot.StartAsync(("WhatsApp:Templates:answer:kk", "answer_ready"));
        bot.Server.AddUser("Айгүл", Phone);
        bot.Server.Templates.Approve("answer_ready", "kk", "Жауап дайын, бізге жазыңыз.");
        var message = bot.Message(Phone, "жауап") with { Purpose = "answer" };
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message, lastInboundAt: null));
        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.False(sent.Body["template"]!.AsObject().ContainsKey("components"));
    }

    [Fact]
    public async Task An_over_long_text_is_cut_at_a_word_for_the_template()
    {
        await using var bot = await WhatsAppBot.StartAsync(("WhatsApp:Templates:announcement:kk", "office_news{{1}}"));
        bot.Server.AddUser("Айгүл", Phone);
        bot.Server.Templates.Approve("office_news", "kk", "Рухани жаңғыру: {{1}} — кеңсе");
        var text = string.Join(' ', Enumerable.Repeat("жаңғыру", 300));
        Assert.IsType<DeliveryOutcome.Sent>(
            await bot.SendAsync(bot.Message(Phone, text) with { Purpose = "announcement" }, lastInboundAt: null));
        var sent = (await bot.Server.NextSentAsync(Cancel)).Text;
        Assert.EndsWith("жаңғыру…", sent, StringComparison.Ordinal);
        Assert.InRange(sent.Length, 880, 900);
    }

    [Theory]
    [InlineData(132015)]
    [InlineData(132001)]
    public async Task A_bad_template_rests_for_an_hour_and_nothing_is_lost(int code)
    {
        await using var bot = await WhatsAppBot.StartAsync(("WhatsApp:Templates:announcement:kk", "office_news"));
        bot.Server.AddUser("Айгүл", Phone);
        bot.Server.Templates.Approve("office_news", "kk", "Жаңалық бар.");
        bot.Server.Templates.Stop("office_news", code);
        var message = bot.Message(Phone, "Жаңалық") with { Purpose = "announcement" };
        Assert.IsType<DeliveryOutcome.Held>(await bot.SendAsync(message, lastInboundAt: null));
        Assert.IsType<DeliveryOutcome.Held>(await bot.SendAsync(message, lastInboundAt: null));
        Assert.Single(bot.Server.Requests);
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.IsType<DeliveryOutcome.Held>(await bot.SendAsync(message, lastInboundAt: null));
        Assert.Equal(2, bot.Server.Requests.Count);
    }

    [Fact]
    public async Task When_the_server_says_the_window_is_closed_the_template_goes_instead()
    {
        await using var bot = await WhatsAppBot.StartAsync(("WhatsApp:Templates:reply:kk", "answer_ready"));
        bot.Server.AddUser("Айгүл", Phone);
        bot.Server.Templates.Approve("answer_ready", "kk", "Жауап дайын.");
        bot.Server.Break(new WhatsAppFault.Refused(131047));
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(bot.Message(Phone, "жауап")));
        Assert.Equal("answer_ready", (await bot.Server.NextSentAsync(Cancel)).Template);
    }
}
