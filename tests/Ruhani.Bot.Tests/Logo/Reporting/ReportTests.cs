using System.Text;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Logo.Reporting;
using Ruhani.Bot.Office;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Logo.Reporting;

/// <summary>A head sees what became of the region's requests, and nobody else's.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData("", "2027-05-01", "2027-05-31")]
    [InlineData("last_month", "2027-04-01", "2027-04-30")]
    [InlineData("quarter", "2027-04-01", "2027-06-30")]
    [InlineData("year", "2027-01-01", "2027-12-31")]
    [InlineData("last_year", "2026-01-01", "2026-12-31")]
    [InlineData("20270510-20270511", "2027-05-10", "2027-05-11")]
    public void A_period_is_whole_days(string words, string from, string to)
    {
        var period = ReportPeriod.Read(words, new DateOnly(2027, 5, 25))!;
        Assert.Equal((Day(from), Day(to)), (period.From, period.To));
        Assert.Equal(period, ReportPeriod.Read(period.ToString(), new DateOnly(2030, 1, 1)));
    }

    [Theory]
    [InlineData("20270511-20270510")]
    [InlineData("20270231-20270301")]
    [InlineData("ever")]
    [InlineData("-")]
    public void What_is_no_period_is_none(string words) =>
        Assert.Null(ReportPeriod.Read(words, new DateOnly(2027, 5, 25)));

    [Fact]
    public void Every_state_is_one_fate_and_all_fates_have_words()
    {
        var texts = _bot.Content.Current.Texts;
        foreach (var state in Enum.GetValues<LogoState>())
        {
            var fate = RequestFigures.FateOf(state);
            var key = "report.fate-" + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(fate.ToString());
            Assert.All(Languages.All, language => Assert.NotEmpty(texts.Label(language, key)));
        }
    }

    [Fact]
    public void Time_counts_while_the_office_works_and_has_to_decide()
    {
        // Submitted on Monday at 10:01, returned at noon, corrected after three days, approved a working hour later.
        var walk = Walk.Submitted();
        walk.Now = At(3, 11, 59);
        walk.Do(new LogoAct.Return(1, [LogoField.Place], "Мекенжай?"), Cases.Bolat);
        walk.Now = At(6, 9, 59);
        walk.Do(
            new LogoAct.Submit(2, Cases.Forum with { Place = "Абай алаңы" }), Cases.Aigul);
        walk.Now = At(6, 10, 59);
        walk.Do(new LogoAct.Approve(3, PermitScope.Whole(walk.Request.Facts)), Cases.Bolat);

        var figures = Of(walk.Request);

        Assert.Equal(TimeSpan.FromMinutes(119 + 60), figures.Longest);
    }

    [Fact]
    public void Half_of_the_requests_were_not_slower_than_the_median()
    {
        var figures = new RequestFigures(Calendar());
        foreach (var minutes in new[] { 10, 20, 30, 50 })
        {
            var walk = Walk.Submitted();
            walk.Now = walk.Now.AddMinutes(minutes - 1);
            figures.Add(walk.Do(
                new LogoAct.Refuse(1, RefusalReason.Materials, "Макет бұлыңғыр."), Cases.Bolat).Request);
        }

        Assert.Equal(
            (TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(50)), (figures.Median, figures.Longest));
        Assert.Equal([(RefusalReason.Materials, 4)], figures.Refusals);
    }

    [Fact]
    public void What_nobody_decided_has_no_time()
    {
        var figures = Of(Walk.Submitted().Request);
        Assert.Equal((1, null), (figures.Count(RequestFate.Waiting), figures.Median));
    }

    [Fact]
    public async Task The_head_sees_the_own_region_only()
    {
        await _bot.HireAsync("head", Role.Head, 2, "Гүлнар Оспанова", "ru");
        await _bot.RequestAsync("aigul", SampleRequests.Plan, region: 1);
        Assert.Contains("заявок не подавали", (await ReportAsync("head")).AllText(), StringComparison.Ordinal);
        await _bot.RequestAsync("dana", SampleRequests.Plan, region: 2);
        Assert.Contains("Подано: <b>1</b>", (await ReportAsync("head")).AllText(), StringComparison.Ordinal);
        var table = await TableAsync("head", "CSV");
        Assert.Contains("RZ-02-2027-00001", table, StringComparison.Ordinal);
        Assert.DoesNotContain("RZ-01", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_republics_head_sees_all_regions()
    {
        await _bot.HireAsync("head", Role.Head, 0, "Гүлнар Оспанова", "ru");
        await _bot.RequestAsync("aigul", SampleRequests.Plan, region: 1);
        await _bot.RequestAsync("dana", SampleRequests.None, region: 2);
        var said = await ReportAsync("head");
        Assert.Contains("Город Алматы: 1", said.AllText(), StringComparison.Ordinal);
        var picture = Assert.Single(said, message => message.File is not null);
        Assert.True(picture.File!.AsPicture);
        var drawn = await ReadAsync(picture);
        Assert.Contains("Утверждённый план работы: 0 + 0 + 1", drawn, StringComparison.Ordinal);
        Assert.Contains("Основания нет: 0 + 1 + 0", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handing_out_a_table_is_in_the_audit()
    {
        await _bot.HireAsync("head", Role.Head, 1, "Гүлнар Оспанова", "ru");
        await _bot.RequestAsync("aigul", SampleRequests.Plan);
        Assert.Contains("Айгүл Серікқызы", await TableAsync("head", "JSON"), StringComparison.Ordinal);
        var entry = Assert.Single(await _bot.RecordsAsync(DocumentKind.Audit));
        Assert.Equal("requests.exported", entry.GetProperty("act").GetString());
        Assert.Equal("2027-02-01 2027-02-28 json", entry.GetProperty("details").GetString());
    }

    [Theory]
    [InlineData(Role.Approver)]
    [InlineData(Role.Staff)]
    public async Task Others_get_neither_figures_nor_tables(Role role)
    {
        await _bot.HireAsync("head", Role.Head, 1, "Гүлнар Оспанова", "ru");
        await _bot.RequestAsync("aigul", SampleRequests.Plan);
        var formats = await _bot.PressAsync((await ReportAsync("head")).Token("Таблица заявок"), "head");
        await _bot.HireAsync("other", role, 1, "Дана Ахметова", "ru");
        Assert.DoesNotContain("Подано", (await ReportAsync("other")).AllText(), StringComparison.Ordinal);
        var stolen = await _bot.PressAsync(formats.Token("CSV"), "other");
        Assert.DoesNotContain(stolen, message => message.File is not null);
    }

    [Fact]
    public async Task Whoever_is_head_no_more_gets_nothing_from_an_old_button()
    {
        await _bot.HireAsync("head", Role.Head, 1, "Гүлнар Оспанова", "ru");
        await _bot.RequestAsync("aigul", SampleRequests.Plan);
        var formats = await _bot.PressAsync((await ReportAsync("head")).Token("Таблица заявок"), "head");
        await _bot.DismissAsync("head");
        Assert.DoesNotContain(await _bot.PressAsync(formats.Token("CSV"), "head"), message => message.File is not null);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    private static DateTimeOffset At(int day, int hour, int minute) =>
        KazakhstanTime.At(new DateOnly(2027, 5, day), new TimeOnly(hour, minute));

    private static RequestFigures Of(LogoRequest request)
    {
        var figures = new RequestFigures(Calendar());
        figures.Add(request);
        return figures;
    }

    private static WorkingCalendar Calendar() => new(
        [new OpenHours(new TimeOnly(9, 0), new TimeOnly(18, 0))],
        [new WorkingYear(2027, true, new HashSet<DateOnly>(), new HashSet<DateOnly>(), new HashSet<DateOnly>())]);

    private Task<IReadOnlyList<OutboxMessage>> ReportAsync(string chat) => _bot.CommandAsync("report", chat: chat);

    private async Task<string> TableAsync(string chat, string format)
    {
        var formats = await _bot.PressAsync((await ReportAsync(chat)).Token("Таблица заявок"), chat);
        return await ReadAsync(Assert.Single(await _bot.PressAsync(formats.Token(format), chat)));
    }

    private async Task<string> ReadAsync(OutboxMessage message)
    {
        await using var content =
            await _bot.Files.OpenAsync(message.File!.File.Id, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(content!, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
