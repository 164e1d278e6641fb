using Ruhani.Bot.Logo;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Storage;
using static Ruhani.Bot.Tests.Logo.Cases;

namespace Ruhani.Bot.Tests.Logo;

public sealed class LogoDeskTests
{
    private static readonly PermitScope Whole = PermitScope.Whole(Forum);
    private readonly MemoryStore _store = new();
    private readonly LogoDesk _desk;
    private readonly LogoRecords _records;

    public LogoDeskTests()
    {
        _desk = new LogoDesk(_store, new LogoLifecycle(new LogoOptions()));
        _records = new LogoRecords(_store);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_run_by_region_and_year_of_Kazakhstan()
    {
        var silvester = new DateTimeOffset(2027, 12, 31, 18, 59, 0, TimeSpan.Zero);
        string?[] numbers =
        [
            await SubmitAsync(Draft(), Start), await SubmitAsync(Draft(), Start),
            await SubmitAsync(Draft() with { Region = 2 }, Start), await SubmitAsync(Draft(), silvester),
            await SubmitAsync(Draft(), silvester.AddMinutes(1)),
        ];
        Assert.Equal(
            [
                new RequestNumber(1, 2027, 1).ToString(), new RequestNumber(1, 2027, 2).ToString(),
                new RequestNumber(2, 2027, 1).ToString(), new RequestNumber(1, 2027, 3).ToString(),
                new RequestNumber(1, 2028, 1).ToString(),
            ],
            numbers);
    }

    [Fact]
    public async Task A_denied_submission_takes_no_number()
    {
        var denied = await _desk.SubmitAsync(Draft(Forum with { Place = "" }), Aigul, Start, Token);
        Assert.IsType<LogoOutcome.Denied>(denied.Outcome);
        Assert.Empty(denied.Writes);
        Assert.Equal(new RequestNumber(1, 2027, 1).ToString(), await SubmitAsync(Draft(), Start));
    }

    [Fact]
    public async Task Two_at_once_get_two_numbers()
    {
        var first = await _desk.SubmitAsync(Draft(), Aigul, Start, Token);
        var second = await _desk.SubmitAsync(Draft(), Aigul, Start, Token);
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(first));
        Assert.Equal(CommitOutcome.Conflict, await CommitAsync(second));
        Assert.Equal(new RequestNumber(1, 2027, 2).ToString(), await SubmitAsync(Draft(), Start));
    }

    [Fact]
    public async Task Everything_of_a_request_comes_back_from_the_store()
    {
        var facts = Forum with { Ground = Agreement };
        var number = await SubmitAsync(Draft(facts), Start);
        await ActAsync(number, new LogoAct.Return(1, [LogoField.Ground, LogoField.MockUps], "Хат оқылмайды"), Bolat);
        var clearer = Letter with { Id = new string('c', 64), Name = "Хат анық.pdf" };
        var corrected = facts with { Ground = new LogoGround.Agreement("5-3/88", new(2027, 4, 20), clearer) };
        await ActAsync(number, new LogoAct.Submit(2, corrected), Aigul);
        await ActAsync(number, new LogoAct.Approve(3, Whole with { Conditions = ["Түсі өзгермейді"] }), Bolat);

        var request = (await _records.FindAsync(number, Token))!;
        Assert.Empty(corrected.ChangedIn(request.Facts));
        Assert.Equal(["Түсі өзгермейді"], request.Scope!.Conditions);
        Assert.Equal(
            [LogoActKind.Submit, LogoActKind.Take, LogoActKind.Return, LogoActKind.Submit, LogoActKind.Take,
                LogoActKind.Approve],
            request.Audit.Select(entry => entry.Act));
        Assert.Equal(Agreement, request.Audit[3].Former!.Ground);
        Assert.Equal("Хат оқылмайды", request.Audit[2].Reason);

        // The letter that couldn't be read is evidence too.
        Assert.True(await FileUses.IsUsedAsync(_store, Letter.Id, Token));
        Assert.True(await FileUses.IsUsedAsync(_store, clearer.Id, Token));
        Assert.True(await FileUses.IsUsedAsync(_store, MockUp.Id, Token));
    }

    [Fact]
    public async Task Lists_are_by_office_person_region_and_state()
    {
        var first = await SubmitAsync(Draft(), Start);
        var second = await SubmitAsync(Draft() with { Office = "Мектеп" }, Start.AddHours(1));
        var third = await SubmitAsync(Draft() with { Region = 2 }, Start.AddHours(2));
        await ActAsync(first, new LogoAct.Take(1), Bolat);
        await ActAsync(third, new LogoAct.Refuse(1, RefusalReason.TooLate, "Кеш"), Almaty);

        Assert.Equal([third, first], Numbers(await _records.OfOfficeAsync("Мәдениет басқармасы", 10, Token)));
        Assert.Equal([third, second, first], Numbers(await _records.OfPersonAsync(Aigul.Address, 10, Token)));
        Assert.Equal([third, second], Numbers(await _records.OfPersonAsync(Aigul.Address, 2, Token)));
        Assert.Equal([first], Numbers(await _records.ListAsync(Astana, LogoState.InReview, 10, Token)));
        Assert.Equal([first, second], Numbers(await _records.PendingAsync([Astana, 2], 10, Token)));
        Assert.Equal(3, (await _records.AllAsync(Token).ToListAsync(Token)).Count);
    }

