using System.Globalization;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Telegram;

namespace Ruhani.Bot.Channels.Tests.Telegram;

public sealed class TelegramSendingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_goes_out_as_html_with_its_buttons_and_no_preview()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = Met(bot);

        var outcome = await SendAsync(bot, Messages.To(
            user, "<b>Рухани жаңғыру</b> &lt;3 https://example.kz", [["Иә", "a:1", "Жоқ", "a:0"], ["Мәзір", "m"]]));

        var message = await user.NextAsync(Cancel);
        Assert.Equal(new DeliveryOutcome.Sent(message.Id.ToString(CultureInfo.InvariantCulture)), outcome);
        Assert.Equal("Рухани жаңғыру <3 https://example.kz", message.Text);
        Assert.Equal("bold", Assert.Single(message.Content.Entities).Type);
        Assert.Equal([2, 1], message.Keyboard.Select(row => row.Count));
        Assert.Equal("a:0", message.Button("Жоқ").Data);
        var sent = Call(bot, "sendMessage");
        Assert.Equal("""{"is_disabled":true}""", sent.Text("link_preview_options"));
        Assert.Null(sent.Text("reply_parameters"));
        Assert.Contains("Рухани жаңғыру", sent.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_with_an_address_opens_it_and_carries_nothing_back()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = Met(bot);

        await SendAsync(bot, Messages.To(user, "Өтінім") with
        {
            Buttons = [[new OutboxButton("Ашу", "a:1", Address: new Uri("https://t.me/ruhani_bot?start=p_1"))]],
        });

        await user.NextAsync(Cancel);
        var keyboard = Call(bot, "sendMessage").Text("reply_markup");
        Assert.Contains("\"url\":\"https://t.me/ruhani_bot?start=p_1\"", keyboard, StringComparison.Ordinal);
        Assert.DoesNotContain("callback_data", keyboard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_Kazakh_in_Latin_gets_the_commands_so_and_loses_them_with_the_choice()
    {
        await using var bot = await TelegramFixture.StartAsync();
        await bot.Server.Calls.WaitForAsync("setMyCommands", 9, Cancel);
        var user = Met(bot);
        var scope = FormattableString.Invariant($"chat {user.Id}");

        await SendAsync(bot, Messages.To(user, "Endı") with { MenuTag = "kk-Latn" });

        Assert.Equal(("help", "Kömek"), bot.Server.Commands(scope)[1]);
        await SendAsync(bot, Messages.To(user, "Теперь") with { MenuTag = "ru" });
        Assert.Empty(bot.Server.Commands(scope));
    }

    [Fact]
    public async Task A_chat_of_the_office_gets_the_menu_of_its_roles()
    {
        await using var bot = await TelegramFixture.StartAsync();
        await bot.Server.Calls.WaitForAsync("setMyCommands", 9, Cancel);
        var user = Met(bot);
        var scope = FormattableString.Invariant($"chat {user.Id}");

        await SendAsync(bot, Messages.To(user, "Роль") with { MenuTag = "ru approver" });
        Assert.Contains(bot.Server.Commands(scope), command => command.Item1 == "pending");
        await SendAsync(bot, Messages.To(user, "Роли нет") with { MenuTag = "ru" });
        Assert.Empty(bot.Server.Commands(scope));
    }

    [Fact]
    public async Task A_menu_that_is_refused_takes_nothing_from_the_message()
    {
        await using var bot = await TelegramFixture.StartAsync();
        await bot.Server.Calls.WaitForAsync("setMyCommands", 9, Cancel);
        bot.Server.Faults.Refuse("setMyCommands", TelegramRefusal.BadRequest("chat not found"));

        Assert.IsType<DeliveryOutcome.Sent>(
            await SendAsync(bot, Messages.To(Met(bot), "Endı") with { MenuTag = "kk-Latn" }));

        await bot.Log.WaitForAsync(LogLevel.Warning, "command menu", Cancel);
    }

    [Fact]
    public async Task A_button_that_pages_replaces_its_message()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = Met(bot);
        await SendAsync(bot, Messages.To(user, "1-бет", [["Келесі", "p:2"]]));
        var first = await user.NextAsync(Cancel);
        var edit = Messages.To(user, "2-бет", [["Алдыңғы", "p:1"]]) with { EditMessageId = Id(first) };

        Assert.Equal(new DeliveryOutcome.Sent(Id(first)), await SendAsync(bot, edit));
        var second = await user.NextAsync(Cancel);
        Assert.Equal((first.Id, 1, "2-бет"), (second.Id, second.Revision, second.Text));

        // The same once more: "message is not modified" is as good as sent.
        Assert.Equal(new DeliveryOutcome.Sent(Id(first)), await SendAsync(bot, edit));
        Assert.Equal(1, bot.Server.Calls.Count("sendMessage"));
    }

    [Fact]
    public async Task A_message_that_cannot_be_edited_is_sent_anew()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = Met(bot);

        await SendAsync(bot, Messages.To(user, "жаңа") with { EditMessageId = "777" });
        Assert.Equal(("жаңа", 0), await NextAsync(user));

        bot.Server.Faults.Refuse("editMessageText", TelegramRefusal.BadRequest("message can't be edited"));
        await SendAsync(bot, Messages.To(user, "тағы") with { EditMessageId = "1" });
        Assert.Equal(("тағы", 0), await NextAsync(user));

        await SendAsync(bot, Messages.To(user, "соңғы") with { EditMessageId = "not a number" });
        Assert.Equal(("соңғы", 0), await NextAsync(user));
    }

    [Fact]
    public async Task A_group_reply_quotes_what_it_answers_even_when_that_is_gone()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var group = bot.Server.AddGroup("Кеңсе");
        var question = bot.Server.AddUser().SayIn(group, "@ruhani_test_bot рәміздер?");

        await SendAsync(bot, Messages.To(group, "Міне") with { IsGroup = true, InReplyTo = Id(question) });
        Assert.Equal(question.Id, (await group.NextAsync(Cancel)).ReplyTo);

        var outcome = await SendAsync(bot, Messages.To(group, "Міне") with { IsGroup = true, InReplyTo = "999" });
        Assert.IsType<DeliveryOutcome.Sent>(outcome);
        Assert.Null((await group.NextAsync(Cancel)).ReplyTo);
    }

    [Fact]
    public async Task A_private_reply_quotes_nothing()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = Met(bot);

        await SendAsync(bot, Messages.To(user, "Міне") with { InReplyTo = "1" });

        Assert.Null((await user.NextAsync(Cancel)).ReplyTo);
    }

    [Fact]
    public async Task Too_many_requests_makes_the_whole_channel_wait_as_long_as_asked()
    {
        await using var bot = await TelegramFixture.StartAsync();
        bot.Server.Faults.Refuse("sendMessage", TelegramRefusal.TooManyRequests(1000));

        var retry = Assert.IsType<DeliveryOutcome.Retry>(await SendAsync(bot, Messages.To(Met(bot), "x")));

        Assert.Equal((TimeSpan.FromSeconds(1000), RetryScope.Channel), (retry.After, retry.Scope));
        Assert.Equal(1, bot.Server.Calls.Count("sendMessage"));
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("garbled")]
    [InlineData("garbled 200")]
    [InlineData("slow")]
    public async Task Faults_of_network_and_server_make_only_the_conversation_wait(string fault)
    {
        await using var bot = await TelegramFixture.StartAsync();
        var faults = bot.Server.Faults;
        var release = new TaskCompletionSource();
        Action plan = fault switch
        {
            "drop" => () => faults.Drop("sendMessage"),
            "garbled" => () => faults.Garble("sendMessage"),
            "garbled 200" => () => faults.Garble("sendMessage", status: 200),
            "slow" => () => faults.Hold("sendMessage", release.Task),
            var code => () => faults.Refuse(
                "sendMessage", TelegramRefusal.ServerError(int.Parse(code, CultureInfo.InvariantCulture))),
        };
        plan();

        var retry = Assert.IsType<DeliveryOutcome.Retry>(await SendAsync(bot, Messages.To(Met(bot), "x")));

        Assert.Equal((null, RetryScope.Conversation), (retry.After, retry.Scope));
        release.SetResult();
    }

    [Fact]
    public async Task People_who_blocked_the_bot_or_are_gone_are_unreachable()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var (blocked, deleted, stranger) = (Met(bot), Met(bot), bot.Server.AddUser());
        blocked.Block();
        deleted.Deactivate();
        var group = bot.Server.AddGroup("Кеңсе");
        group.RemoveBot(blocked);

        foreach (var chat in new TelegramChat[] { blocked, deleted, stranger, group })
        {
            Assert.IsType<DeliveryOutcome.Unreachable>(await SendAsync(bot, Messages.To(chat, "x")));
        }
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_has_moved()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var group = bot.Server.AddGroup("Кеңсе", "group");
        var next = group.Upgrade();

        var outcome = await SendAsync(bot, Messages.To(group, "x"));

        Assert.Equal(new DeliveryOutcome.Moved(next.Id.ToString(CultureInfo.InvariantCulture)), outcome);
    }

    [Fact]
    public async Task A_bad_token_halts_the_channel()
    {
        await using var bot = await TelegramFixture.StartAsync(token: "77:wrong-token-here");

        var outcome = await SendAsync(bot, Messages.To(bot.Server.AddUser(), "x"));

        var halted = Assert.IsType<DeliveryOutcome.Halted>(outcome);

        Assert.DoesNotContain("wrong-token-here", halted.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>open", "x", "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag")]
    [InlineData("<secret-word>x", "x", "400 Bad Request: can't parse entities: Unsupported start tag")]
    [InlineData("", "x", "400 Bad Request: message text is empty")]
    [InlineData("ok", "жүз жиырма сегіз байттан асатын белгі туралы ұзақ сөз", "400 Bad Request: BUTTON_DATA_INVALID")]
    public async Task What_Telegram_will_never_take_is_rejected_without_quoting_the_text(
        string text, string token, string reason)
    {
        await using var bot = await TelegramFixture.StartAsync();

        var outcome = await SendAsync(bot, Messages.To(Met(bot), text, [["a", token]]));

        Assert.Equal(new DeliveryOutcome.Rejected(reason), outcome);
    }

    [Fact]
    public async Task A_conversation_that_names_no_chat_is_rejected()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var message = Messages.To(Met(bot), "x") with { Conversation = new("telegram", "nobody") };

        Assert.IsType<DeliveryOutcome.Rejected>(await SendAsync(bot, message));
    }

    [Fact]
    public async Task A_channel_is_addressed_by_its_name()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var channel = bot.Server.AddGroup("Рухани", "channel");
        channel.UserName = "ruhani_kz";
        var message = Messages.To(channel, "Хабарландыру") with { Conversation = new("telegram", "@ruhani_kz") };

        Assert.IsType<DeliveryOutcome.Sent>(await SendAsync(bot, message));
        Assert.Equal("Хабарландыру", (await channel.NextAsync(Cancel)).Text);
    }

    [Fact]
    public async Task What_the_channel_says_it_takes_is_taken()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var can = bot.Channel.Capabilities;
        var rows = Enumerable.Range(0, can.MaxButtons)
            .Select(i => new[] { i.ToString(CultureInfo.InvariantCulture), new string('x', 8) }).ToArray();
        rows[0] = [new string('Ж', can.MaxButtonLabel), new string('t', can.MaxToken)];

        var outcome = await SendAsync(bot, Messages.To(Met(bot), $"<b>{new string('ң', can.MaxText)}</b>", rows));

        Assert.IsType<DeliveryOutcome.Sent>(outcome);
    }

    /// <summary>A person who has pressed Start.</summary>
    private static TelegramUser Met(TelegramFixture bot)
    {
        var user = bot.Server.AddUser();
        user.Say("/start");
        return user;
    }

    private static Task<DeliveryOutcome> SendAsync(TelegramFixture bot, OutboxMessage message) =>
        bot.Channel.SendAsync(message, DeliveryContext.Empty, Cancel);

    private static async Task<(string Text, int Revision)> NextAsync(TelegramUser user)
    {
        var message = await user.NextAsync(Cancel);
        return (message.Text, message.Revision);
    }

    private static TelegramArguments Call(TelegramFixture bot, string method) =>
        bot.Server.Calls.All.Single(call => call.Method == method).Arguments;

    private static string Id(TelegramMessage message) => message.Id.ToString(CultureInfo.InvariantCulture);
}
