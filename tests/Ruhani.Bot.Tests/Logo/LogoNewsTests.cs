using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>Everybody hears what concerns them, once, and nobody what does not.</summary>
public sealed class LogoNewsTests : IDisposable
{
    private readonly TestBot _bot = new();
    private int _read;

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Approvers_of_the_region_hear_of_a_new_request()
    {
        await HireAllAsync();

        await _bot.RequestAsync("aigul", SampleRequests.Plan);

        var heard = await HeardAsync();
        Assert.Equal(["bolat", "sofia"], heard.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Форум национальных ценностей", heard["bolat"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_to_decide_on_their_own_request()
    {
        await HireAllAsync();
        await _bot.RequestAsync("bolat", SampleRequests.Plan);
        Assert.Equal(["sofia"], (await HeardAsync()).Keys);
    }

    [Fact]
    public async Task In_place_of_an_approver_who_is_away_the_deputy_hears()
    {
        await _bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков");
        await _bot.HireAsync("astana", Role.Approver, 0, "Республика Өкілі");
        await _bot.LeaveAsync("bolat", new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 5), "astana");
        await _bot.RequestAsync("aigul", SampleRequests.Plan);
        Assert.Equal(["astana"], (await HeardAsync()).Keys);
    }

    [Fact]
    public async Task Two_who_stand_in_for_each_other_both_hear()
    {
        await _bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков");
        await _bot.HireAsync("sofia", Role.Approver, 1, "София Ким");
        await _bot.LeaveAsync("bolat", new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 5), "sofia");
        await _bot.LeaveAsync("sofia", new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 5), "bolat");
        await _bot.RequestAsync("aigul", SampleRequests.Plan);
        Assert.Equal(["bolat", "sofia"], (await HeardAsync()).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_requester_hears_every_decision_in_the_language_of_the_request()
    {
        await HireAllAsync();
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan, language: "kk");
        await HeardAsync();
        await _bot.ActAsync(request.Number!, new LogoAct.Take(1), Cases.Bolat);
        Assert.Contains("қарап жатыр", (await HeardAsync())["aigul"], StringComparison.Ordinal);
        await _bot.ActAsync(
            request.Number!, new LogoAct.Return(1, [LogoField.Place], "Мекенжайын жазыңыз."), Cases.Bolat);
        Assert.Contains("Мекенжайын жазыңыз.", (await HeardAsync())["aigul"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RefusalReason.NoGround, true)]
    [InlineData(RefusalReason.GroundNotShown, true)]
    [InlineData(RefusalReason.Materials, false)]
    [InlineData(RefusalReason.TooLate, false)]
    [InlineData(RefusalReason.SameEvent, false)]
    [InlineData(RefusalReason.Other, false)]
    public async Task A_refusal_tells_the_three_grounds_where_one_was_missing(RefusalReason why, bool isTold)
    {
        await HireAllAsync();
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await HeardAsync();
        await _bot.ActAsync(request.Number!, new LogoAct.Refuse(1, why, "Логотип растянут"), Cases.Bolat);
        var heard = (await HeardAsync())["aigul"];
        Assert.Equal(isTold, heard.Contains("по утверждённому плану работы", StringComparison.Ordinal));
        Assert.Contains("Логотип растянут", heard, StringComparison.Ordinal);
        Assert.Contains("Болат Ермеков", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_a_refused_request_says_why()
    {
        await HireAllAsync();
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await _bot.ActAsync(
            request.Number!, new LogoAct.Refuse(1, RefusalReason.Materials, "Логотип растянут"), Cases.Bolat);
        var own = new ButtonToken("mylogo", 1, "list", "card", new LogoTicket(request.Number!, 2).ToString());
        string[] cards =
        [
            (await _bot.CommandAsync("pending", request.Number!, "bolat")).AllText(),
            (await _bot.PressAsync(_bot.Sign(own, "aigul"), "aigul")).AllText(),
        ];
        Assert.All(cards, card =>
        {
            Assert.Contains("Макет не подходит", card, StringComparison.Ordinal);
            Assert.Contains("Логотип растянут", card, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_request_that_waits_reaches_the_approver_the_deputy_and_the_head_once_each()
    {
        await HireAllAsync();
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await _bot.ActAsync(request.Number!, new LogoAct.Take(1), Cases.Bolat);
        await HeardAsync();

        Assert.Equal(["bolat"], (await WaitAsync(1)).Keys);
        Assert.Equal(["sofia"], (await WaitAsync(1)).Keys);
        Assert.Equal(["head"], (await WaitAsync(1)).Keys);
        Assert.Empty(await WaitAsync(1));
    }

    [Fact]
    public async Task What_is_decided_reminds_nobody()
    {
        await HireAllAsync();
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await _bot.ActAsync(
            request.Number!, new LogoAct.Approve(1, PermitScope.Whole(SampleRequests.Plan)), Cases.Bolat);
        await HeardAsync();
        Assert.Empty(await WaitAsync(9));
    }

    [Fact]
    public async Task A_request_for_tomorrow_reaches_everybody_today()
    {
        await HireAllAsync();
        await _bot.RequestAsync("aigul", SampleRequests.Plan with
        {
            Dates = new DayRange(new DateOnly(2027, 2, 2), new DateOnly(2027, 2, 2)),
        });
        await HeardAsync();
        _bot.Time.Advance(TimeSpan.FromHours(9));
        Assert.Contains("head", (await HeardAsync()).Keys);
    }

    [Fact]
    public async Task Without_approvers_the_head_hears()
    {
        await _bot.HireAsync("head", Role.Head, 0, "Ерлан Басшы");
        await _bot.RequestAsync("aigul", SampleRequests.Plan);
        Assert.Equal(["head"], (await HeardAsync()).Keys);
    }

    private async Task HireAllAsync()
    {
        await _bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков", "ru");
        await _bot.HireAsync("sofia", Role.Approver, 1, "София Ким");
        await _bot.HireAsync("almaty", Role.Approver, 2, "Алма Тау");
        await _bot.HireAsync("head", Role.Head, 0, "Ерлан Басшы");
    }

    private Task<Dictionary<string, string>> WaitAsync(int days)
    {
        _bot.Time.Advance(TimeSpan.FromDays(days));
        return HeardAsync();
    }

    // The morning digest is another matter.
    private static bool IsDigest(OutboxMessage message) =>
        message.Text.Contains("Сегодня ждут решения", StringComparison.Ordinal)
        || message.Text.Contains("Бүгін шешім күтіп тұрғаны", StringComparison.Ordinal);

    // What was written since the last look, by chat.
    private async Task<Dictionary<string, string>> HeardAsync()
    {
        await _bot.RunDueAsync();
        IReadOnlyList<OutboxMessage> written = [.. _bot.Store.Written.Skip(_read)];
        _read += written.Count;
        return written.Where(message => !IsDigest(message)).GroupBy(message => message.Conversation.Chat)
            .ToDictionary(group => group.Key, group => group.AllText(), StringComparer.Ordinal);
    }
}
