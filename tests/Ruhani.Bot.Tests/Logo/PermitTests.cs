using System.Text;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>The requester gets a paper that says what was decided, and it ends with its last day.</summary>
public sealed class PermitTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task An_approved_request_brings_the_permit_in_both_languages_the_requesters_first()
    {
        var number = await ApproveAsync(language: "kk");

        var message = Assert.Single(await HandedAsync());
        Assert.Equal(($"Рұқсат {number}.pdf", false), (message.File!.File.Name, message.File.AsPicture));
        var paper = await ReadAsync(message);
        Assert.True(
            paper.IndexOf("[kk]", StringComparison.Ordinal) < paper.IndexOf("[ru]", StringComparison.Ordinal));
        Assert.Contains("Ұлттық құндылықтар форумы", paper, StringComparison.Ordinal);
        Assert.Contains("Форум национальных ценностей", paper, StringComparison.Ordinal);
        Assert.Contains("Болат Ермеков", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Айгүл", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_permit_says_what_was_allowed_and_not_what_was_asked_for()
    {
        var facts = SampleRequests.Plan;
        var day = facts.Dates.From;
        await ApproveAsync(scope: new PermitScope(
            [facts.Materials[1]], new DayRange(day, day), ["Тек ресми парақшада."]));

        var paper = await ReadAsync(Assert.Single(await HandedAsync()));

        Assert.DoesNotContain("3 × 6 м", paper, StringComparison.Ordinal);
        Assert.Contains("25 мая 2027", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("27 мая 2027", paper, StringComparison.Ordinal);
        Assert.Contains("Тек ресми парақшада.", paper, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ruhani_bot", "+7 701 000 00 01", "https://t.me/ruhani_bot?start=v_")]
    [InlineData(null, "+7 701 000 00 01", "https://wa.me/77010000001?text=RZ-")]
    [InlineData(null, null, "RZ-01-2027-")]
    public async Task The_code_opens_this_bot_where_it_can_be_found(string? telegram, string? whatsApp, string expected)
    {
        var own = _bot.Get<OwnAddresses>();
        (own.TelegramName, own.WhatsAppPhone) = (telegram, whatsApp);
        await ApproveAsync();
        var code = (await ReadAsync(Assert.Single(await HandedAsync()))).Split('\n')[2];
        Assert.StartsWith(expected, code, StringComparison.Ordinal);
        Assert.NotNull(VerificationLink.Read(code, telegram, whatsApp).Number);
    }

    [Fact]
    public async Task An_amended_permit_comes_anew_and_a_revoked_one_not_at_all()
    {
        var number = await ApproveAsync();
        var facts = SampleRequests.Plan;
        var narrower = new PermitScope([facts.Materials[0]], facts.Dates);
        await _bot.ActAsync(number, new LogoAct.Amend(2, narrower, "Пост не нужен."), Cases.Bolat);
        var messages = await HandedAsync();
        Assert.Equal(2, messages.Count);
        Assert.Contains("вместо прежнего", messages[1].Text, StringComparison.Ordinal);

        await _bot.ActAsync(number, new LogoAct.Revoke(3, "Нарушены условия."), Cases.Bolat);
        Assert.Equal(2, (await HandedAsync()).Count);
    }

    [Fact]
    public async Task Who_is_told_only_after_the_permit_was_taken_away_gets_no_paper()
    {
        await _bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков", "ru");
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan, language: "ru");
        await _bot.ActAsync(request.Number!, new LogoAct.Approve(1, PermitScope.Whole(request.Facts)), Cases.Bolat);
        await _bot.ActAsync(request.Number!, new LogoAct.Revoke(2, "Ошибка."), Cases.Bolat);
        Assert.Empty(await HandedAsync());
    }

    [Fact]
    public async Task A_permit_expires_on_the_morning_after_its_last_day_and_the_requester_hears_it_once()
    {
        var number = await ApproveAsync();
        await HandedAsync();
        AdvanceTo(new DateTimeOffset(2027, 5, 28, 8, 59, 0, TimeSpan.FromHours(5)));
        await _bot.RunDueAsync();
        Assert.Equal(LogoState.Approved, (await FindAsync(number)).State);

        AdvanceTo(new DateTimeOffset(2027, 6, 3, 11, 0, 0, TimeSpan.FromHours(5)));
        await _bot.RunDueAsync();
        await _bot.RunDueAsync();

        var request = await FindAsync(number);
        Assert.Equal((LogoState.Expired, LogoActKind.Expire), (request.State, request.Last!.Act));
        Assert.Single(_bot.Store.Written, message => message.Text.Contains("истёк", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_permit_amended_to_end_earlier_expires_earlier()
    {
        var number = await ApproveAsync();
        var facts = SampleRequests.Plan;
        var day = facts.Dates.From;
        await _bot.ActAsync(
            number,
            new LogoAct.Amend(2, new PermitScope(facts.Materials, new DayRange(day, day)), "Бір күн жетеді."),
            Cases.Bolat);
        await HandedAsync();
        AdvanceTo(new DateTimeOffset(2027, 5, 26, 9, 0, 0, TimeSpan.FromHours(5)));
        await _bot.RunDueAsync();
        Assert.Equal(LogoState.Expired, (await FindAsync(number)).State);
    }

    private async Task<string> ApproveAsync(string language = "ru", PermitScope? scope = null)
    {
        await _bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков", "ru");
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan, language: language);
        await _bot.ActAsync(
            request.Number!, new LogoAct.Approve(1, scope ?? PermitScope.Whole(request.Facts)), Cases.Bolat);
        return request.Number!;
    }

    private async Task<LogoRequest> FindAsync(string number) =>
        (await _bot.Get<LogoRecords>().FindAsync(number, TestContext.Current.CancellationToken))!;

    private void AdvanceTo(DateTimeOffset moment) => _bot.Time.Advance(moment - _bot.Time.GetUtcNow());

    private async Task<List<OutboxMessage>> HandedAsync()
    {
        await _bot.RunDueAsync();
        return [.. _bot.Store.Written.Where(message => message.File is not null)];
    }

    private async Task<string> ReadAsync(OutboxMessage message)
    {
        await using var content = await _bot.Files.OpenAsync(
            message.File!.File.Id, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(content!, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
