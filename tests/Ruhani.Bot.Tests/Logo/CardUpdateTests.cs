using System.Globalization;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>Every approver's card shows what has become of the request, in the message it was shown in.</summary>
public sealed class CardUpdateTests : IDisposable
{
    private TestBot _bot = new();
    private int _ids;

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task The_cards_of_the_others_change_in_place()
    {
        await BeginAsync(Networks.Telegram);
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await SentAsync(2);
        var shown = Last("sofia");

        await _bot.ActAsync(request.Number!, new LogoAct.Take(1), Cases.Bolat);
        await SentAsync(5);

        var update = Last("sofia");
        Assert.Equal(Id(shown), update.EditMessageId);
        Assert.Contains("Болат Ермеков", update.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(new[] { update }.Labels(), label => label == "Согласовать");
    }

    [Fact]
    public async Task After_a_restart_the_card_is_still_found()
    {
        await BeginAsync(Networks.Telegram);
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await SentAsync(2);
        var shown = Id(Last("bolat"));
        var before = _bot;
        _bot = before.Restarted();
        before.Dispose();
        Listen();

        await _bot.ActAsync(
            request.Number!, new LogoAct.Approve(1, PermitScope.Whole(SampleRequests.Plan)), Cases.Sofia);
        await SentAsync(3);
        Assert.Equal(shown, Last("bolat").EditMessageId);
    }

    [Fact]
    public async Task A_card_opened_again_is_the_one_that_changes()
    {
        await BeginAsync(Networks.Telegram);
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await SentAsync(2);
        await _bot.CommandAsync("pending", request.Number!, "sofia");
        await SentAsync(3);
        var opened = Id(Last("sofia"));
        await _bot.ActAsync(request.Number!, new LogoAct.Withdraw(null), LogoActor.Requester("telegram:aigul"));
        await SentAsync(5);
        Assert.Equal(opened, Last("sofia").EditMessageId);
        Assert.Contains("Отозвана", Last("sofia").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_changes_leaves_what_was_offered_last()
    {
        await BeginAsync(Networks.Telegram);
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await SentAsync(2);
        await _bot.CommandAsync("menu", chat: "sofia");
        await _bot.ActAsync(request.Number!, new LogoAct.Take(1), Cases.Bolat);
        await SentAsync(6);
        Assert.Contains("направлени", (await _bot.SayAsync("1", "sofia")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_edited_a_line_tells_who_did_what()
    {
        await BeginAsync(Networks.WhatsApp);
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await _bot.RunDueAsync();
        var count = _bot.Store.Written.Count;
        await _bot.ActAsync(request.Number!, new LogoAct.Take(1), Cases.Bolat);
        await _bot.RunDueAsync();
        var told = _bot.Store.Written.Skip(count).Where(message => message.Conversation.Chat == "sofia").ToList();
        Assert.Equal(
            $"{request.Number}, «Форум национальных ценностей»: Взята в работу. Кто: Болат Ермеков.",
            Assert.Single(told).Text);
    }

    [Fact]
    public async Task Who_lost_the_role_sees_no_more_of_the_request()
    {
        await BeginAsync(Networks.Telegram);
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await SentAsync(2);
        await _bot.DismissAsync("sofia");
        await _bot.ActAsync(request.Number!, new LogoAct.Take(1), Cases.Bolat);
        await SentAsync(4);
        Assert.Null(Last("sofia").EditMessageId);
    }

    private async Task BeginAsync(ChannelCapabilities network)
    {
        _bot.Dispose();
        _bot = new TestBot(network);
        Listen();
        await _bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков", "ru");
        await _bot.HireAsync("sofia", Role.Approver, 1, "София Ким", "ru");
        await _bot.WelcomeAsync("aigul", "ru");
    }

    // The network gives every message an id, and an edited one keeps its own.
    private void Listen() => _bot.Channel.Answer = message => Task.FromResult<DeliveryOutcome>(
        new DeliveryOutcome.Sent(message.EditMessageId ?? Id(message)));

    private string Id(OutboxMessage message) => _given.TryGetValue(message.Id, out var id)
        ? id
        : _given[message.Id] = (++_ids).ToString(CultureInfo.InvariantCulture);

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _given = new();

    private async Task SentAsync(int count)
    {
        await _bot.RunDueAsync();
        await _bot.Channel.AttemptedAsync(count, TestContext.Current.CancellationToken);
    }

    private OutboxMessage Last(string chat) =>
        _bot.Channel.Attempts.Last(message => message.Conversation.Chat == chat);
}
