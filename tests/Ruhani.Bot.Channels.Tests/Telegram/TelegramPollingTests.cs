using Microsoft.Extensions.Logging;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Testing.Telegram;

namespace Ruhani.Bot.Channels.Tests.Telegram;

public sealed class TelegramPollingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_becomes_a_turn()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = bot.Server.AddUser(language: "kk");
        await bot.Server.Calls.WaitForAsync("getUpdates", 1, Cancel);

        user.Say("Сәлем");
        await bot.Turns.WaitForCommitsAsync(1, Cancel);

        var activity = Assert.IsType<TextActivity>(Assert.Single(bot.Turns.Committed));
        Assert.Equal("Сәлем", activity.Text);
        Assert.Equal($"telegram:{user.Id}", activity.Conversation.ToString());
        Assert.StartsWith($"telegram:{bot.Server.Bot.Id}:", activity.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_chat_is_in_order_while_chats_run_side_by_side()
    {
        await using var bot = await TelegramFixture.StartAsync(isStarted: false);
        var (slow, quick) = (bot.Server.AddUser("A"), bot.Server.AddUser("B"));
        var release = new TaskCompletionSource();
        bot.Turns.During = (activity, _) =>
            activity is TextActivity { Text: "slow 0" } ? release.Task : Task.CompletedTask;
        for (var i = 0; i < 5; i++)
        {
            slow.Say($"slow {i}");
            quick.Say($"quick {i}");
        }

        await bot.StartHostAsync();
        await bot.Turns.WaitForCommitsAsync(5, Cancel);
        Assert.Equal(["quick 0", "quick 1", "quick 2", "quick 3", "quick 4"], bot.Turns.Texts);

        release.SetResult();
        await bot.Turns.WaitForCommitsAsync(5, Cancel);
        Assert.Equal(["slow 0", "slow 1", "slow 2", "slow 3", "slow 4"], bot.Turns.Texts.Skip(5));
    }

    [Fact]
    public async Task Nothing_is_confirmed_before_the_whole_batch_is_committed()
    {
        await using var bot = await TelegramFixture.StartAsync(isStarted: false);
        var user = bot.Server.AddUser();
        var release = new TaskCompletionSource();
        bot.Turns.During = (activity, _) =>
            activity is TextActivity { Text: "last" } ? release.Task : Task.CompletedTask;
        bot.Server.AddUser().Say("first");
        user.Say("last");

        await bot.StartHostAsync();
        await bot.Turns.WaitForCommitsAsync(1, Cancel);
        Assert.Equal(2, bot.Server.PendingUpdates);
        Assert.Equal(1, bot.Server.Calls.Count("getUpdates"));

        release.SetResult();
        await bot.Server.Calls.WaitForAsync("getUpdates", 2, Cancel);
        await bot.Turns.WaitForCommitsAsync(1, Cancel);
    }

    [Fact]
    public async Task A_batch_comes_again_while_the_store_is_down()
    {
        await using var bot = await TelegramFixture.StartAsync(isStarted: false);
        var failures = 3;
        bot.Turns.During = (activity, _) => activity is TextActivity { Text: "b" } && failures-- > 0
            ? throw new IOException("the store is down")
            : Task.CompletedTask;
        var user = bot.Server.AddUser();
        user.Say("a");
        user.Say("b");
        user.Say("c");

        await bot.StartHostAsync();
        await bot.Turns.WaitForCommitsAsync(3, Cancel);

        Assert.Equal(["a", "b", "c"], bot.Turns.Texts);
        await bot.Log.WaitForAsync(LogLevel.Error, "could not be committed", Cancel);
        await bot.Log.WaitForAsync(LogLevel.Information, "again", Cancel);
    }

    [Fact]
    public async Task Faults_of_the_network_and_the_server_are_survived()
    {
        await using var bot = await TelegramFixture.StartAsync(isStarted: false);
        bot.Server.Faults.Drop("getMe");
        bot.Server.Faults.Refuse("deleteWebhook", TelegramRefusal.ServerError(502));
        bot.Server.Faults.Drop("getUpdates", count: 2);
        bot.Server.Faults.Garble("getUpdates");
        bot.Server.Faults.Refuse("getUpdates", TelegramRefusal.ServerError());
        bot.Server.AddUser().Say("still there?");

        await bot.StartHostAsync();
        await bot.Turns.WaitForCommitsAsync(1, Cancel);

        Assert.Equal(["still there?"], bot.Turns.Texts);
    }

    [Fact]
    public async Task A_refused_token_is_told_plainly_and_tried_again()
    {
        await using var bot = await TelegramFixture.StartAsync(token: "77:wrong-token-here");

        var line = await bot.Log.WaitForAsync(LogLevel.Error, "Telegram:Token", Cancel);

        Assert.Contains("401", line, StringComparison.Ordinal);
        Assert.DoesNotContain(
            bot.Log.Lines, entry => entry.Text.Contains("wrong-token-here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_poller_with_the_same_token_is_named_in_the_log()
    {
        await using var bot = await TelegramFixture.StartAsync();
        await bot.Server.Calls.WaitForAsync("getUpdates", 1, Cancel);

        using var http = new HttpClient();
        await http.GetAsync(new Uri($"{bot.Server.Url}/bot{bot.Server.Token}/getUpdates?timeout=0"), Cancel);

        await bot.Log.WaitForAsync(LogLevel.Error, "Another program polls", Cancel);
        bot.Server.AddUser().Say("on we go");
        await bot.Turns.WaitForCommitsAsync(1, Cancel);
    }

    [Fact]
    public async Task A_webhook_somebody_set_is_removed_to_poll_again()
    {
        await using var bot = await TelegramFixture.StartAsync();
        await bot.Server.Calls.WaitForAsync("getUpdates", 1, Cancel);

        using var http = new HttpClient();
        var address = $"{bot.Server.Url}/bot{bot.Server.Token}/setWebhook?url=http://127.0.0.1:9/";
        await http.GetAsync(new Uri(address), Cancel);
        bot.Server.AddUser().Say("on we go");

        await bot.Turns.WaitForCommitsAsync(1, Cancel);
    }

    [Fact]
    public async Task An_update_the_library_cannot_read_does_not_hold_up_the_others()
    {
        await using var bot = await TelegramFixture.StartAsync(isStarted: false);
        var user = bot.Server.AddUser();
        bot.Server.AddRawUpdate("message", user.Id, $$$"""
            {"update_id":UPDATE_ID,"message":{"message_id":5,
            "date":1700000000,"chat":{"id":{{{user.Id}}},"type":"private",
            "first_name":"A"},"from":{"id":{{{user.Id}}},"is_bot":false,"first_name":"A","language_code":"kk"},
            "photo":{"of":"tomorrow"},"text":"x"}}
            """);
        user.Say("and this?");

        await bot.StartHostAsync();
        await bot.Turns.WaitForCommitsAsync(2, Cancel);

        var unreadable = Assert.IsType<UnsupportedActivity>(bot.Turns.Committed[0]);
        Assert.Equal($"telegram:{user.Id}", unreadable.From.Address);
        Assert.Equal(["and this?"], bot.Turns.Texts);
    }

    [Fact]
    public async Task What_the_bot_does_not_look_at_may_be_of_a_kind_nobody_knows()
    {
        await using var bot = await TelegramFixture.StartAsync(isStarted: false);
        var user = bot.Server.AddUser();
        bot.Server.AddRawUpdate("message", user.Id, $$$"""
            {"update_id":UPDATE_ID,"message":{"message_id":5,
            "date":1700000000,"chat":{"id":{{{user.Id}}},"type":"private",
            "first_name":"A"},"from":{"id":{{{user.Id}}},"is_bot":false,"first_name":"A","language_code":"kk"},
            "forward_origin":{"type":"of_tomorrow","date":1700000000},"text":"what is it?"}}
            """);

        await bot.StartHostAsync();
        await bot.Turns.WaitForCommitsAsync(1, Cancel);

        Assert.Equal(["what is it?"], bot.Turns.Texts);
    }

    [Fact]
    public async Task Stopping_lets_the_turn_in_hand_commit_and_begins_no_other()
    {
        await using var bot = await TelegramFixture.StartAsync(isStarted: false);
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        bot.Turns.During = (_, cancel) =>
        {
            begun.TrySetResult();
            return release.Task.WaitAsync(cancel);
        };
        var user = bot.Server.AddUser();
        user.Say("in hand");
        user.Say("later");
        await bot.StartHostAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        var stop = await bot.BeginStopAsync();
        Assert.False(stop.IsCompleted);
        release.SetResult();
        await stop;

        Assert.Equal(["in hand"], bot.Turns.Texts);
        Assert.Equal(1, bot.Server.Calls.Count("getUpdates"));
        Assert.Equal(2, bot.Server.PendingUpdates);
    }

    [Fact]
    public async Task Presses_are_answered_with_and_without_data()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = bot.Server.AddUser();
        user.Say("hi");
        await bot.Turns.WaitForCommitsAsync(1, Cancel);
        await bot.Channel.SendAsync(Messages.To(user, "Таңдаңыз", [["Иә", "yes"]]), DeliveryContext.Empty, Cancel);
        var message = await user.NextAsync(Cancel);

        bot.Server.Faults.Drop("answerCallbackQuery");
        user.Press(message, "Иә");
        await bot.Server.Calls.WaitForAsync("answerCallbackQuery", 1, Cancel);
        var query = user.Press(message, "Иә");
        await bot.Server.WaitForAnswerAsync(query, Cancel);

        var button = bot.Turns.Committed.OfType<ButtonActivity>().First();
        Assert.Equal("yes", button.Token);
        Assert.Equal(message.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), button.SourceMessageId);
        var game = user.PressRaw(message, null!);
        await bot.Server.WaitForAnswerAsync(game, Cancel);
    }

    [Fact]
    public async Task Commands_are_registered_per_language_and_scope()
    {
        await using var bot = await TelegramFixture.StartAsync();
        await bot.Server.Calls.WaitForAsync("setMyCommands", 9, Cancel);

        Assert.Equal(("start", "Бастау"), bot.Server.Commands("all_private_chats")[0]);
        Assert.Equal(("start", "Начать"), bot.Server.Commands("all_private_chats", "ru")[0]);
        Assert.Equal(("help", "Көмек"), Assert.Single(bot.Server.Commands("all_group_chats", "kk")));
        Assert.Equal(2, bot.Server.Commands("default", "kk").Count);
    }

    [Fact]
    public async Task A_refused_menu_is_a_warning_only()
    {
        await using var bot = await TelegramFixture.StartAsync(isStarted: false);
        bot.Server.Faults.Refuse("setMyCommands", TelegramRefusal.BadRequest("BOT_COMMAND_INVALID"));
        await bot.StartHostAsync();

        await bot.Log.WaitForAsync(LogLevel.Warning, "command menu", Cancel);
        bot.Server.AddUser().Say("hi");
        await bot.Turns.WaitForCommitsAsync(1, Cancel);
    }
}
