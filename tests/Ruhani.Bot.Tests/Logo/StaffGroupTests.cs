using Ruhani.Bot.Activities;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>The staff group sees what waits; it learns nothing private, and nothing is decided there.</summary>
public sealed class StaffGroupTests : IDisposable
{
    private const string Group = "-100500";
    private readonly TestBot _bot = new() { Room = new ConversationKey("telegram", Group) };

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_request_is_shown_without_private_data()
    {
        var shown = Assert.Single(await BeginAsync());
        Assert.Contains("Ұлттық құндылықтар форумы", shown.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { "Айгүл Серікқызы", "701", "Баннер.png" })
        {
            Assert.DoesNotContain(secret, shown.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_button_leads_into_the_private_chat()
    {
        var button = Assert.Single((await BeginAsync())[0].Buttons.SelectMany(row => row));
        Assert.Equal("https://t.me/ruhani_bot?start=p_012027000014", button.Address!.AbsoluteUri);
        var card = await _bot.CommandAsync("start", "p_012027000014", "bolat");
        Assert.Contains("Согласовать", card.Labels());
    }

    [Fact]
    public async Task The_link_is_of_no_use_to_anybody_else()
    {
        await BeginAsync();
        var said = await _bot.CommandAsync("start", "p_012027000014", "stranger");
        Assert.DoesNotContain("RZ-01", said.AllText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("1")]
    [InlineData("Согласовать")]
    [InlineData("Открыть заявку")]
    public async Task Words_in_the_group_decide_nothing(string words)
    {
        await BeginAsync();
        await _bot.SendAsync(
            new TextActivity
            {
                Id = "",
                Conversation = default,
                From = default!,
                At = default,
                IsGroup = true,
                Text = words,
            },
            Group);
        Assert.Equal(LogoState.Submitted, (await RequestAsync()).State);
    }

    [Fact]
    public async Task The_list_and_the_card_stay_out_of_the_group()
    {
        await BeginAsync();
        var said = await _bot.SendAsync(
            new CommandActivity
            {
                Id = "",
                Conversation = default,
                From = default!,
                At = default,
                IsGroup = true,
                Name = "pending",
                Payload = "RZ-01-2027-00001-4",
            },
            Group);
        Assert.DoesNotContain("701", said.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_is_shown_in_the_same_message()
    {
        await BeginAsync();
        await _bot.ActAsync("RZ-01-2027-00001-4", new LogoAct.Take(1), Cases.Bolat);
        await _bot.RunDueAsync();
        var last = Shown()[^1];
        Assert.True(last.UpdatesCard);
        Assert.Contains("Болат Ермеков", last.Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<OutboxMessage>> BeginAsync()
    {
        await _bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков", "ru");

        // Who writes in the group in these tests is 9: an approver too.
        await _bot.HireAsync("9", Role.Approver, 1, "София Ким", "ru");
        await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await _bot.RunDueAsync();
        return Shown();
    }

    private List<OutboxMessage> Shown() =>
        [.. _bot.Store.Written.Where(message => message.Conversation.Chat == Group)];

    private async Task<LogoRequest> RequestAsync() => (await _bot.Get<LogoRecords>().FindAsync(
        "RZ-01-2027-00001-4", TestContext.Current.CancellationToken))!;
}