    [Fact]
    public async Task Every_request_is_listed_however_many_were_sent_in_the_same_moment()
    {
        for (var i = 0; i < 450; i++)
        {
            await SubmitAsync(Draft(), Start);
        }

        var numbers = (await _records.AllAsync(Token).ToListAsync(Token)).Select(request => request.Number);
        Assert.Equal(450, numbers.Distinct().Count());
    }

    [Fact]
    public async Task The_same_event_is_noticed_however_it_is_written()
    {
        var number = await SubmitAsync(Draft(), Start);
        var again = Forum with { TitleKazakh = "ұлттык кундылыктар ФОРУМЫ", TitleRussian = "Форум" };
        Assert.Equal([number], Numbers(await _records.SameEventAsync(Astana, again, null, Token)));
        Assert.Empty(await _records.SameEventAsync(2, again, null, Token));
        Assert.Empty(await _records.SameEventAsync(Astana, again, number, Token));
        var later = again with { Dates = new(new(2027, 6, 25), new(2027, 6, 26)) };
        Assert.Empty(await _records.SameEventAsync(Astana, later, null, Token));
        await ActAsync(number, new LogoAct.Withdraw(null), Aigul);
        Assert.Empty(await _records.SameEventAsync(Astana, again, null, Token));
    }

    [Fact]
    public async Task A_corrected_name_is_found_by_the_new_one_only()
    {
        var number = await SubmitAsync(Draft(), Start);
        await ActAsync(number, new LogoAct.Return(1, [LogoField.Title], "Аты?"), Bolat);
        var renamed = Forum with { TitleKazakh = "Наурыз мейрамы", TitleRussian = "Праздник Наурыз" };
        await ActAsync(number, new LogoAct.Submit(2, renamed), Aigul);
        Assert.Equal([number], Numbers(await _records.SameEventAsync(Astana, renamed, null, Token)));
        Assert.Empty(await _records.SameEventAsync(Astana, Forum, null, Token));
    }

    [Fact]
    public async Task Revoking_changes_what_the_code_answers_at_once()
    {
        var number = await SubmitAsync(Draft(), Start);
        Assert.IsType<PermitStatus.Unknown>(await StatusAsync(number, new DateOnly(2027, 5, 20)));
        await ActAsync(number, new LogoAct.Approve(1, Whole), Bolat);
        var valid = Assert.IsType<PermitStatus.Valid>(await StatusAsync(number, new DateOnly(2027, 5, 27)));
        Assert.Equal(Forum.TitleKazakh, valid.TitleKazakh);
        Assert.IsType<PermitStatus.Expired>(await StatusAsync(number, new DateOnly(2027, 5, 28)));
        await ActAsync(number, new LogoAct.Revoke(2, "Макет өзгертілген"), Bolat);
        Assert.IsType<PermitStatus.Revoked>(await StatusAsync(number, new DateOnly(2027, 5, 20)));
        Assert.IsType<PermitStatus.Unknown>(await StatusAsync("RZ-01-2027-09999-0", new DateOnly(2027, 5, 20)));
    }

    [Fact]
    public async Task What_is_not_there_can_t_be_acted_on() => Assert.Equal(
        new LogoOutcome.Denied(new LogoDenial.Unknown()),
        (await _desk.ActAsync("RZ-01-2027-00042-5", new LogoAct.Take(1), Bolat, Start, Token)).Outcome);

    private static IEnumerable<string?> Numbers(IEnumerable<LogoRequest> requests) =>
        requests.Select(request => request.Number);

    private async Task<PermitStatus> StatusAsync(string number, DateOnly day) =>
        PermitStatus.Of(await _records.FindAsync(number, Token), day);

    private async Task<string> SubmitAsync(LogoRequest draft, DateTimeOffset at)
    {
        var outcome = await _desk.WriteAsync(token => _desk.SubmitAsync(draft, Aigul, at, token), at, Token);
        return Assert.IsType<LogoOutcome.Done>(outcome).Request.Number!;
    }

    private async Task ActAsync(string number, LogoAct act, LogoActor actor) => Assert.IsType<LogoOutcome.Done>(
        await _desk.WriteAsync(token => _desk.ActAsync(number, act, actor, Start, token), Start, Token));

    private Task<CommitOutcome> CommitAsync(LogoDeskResult result) =>
        _store.CommitAsync(new Commit { At = Start, Documents = result.Writes }, Token);
}
