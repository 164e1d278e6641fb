using Ruhani.Bot.Logo;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>What strangers learn of a permit by its number or its code, true or forged.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_stranger_learns_title_scope_and_days_and_nothing_else()
    {
        var permit = await ApprovedAsync();
        var said = await AskAsync(permit.Number!);
        Assert.Contains("Форум национальных ценностей", said, StringComparison.Ordinal);
        Assert.Contains("Разрешение действует", said, StringComparison.Ordinal);
        var facts = permit.Facts;
        Assert.All(
            [facts.ContactName, facts.ContactPhone[^7..], facts.MockUps[0].Name, facts.Place, "telegram:", "aigul"],
            secret => Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("RZ-01-2027-00001-5", "ошибка")]
    [InlineData("RZ-01-2027-99999-9", "")]
    [InlineData("https://example.kz/?start=v_012027000015", "")]
    [InlineData("v_../../data/ruhani.db", "")]
    public async Task A_forged_code_is_never_valid(string code, string words)
    {
        await ApprovedAsync();
        var said = await AskAsync(code);
        Assert.DoesNotContain("Разрешение действует", said, StringComparison.Ordinal);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_never_allowed_is_unknown_to_strangers()
    {
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        var said = await AskAsync(request.Number!);
        Assert.Contains("нет", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Форум", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_after_the_last_it_is_over_before_any_timer_has_run()
    {
        var permit = await ApprovedAsync();
        _bot.Time.SetUtcNow(new DateTimeOffset(2027, 5, 28, 0, 5, 0, TimeSpan.FromHours(5)));
        Assert.Contains("истёк", await AskAsync(permit.Number!), StringComparison.Ordinal);
    }

    private async Task<LogoRequest> ApprovedAsync()
    {
        var request = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        return await _bot.ActAsync(
            request.Number!, new LogoAct.Approve(1, PermitScope.Whole(request.Facts)), Cases.Bolat);
    }

    private async Task<string> AskAsync(string code) =>
        (await _bot.CommandAsync("verify", code, "stranger")).AllText();
}
