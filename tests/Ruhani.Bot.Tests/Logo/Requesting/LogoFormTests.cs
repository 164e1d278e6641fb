using Ruhani.Bot.Activities;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Logo.Requesting;

/// <summary>What a requester sees and can spoil: the form of a new request, of a copy, of a returned one.</summary>
public sealed class LogoFormTests : IDisposable
{
    private static readonly LogoActor Bolat = new("telegram:bolat", LogoRole.Approver, [1]);
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_request_is_kept_as_it_was_answered()
    {
        await HireAsync();
        var review = await FillAsync();
        await _bot.PressAsync(review.Token("Отправить"));

        var request = Assert.Single(await MineAsync());
        Assert.Equal(LogoState.Submitted, request.State);
        Assert.Equal(("telegram:1", "ru", 1), (request.Requester, request.Language, request.Region));
        Assert.Equal(
            new LogoGround.Plan("План мероприятий", "3.2", new DayRange(new(2027, 1, 1), new(2027, 12, 31))),
            request.Facts.Ground);
        Assert.Equal(new DayRange(new(2027, 5, 25), new(2027, 5, 27)), request.Facts.Dates);
        Assert.Equal(
            [new LogoMaterial(LogoMaterialKind.Banner, "3 × 6 м"), new LogoMaterial(LogoMaterialKind.Site, "3 × 6 м")],
            request.Facts.Materials);
        Assert.Equal(
            ("Дом дружбы", "Акимат", "Айгуль Серикова", "+77010000001"),
            (request.Facts.Place, request.Facts.Organiser, request.Facts.ContactName, request.Facts.ContactPhone));
    }

    [Fact]
    public async Task Sending_twice_sends_once()
    {
        await HireAsync();
        var send = (await FillAsync()).Token("Отправить");
        await _bot.PressAsync(send);
        await _bot.PressAsync(send);
        await _bot.SayAsync("Отправить");

        Assert.Single(await MineAsync());
    }

    [Fact]
    public async Task A_plan_for_other_days_is_told_of_and_hinders_nothing()
    {
        await HireAsync();
        var review = await FillAsync(planDays: "01.06.2027–31.12.2027");

        Assert.Contains("План рассчитан на другие дни", review.AllText(), StringComparison.Ordinal);
        await _bot.PressAsync(review.Token("Отправить"));
        Assert.Single(await MineAsync());
    }

    [Fact]
    public async Task Of_a_returned_request_only_what_was_marked_is_asked_and_all_else_stays()
    {
        var request = await ReturnedAsync(SampleRequests.Plan, LogoField.Dates, LogoField.Contact);

        var asked = await FixAsync(request);
        Assert.Contains("Неверный день", asked.AllText(), StringComparison.Ordinal);
        Assert.Contains("Сейчас указано: 25–27 мая 2027 года", asked.AllText(), StringComparison.Ordinal);
        await _bot.SayAsync("26–28 мая");
        await _bot.SayAsync("Оставить так");
        var review = await _bot.SayAsync("+7 701 000 00 02");
        Assert.DoesNotContain("Организатор", review.AllText(), StringComparison.Ordinal);
        await _bot.PressAsync(review.Token("Отправить снова"));

        var now = Assert.Single(await MineAsync());
        Assert.Equal(LogoState.Submitted, now.State);
        Assert.Equal(
            request.Facts with
            {
                Dates = new DayRange(new(2027, 5, 26), new(2027, 5, 28)),
                ContactPhone = "+77010000002",
            },
            now.Facts with { Materials = request.Facts.Materials, MockUps = request.Facts.MockUps });
        Assert.Equal(request.Facts.Materials, now.Facts.Materials);
        Assert.Equal(request.Facts.MockUps, now.Facts.MockUps);
        Assert.Equal(request.Number, now.Number);
    }

