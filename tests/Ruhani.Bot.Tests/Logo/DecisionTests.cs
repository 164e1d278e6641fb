using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>Nobody decides what they may not, or what they have not seen; of two, the first one does.</summary>
public sealed class DecisionTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData("approve")]
    [InlineData("return")]
    [InlineData("refuse")]
    public async Task Nobody_decides_on_their_own_request(string act)
    {
        var request = await BeginAsync("sofia");
        Assert.Contains("По своей заявке", await PressAsync("sofia", act, request, 1), StringComparison.Ordinal);
        Assert.Equal(LogoState.Submitted, await StateAsync(request));
    }

    [Fact]
    public async Task A_button_of_another_region_decides_nothing()
    {
        var request = await BeginAsync();
        Assert.Contains("другого региона", await PressAsync("almaty", "approve", request, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_corrected_since_is_not_decided_unseen()
    {
        var request = await BeginAsync();
        await _bot.ActAsync(request.Number!, new LogoAct.Return(1, [LogoField.Place], "Адрес"), Cases.Bolat);
        await _bot.ActAsync(
            request.Number!,
            new LogoAct.Submit(2, SampleRequests.Plan with { Place = "Достық 5" }),
            LogoActor.Requester("telegram:aigul"));
        Assert.Contains("изменилась", await PressAsync("sofia", "approve", request, 1), StringComparison.Ordinal);
        Assert.Equal(LogoState.Submitted, await StateAsync(request));
    }

    [Fact]
    public async Task A_withdrawn_request_is_not_approved()
    {
        var request = await BeginAsync();
        await OpenAsync("sofia", request);
        await _bot.ActAsync(request.Number!, new LogoAct.Withdraw(null), LogoActor.Requester("telegram:aigul"));
        var said = await _bot.SayAsync("Согласовать", "sofia");
        Assert.Contains("Отозвана", said.AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain("есть решение", said.AllText(), StringComparison.Ordinal);
        Assert.Equal(LogoState.Withdrawn, await StateAsync(request));
    }

    [Fact]
    public async Task A_button_from_before_an_amendment_takes_nothing_away()
    {
        var request = await BeginAsync();
        var scope = PermitScope.Whole(SampleRequests.Plan);
        await _bot.ActAsync(request.Number!, new LogoAct.Approve(1, scope), Cases.Bolat);
        await _bot.ActAsync(request.Number!, new LogoAct.Amend(2, scope, "Уточнили"), Cases.Head);
        Assert.Contains("изменилась", await PressAsync("sofia", "revoke", request, 2), StringComparison.Ordinal);
        Assert.Equal(LogoState.Amended, await StateAsync(request));
    }

    [Fact]
    public async Task Of_two_who_decide_at_the_same_moment_one_does_and_the_other_is_told()
    {
        var request = await BeginAsync();
        await OpenAsync("bolat", request);
        await OpenAsync("sofia", request);
        var both = new[] { _bot.SayAsync("Согласовать", "bolat"), _bot.SayAsync("Согласовать", "sofia") };
        var said = (await Task.WhenAll(both)).Select(one => one.AllText()).Order(StringComparer.Ordinal).ToList();
        Assert.Contains("уже есть решение", said[0], StringComparison.Ordinal);
        Assert.Contains("Согласовано:", said[1], StringComparison.Ordinal);
        var audit = (await FindAsync(request)).Audit;
        Assert.Single(audit, entry => entry.Act == LogoActKind.Approve);
    }

    [Fact]
    public async Task A_suspended_approver_decides_nothing()
    {
        var request = await BeginAsync();
        await OpenAsync("sofia", request);
        await _bot.DismissAsync("sofia");
        await _bot.SayAsync("Согласовать", "sofia");
        Assert.Equal(LogoState.Submitted, await StateAsync(request));
    }

    [Fact]
    public async Task Without_a_ground_nothing_is_approved()
    {
        await HireAsync();
        var request = await _bot.RequestAsync("aigul", SampleRequests.None);
        await _bot.ActAsync(request.Number!, new LogoAct.AskReview("Прошу"), LogoActor.Requester("telegram:aigul"));
        request = await FindAsync(request);
        var said = await PressAsync("sofia", "approve", request, request.Version);
        Assert.DoesNotContain("Разрешить всё", said, StringComparison.Ordinal);
        Assert.DoesNotContain("есть решение", said, StringComparison.Ordinal);
        Assert.Equal(LogoState.HumanReview, await StateAsync(request));
    }

    [Fact]
    public async Task The_deputy_takes_over_what_an_absent_colleague_has_in_hand()
    {
        var request = await BeginAsync();
        await _bot.ActAsync(request.Number!, new LogoAct.Take(1), Cases.Bolat);
        await _bot.LeaveAsync("bolat", new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 3), "sofia");
        var card = await _bot.CommandAsync("pending", request.Number!, "sofia");
        await _bot.PressAsync(card.Token("Взять"), "sofia");
        Assert.Equal("telegram:sofia", (await FindAsync(request)).Reviewer);
    }

    [Fact]
    public async Task Who_takes_a_second_time_is_not_told_of_somebody_else()
    {
        var request = await BeginAsync();
        await PressAsync("bolat", "take", request, 1);
        var said = await PressAsync("bolat", "take", request, 1);
        Assert.Contains("вы уже взяли", said, StringComparison.Ordinal);
        Assert.DoesNotContain("другой согласующий", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absence_that_is_over_gives_nothing_to_take_over()
    {
        var request = await BeginAsync();
        await _bot.ActAsync(request.Number!, new LogoAct.Take(1), Cases.Bolat);
        await _bot.LeaveAsync("bolat", new DateOnly(2027, 1, 11), new DateOnly(2027, 1, 29), "sofia");
        Assert.DoesNotContain(
            (await _bot.CommandAsync("pending", request.Number!, "sofia")).Labels(), label => label == "Взять");
    }

    [Theory]
    [InlineData("approve", "С условиями", "Согласование: ")]
    [InlineData("refuse", "Макет не подходит", "Отказ: ")]
    public async Task A_decision_put_aside_says_which_it_is(string act, string answer, string name)
    {
        var request = await BeginAsync();
        await PressAsync("sofia", act, request, 1);
        await _bot.SayAsync(answer, "sofia");
        await _bot.SayAsync("позже", "sofia");
        var mine = await _bot.CommandAsync("my", chat: "sofia");
        Assert.Contains(
            mine.Labels(), label => label.StartsWith($"1. {name}{request.Number}", StringComparison.Ordinal));
    }

    private async Task<LogoRequest> BeginAsync(string requester = "aigul")
    {
        await HireAsync();
        var request = await _bot.RequestAsync(requester, SampleRequests.Plan);
        await _bot.RunDueAsync();
        return request;
    }

    private async Task HireAsync()
    {
        await _bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков", "ru");
        await _bot.HireAsync("sofia", Role.Approver, 1, "София Ким", "ru");
        await _bot.HireAsync("almaty", Role.Approver, 2, "Алма Тау", "ru");
    }

    // As a button that was kept, or made up by somebody who knows how they are written and signed.
    private async Task<string> PressAsync(string who, string act, LogoRequest request, int version)
    {
        var ticket = new LogoTicket(request.Number!, version).ToString();
        var token = _bot.Sign(new ButtonToken("pending", 1, "card", act, ticket), who);
        return (await _bot.PressAsync(token, who)).AllText();
    }

    private async Task<IReadOnlyList<OutboxMessage>> OpenAsync(string who, LogoRequest request)
    {
        await PressAsync(who, "approve", request, 1);
        return await _bot.SayAsync("Всё, как просят", who);
    }

    private async Task<LogoRequest> FindAsync(LogoRequest request) =>
        (await _bot.Get<LogoRecords>().FindAsync(request.Number!, TestContext.Current.CancellationToken))!;

    private async Task<LogoState> StateAsync(LogoRequest request) => (await FindAsync(request)).State;
}
