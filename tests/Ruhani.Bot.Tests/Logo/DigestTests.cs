using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>Each working morning an approver sees what waits, once, and nothing when nothing does.</summary>
public sealed class DigestTests : IDisposable
{
    private TestBot _bot = new();
    private int _read;

    public void Dispose() => _bot.Dispose();

    // Thursday afternoon; the office opens at nine, and 6 and 7 February are a weekend.
    [Fact]
    public async Task It_comes_on_working_days_when_the_office_opens()
    {
        await BeginAsync();
        Assert.Equal(0, await DigestsAsync(TimeSpan.FromHours(17.9)));
        Assert.Equal(1, await DigestsAsync(TimeSpan.FromHours(0.2)));
        Assert.Equal(0, await DigestsAsync(TimeSpan.FromDays(2)));
        Assert.Equal(1, await DigestsAsync(TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task It_survives_a_restart_and_comes_once()
    {
        await BeginAsync();
        var before = _bot;
        _bot = before.Restarted();
        before.Dispose();
        Assert.Equal(1, await DigestsAsync(TimeSpan.FromHours(19)));
        Assert.Equal(0, await DigestsAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task It_goes_on_for_weeks()
    {
        await BeginAsync();
        for (var i = 0; i < 21; i++)
        {
            await DigestsAsync(TimeSpan.FromDays(1));
        }

        Assert.Equal(1, await DigestsAsync(TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task Nothing_comes_when_all_is_decided()
    {
        var request = await BeginAsync();
        await _bot.ActAsync(
            request.Number!, new LogoAct.Approve(1, PermitScope.Whole(SampleRequests.Plan)), Cases.Bolat);
        Assert.Equal(0, await DigestsAsync(TimeSpan.FromDays(5)));
    }

    [Fact]
    public async Task Whoever_is_away_is_left_alone()
    {
        await BeginAsync();
        await _bot.LeaveAsync("bolat", new DateOnly(2027, 2, 5), new DateOnly(2027, 2, 5), "nobody");
        Assert.Equal(0, await DigestsAsync(TimeSpan.FromHours(20)));
        Assert.Equal(1, await DigestsAsync(TimeSpan.FromDays(3)));
    }

    [Fact]
    public async Task What_a_colleague_has_in_hand_is_left_to_the_colleague_unless_away()
    {
        await _bot.HireAsync("sofia", Role.Approver, 1, "София Ким", "ru");
        var request = await BeginAsync();
        await _bot.ActAsync(request.Number!, new LogoAct.Take(1), Cases.Bolat);
        Assert.Equal(["bolat"], await ChatsAsync(TimeSpan.FromHours(20)));
        await _bot.LeaveAsync("bolat", new DateOnly(2027, 2, 8), new DateOnly(2027, 2, 8), "sofia");
        Assert.Equal(["sofia"], await ChatsAsync(TimeSpan.FromDays(3)));
    }

    [Fact]
    public async Task What_is_urgent_stands_first()
    {
        await BeginAsync();
        await _bot.RequestAsync("dana", SampleRequests.Instruction with
        {
            Dates = new DayRange(new DateOnly(2027, 2, 10), new DateOnly(2027, 2, 10)),
        });
        await _bot.RunDueAsync();
        var list = await _bot.CommandAsync("pending", chat: "bolat");
        Assert.StartsWith("№ 2", list.Labels()[0], StringComparison.Ordinal);
    }

    private async Task<LogoRequest> BeginAsync()
    {
        _bot.Time.Advance(TimeSpan.FromHours(78));
        await _bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков", "ru");
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await _bot.RunDueAsync();
        return request;
    }

    private async Task<int> DigestsAsync(TimeSpan later) => (await ChatsAsync(later)).Count;

    // Where a digest came.
    private async Task<IReadOnlyList<string>> ChatsAsync(TimeSpan later)
    {
        _bot.Time.Advance(later);
        await _bot.RunDueAsync();
        IReadOnlyList<string> chats =
        [
            .. _bot.Store.Written.Skip(_read)
                .Where(message => message.Text.Contains("Сегодня ждут решения", StringComparison.Ordinal))
                .Select(message => message.Conversation.Chat),
        ];
        _read = _bot.Store.Written.Count;
        return chats;
    }
}