    [Fact]
    public async Task A_marked_letter_is_asked_for_without_entering_the_ground_again()
    {
        var request = await ReturnedAsync(
            SampleRequests.Agreement with { Ground = new LogoGround.Agreement("5-3/88", new(2027, 1, 20), null) },
            LogoField.Ground);

        await FixAsync(request);
        await _bot.SayAsync("Оставить так");
        await _bot.SayAsync("Оставить так");
        var letter = await _bot.SayAsync("Оставить так");

        Assert.Contains("Пришлите само письмо", letter.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_of_two_requests_do_not_meet()
    {
        var first = await ReturnedAsync(SampleRequests.Plan, LogoField.Place, LogoField.Organiser);
        var second = await ReturnedAsync(SampleRequests.Instruction, LogoField.Place);
        await FixAsync(first);
        await _bot.SayAsync("Дворец Республики");

        Assert.Contains(second.Number!, (await FixAsync(second)).AllText(), StringComparison.Ordinal);
        var review = await _bot.SayAsync("Дом дружбы");
        await _bot.PressAsync(review.Token("Отправить снова"));
        var resumed = await _bot.SayAsync("Продолжить");

        Assert.Contains("Кто проводит", resumed.AllText(), StringComparison.Ordinal);
        Assert.Equal("Дом дружбы", (await FindAsync(second)).Facts.Place);
        Assert.Equal(LogoState.Returned, (await FindAsync(first)).State);
    }

    [Fact]
    public async Task An_old_button_to_correct_tells_how_the_request_stands()
    {
        var request = await ReturnedAsync(SampleRequests.Plan, LogoField.Place);
        var fix = await FixButtonAsync(request);
        var review = await AnswerAsync(await _bot.PressAsync(fix), "Дом дружбы");
        await _bot.PressAsync(review.Token("Отправить снова"));

        Assert.Contains("Отправлена", (await _bot.PressAsync(fix)).AllText(), StringComparison.Ordinal);

        var again = await _bot.ActAsync(
            request.Number!, new LogoAct.Return(3, [LogoField.Dates], "Ещё раз"), Bolat);
        Assert.Contains("изменилась", (await _bot.PressAsync(fix)).AllText(), StringComparison.Ordinal);
        Assert.Contains("Ещё раз", (await FixAsync(again)).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_withdrawn_elsewhere_is_not_sent_again()
    {
        var request = await ReturnedAsync(SampleRequests.Plan, LogoField.Place);
        await FixAsync(request);
        var review = await _bot.SayAsync("Дом дружбы");
        await _bot.ActAsync(request.Number!, new LogoAct.Withdraw(null), LogoActor.Requester("telegram:1"));

        var said = await _bot.PressAsync(review.Token("Отправить снова"));

        Assert.Contains("Отозвана", said.AllText(), StringComparison.Ordinal);
        Assert.Equal(LogoState.Withdrawn, (await FindAsync(request)).State);
    }

    [Fact]
    public async Task A_permit_is_not_withdrawn_by_an_old_button()
    {
        var request = await RequestAsync(SampleRequests.Plan);
        var card = await CardAsync(request);
        var sure = (await _bot.PressAsync(card.Token("Отозвать"))).Token("Да, отозвать");
        await _bot.ActAsync(request.Number!, new LogoAct.Approve(1, PermitScope.Whole(request.Facts)), Bolat);

        Assert.Contains("«Согласовано»", (await _bot.PressAsync(sure)).AllText(), StringComparison.Ordinal);
        Assert.Equal(LogoState.Approved, (await FindAsync(request)).State);
    }

    [Fact]
    public async Task Without_a_ground_nothing_is_numbered_until_a_person_is_asked()
    {
        await HireAsync();
        await ConsentAsync();
        await _bot.SayAsync("Основания нет");
        await _bot.SayAsync("Понятно");

        Assert.Empty(await MineAsync());
    }

    [Fact]
    public async Task Pages_of_requests_lead_on_and_back()
    {
        for (var i = 0; i < 7; i++)
        {
            await RequestAsync(SampleRequests.Plan);
            _bot.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await _bot.CommandAsync("my");
        Assert.Contains("00007", first.AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain("00002", first.AllText(), StringComparison.Ordinal);
        var second = await _bot.PressAsync(first.Token("Более ранние"));
        Assert.Contains("00002", second.AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Более ранние", second.Labels());
        var back = await _bot.PressAsync(second.Token("Более новые"));
        Assert.Contains("00007", back.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mock_up_is_kept_for_the_request_and_one_that_can_t_be_loses_no_answer()
    {
        await HireAsync();
        await FillAsync(upTo: "3 × 6 м");
        _bot.Sent.Put("exe", [.. "MZ"u8]);
        Assert.Contains("не принимаю", (await SendFileAsync("exe", 2)).AllText(), StringComparison.Ordinal);
        Assert.Contains(
            "слишком большой", (await SendFileAsync("huge", 21 << 20)).AllText(), StringComparison.Ordinal);
        await SendFileAsync("good", 1000);
        await _bot.SayAsync("Готово");
        await _bot.SayAsync("Акимат");
        await _bot.SayAsync("Айгуль Серикова");
        var review = await _bot.SayAsync("+7 701 000 00 01");
        await _bot.PressAsync(review.Token("Отправить"));

        var file = Assert.Single(Assert.Single(await MineAsync()).Facts.MockUps);
        Assert.Equal("Макет «Ұлттық».pdf", file.Name);
        Assert.Contains(file.Id, _bot.Files.Ids);
        Assert.True(await FileUses.IsUsedAsync(_bot.Store, file.Id, TestContext.Current.CancellationToken));
    }

    private Task<IReadOnlyList<OutboxMessage>> SendFileAsync(string id, long size) => _bot.SendAsync(new FileActivity
    {
        Id = "",
        Conversation = default,
        From = default!,
        At = default,
        File = new Attachment(id, "Макет «Ұлттық».pdf", "application/pdf", size),
    });

    private Task HireAsync() => _bot.HireAsync("1", Role.Staff, 1, "Айгуль Серикова", "ru");

    private async Task ConsentAsync()
    {
        await _bot.CommandAsync("logo");
        await _bot.SayAsync("Да");
    }

    private async Task<IReadOnlyList<OutboxMessage>> FillAsync(
        string planDays = "01.01.2027–31.12.2027", string? upTo = null)
    {
        await ConsentAsync();
        foreach (var answer in new[]
        {
            "План работы", "План мероприятий", "3.2", planDays, "Ұлттық құндылықтар форумы", "Форум ценностей",
            "25–27 мая", "Дом дружбы", "1, 7", "Готово", "3 × 6 м", "Пропустить", "Акимат", "Айгуль Серикова",
        })
        {
            var said = await _bot.SayAsync(answer);
            if (answer == upTo)
            {
                return said;
            }
        }

        return await _bot.SayAsync("+7 701 000 00 01");
    }

    private async Task<LogoRequest> RequestAsync(LogoFacts facts)
    {
        await HireAsync();
        return await _bot.RequestAsync("1", facts);
    }

    private async Task<LogoRequest> ReturnedAsync(LogoFacts facts, params LogoField[] fields)
    {
        var request = await RequestAsync(facts);
        return await _bot.ActAsync(request.Number!, new LogoAct.Return(1, fields, "Неверный день"), Bolat);
    }

    private async Task<IReadOnlyList<OutboxMessage>> CardAsync(LogoRequest request)
    {
        var list = await _bot.CommandAsync("my");
        var mine = await MineAsync();
        var place = mine.ToList().FindIndex(one => one.Number == request.Number) + 1;
        return await _bot.PressAsync(list.Token($"{place}. {request.Facts.TitleRussian}"));
    }

    private async Task<string> FixButtonAsync(LogoRequest request) => (await CardAsync(request)).Token("Исправить");

    private async Task<IReadOnlyList<OutboxMessage>> FixAsync(LogoRequest request)
    {
        var said = await _bot.PressAsync(await FixButtonAsync(request));
        return said.Labels().Contains("Да") ? await _bot.SayAsync("Да") : said;
    }

    private async Task<IReadOnlyList<OutboxMessage>> AnswerAsync(
        IReadOnlyList<OutboxMessage> said, string answer)
    {
        if (said.Labels().Contains("Да"))
        {
            await _bot.SayAsync("Да");
        }

        return await _bot.SayAsync(answer);
    }

    private Task<IReadOnlyList<LogoRequest>> MineAsync() => _bot.Get<LogoRecords>().OfPersonAsync(
        "telegram:1", 50, TestContext.Current.CancellationToken);

    private async Task<LogoRequest> FindAsync(LogoRequest request) => (await _bot.Get<LogoRecords>().FindAsync(
        request.Number!, TestContext.Current.CancellationToken))!;
}
