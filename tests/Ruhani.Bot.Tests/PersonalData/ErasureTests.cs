using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Tests.Logo;
using Ruhani.Bot.Tests.Support;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.PersonalData;

/// <summary>Whoever wants to be forgotten is: nothing names them any more, and what others need stays.</summary>
public sealed class ErasureTests : IDisposable
{
    private const string Me = "70012345";
    private const string Address = "telegram:" + Me;
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Nothing_in_the_store_names_the_person()
    {
        await LeaveTracesAsync();
        Assert.Contains(Me, await StoredAsync(), StringComparison.Ordinal);

        await EraseAsync();

        // Only the last answer, which has to reach somebody, knows where to.
        Assert.Equal([Address], _bot.Store.Rows.Select(row => row.Message.Conversation.ToString())
            .Where(chat => chat == Address).Distinct());
        var left = await StoredAsync();
        foreach (var trace in new[] { Me, "701 123 45 67", "77011234567", "Айдар Омаров", "билет", "музей быстро" })
        {
            Assert.DoesNotContain(trace, left, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_next_message_is_the_first_one()
    {
        await LeaveTracesAsync();
        await EraseAsync();
        Assert.Null(await _bot.PersonAsync(Address));
        Assert.Contains("На каком языке", (await _bot.SayAsync("Привет", Me)).AllText(), StringComparison.Ordinal);
        Assert.Empty((await _bot.PersonAsync(Address))!.Membership?.Roles ?? []);
    }

    [Fact]
    public async Task A_decision_stays_without_the_name_and_its_permit_is_valid()
    {
        await HireAsync();
        var number = await ApprovedAsync();
        var before = await RequestAsync(number);

        await EraseAsync();

        var request = await RequestAsync(number);
        Assert.Equal(LogoState.Approved, request.State);
        Assert.True(Erasure.IsPseudonym(request.Requester));
        Assert.Equal(("", ""), (request.Facts.ContactName, request.Facts.ContactPhone));
        Assert.Equal(before.Facts.Organiser, request.Facts.Organiser);
        Assert.Equal(before.Facts.Files(), request.Facts.Files());
        Assert.Equal(before.Audit.Select(entry => entry.Act), request.Audit.Select(entry => entry.Act));
        Assert.Equal("telegram:bolat", request.Audit[^1].Actor);
        Assert.Equal(request.Requester, request.Audit[0].Actor);
        Assert.Contains("действует", (await _bot.SayAsync(number, "5")).AllText(), StringComparison.Ordinal);
        Assert.Empty(await _bot.Get<LogoRecords>().OfPersonAsync(Address, 10, Cancelled));
        Assert.Single(await _bot.Get<LogoRecords>().OfOfficeAsync(request.Office, 10, Cancelled));
    }

    [Fact]
    public async Task What_is_decided_later_is_told_nobody_and_the_permit_ends_in_time()
    {
        await HireAsync();
        var number = await ApprovedAsync();
        await EraseAsync();
        await _bot.RunDueAsync();
        var told = _bot.Store.Written.Count(message => message.Conversation.ToString() == Address);

        var days = SampleRequests.Plan.Dates;
        var shorter = new PermitScope(SampleRequests.Plan.Materials, days with { To = days.From });
        await _bot.ActAsync(number, new LogoAct.Amend(2, shorter, "Один день."), Cases.Bolat);
        await _bot.RunDueAsync();
        _bot.Time.Advance(KazakhstanTimeAfter(days.From));
        await _bot.RunDueAsync();

        Assert.Equal(LogoState.Expired, (await RequestAsync(number)).State);
        Assert.Equal(told, _bot.Store.Written.Count(message => message.Conversation.ToString() == Address));
    }

    [Fact]
    public async Task A_request_that_waits_is_withdrawn_and_its_files_are_let_go()
    {
        await HireAsync();
        var request = await _bot.RequestAsync(Me, SampleRequests.Plan);
        await _bot.RunDueAsync();
        var asked = await AskAsync();
        Assert.Contains(request.Number!, asked.AllText(), StringComparison.Ordinal);

        await EraseAsync();
        await _bot.RunDueAsync();

        var left = await RequestAsync(request.Number!);
        Assert.Equal(LogoState.Withdrawn, left.State);
        Assert.Empty(left.Facts.Files());
        Assert.Empty(await _bot.RecordsAsync(DocumentKind.FileUse));
        Assert.Contains(
            _bot.Store.Written,
            message => message.Conversation.Chat == "bolat" && message.UpdatesCard
                && message.Text.Contains("Кері алынды", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_rule_refused_is_closed()
    {
        var request = await _bot.RequestAsync(Me, SampleRequests.Plan with { Ground = new LogoGround.None() });
        await EraseAsync();
        Assert.Equal(LogoState.Closed, (await RequestAsync(request.Number!)).State);
    }

    [Fact]
    public async Task What_an_approver_who_leaves_has_in_hand_is_free_for_others()
    {
        await HireAsync();
        await _bot.HireAsync(Me, Role.Approver, 1, "Айдар Омаров");
        await _bot.LeaveAsync("bolat", new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 5), Me);
        var actor = new LogoActor(Address, LogoRole.Approver, [1]);
        var waiting = await _bot.RequestAsync("aigul", SampleRequests.Plan);
        await _bot.ActAsync(waiting.Number!, new LogoAct.Take(1), actor);
        var decided = await _bot.RequestAsync("aigul", SampleRequests.Instruction);
        await _bot.ActAsync(decided.Number!, new LogoAct.Approve(1, PermitScope.Whole(decided.Facts)), actor);

        Assert.Contains("Согласующий", (await AskAsync()).AllText(), StringComparison.Ordinal);
        await EraseAsync();

        Assert.Null((await RequestAsync(waiting.Number!)).Reviewer);
        Assert.True(Erasure.IsPseudonym((await RequestAsync(decided.Number!)).Audit[^1].Actor));
        await _bot.ActAsync(waiting.Number!, new LogoAct.Take(1), Cases.Bolat);
        Assert.Equal("telegram:bolat", (await RequestAsync(waiting.Number!)).Reviewer);
        var deputy = (await _bot.PersonAsync("telegram:bolat"))!.Membership!.Absence!.Deputy;
        Assert.True(Erasure.IsPseudonym(deputy));
        Assert.Single(await _bot.Get<RoleBook>().ListAsync(Cancelled));
    }

    [Fact]
    public async Task The_audit_keeps_what_was_done_by_one_and_the_same_nobody()
    {
        await _bot.HireAsync(Me, Role.Administrator, 0, "Айдар Омаров");
        await _bot.HireAsync("other", Role.Administrator, 0, "Басқа Әкімші");
        await _bot.CommandAsync("invite", chat: Me);
        foreach (var answer in new[] { "Согласующий", "Город Астана", "Пригласить" })
        {
            await _bot.SayAsync(answer, Me);
        }

        await EraseAsync();

        var entries = (await _bot.RecordsAsync(DocumentKind.Audit))
            .Select(entry => entry.Deserialize(StateJson.Stored.AuditEntry)!).ToList();
        Assert.Contains(entries, entry => entry.Act == "invite.made");
        Assert.Equal("administrator 00", Assert.Single(entries, entry => entry.Act == "data.erased").Details);
        Assert.True(Erasure.IsPseudonym(Assert.Single(entries.Select(entry => entry.By).Distinct())));
    }

    [Fact]
    public async Task Others_keep_everything()
    {
        await HireAsync();
        await ApprovedAsync();
        var theirs = await _bot.RequestAsync("aigul", SampleRequests.Instruction);
        await _bot.RunDueAsync();
        await _bot.SayAsync("Сколько стоит билет в цирк?", "aigul");
        var before = await RequestAsync(theirs.Number!);
        var person = await _bot.PersonAsync("telegram:aigul");

        await EraseAsync();

        Assert.Equivalent(before, await RequestAsync(theirs.Number!), strict: true);
        Assert.Equal(person, await _bot.PersonAsync("telegram:aigul"));
        Assert.Contains("цирк", await StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_linked_addresses_are_one_person()
    {
        await _bot.SayAsync("Сколько стоит билет в музей?", Me);
        await PutPersonAsync("telegram:2", new Person { Language = "ru", LinkedTo = Address });
        await _bot.SayAsync("Сколько стоит билет в цирк?", "2");

        await EraseAsync("2");

        Assert.Null(await _bot.PersonAsync(Address));
        Assert.Null(await _bot.PersonAsync("telegram:2"));
        Assert.Empty(await _bot.RecordsAsync(DocumentKind.Question));
    }

    [Fact]
    public async Task A_person_who_said_stop_is_not_written_to_again()
    {
        await _bot.SayAsync("Национальный код", Me);
        await _bot.SayAsync("стоп", Me);
        Assert.Contains("буду помнить", (await AskAsync()).AllText(), StringComparison.Ordinal);
        await EraseAsync();
        Assert.Single(await _bot.RecordsAsync(DocumentKind.Suppression));
    }

    [Fact]
    public async Task The_last_administrator_invites_another_first()
    {
        await _bot.HireAsync(Me, Role.Administrator, 0, "Айдар Омаров");
        Assert.Contains("последний администратор", (await AskAsync()).AllText(), StringComparison.Ordinal);
        Assert.NotNull((await _bot.PersonAsync(Address))!.Membership);
    }

    [Fact]
    public async Task A_button_of_long_ago_asks_anew()
    {
        await LeaveTracesAsync();
        var first = await AskAsync();
        _bot.Time.Advance(TimeSpan.FromMinutes(16));
        var again = await _bot.PressAsync(first.Token("Удалить мои данные"), Me);
        Assert.Contains("Удаление ваших данных", again.AllText(), StringComparison.Ordinal);
        var second = await _bot.PressAsync(again.Token("Удалить мои данные"), Me);
        _bot.Time.Advance(TimeSpan.FromMinutes(16));
        again = await _bot.PressAsync(second.Token("Удалить безвозвратно"), Me);
        Assert.Contains("Удаление ваших данных", again.AllText(), StringComparison.Ordinal);
        Assert.NotNull(await _bot.PersonAsync(Address));
    }

    [Fact]
    public async Task Nobody_deletes_with_the_button_of_another()
    {
        await LeaveTracesAsync();
        var second = await _bot.PressAsync((await AskAsync()).Token("Удалить мои данные"), Me);
        await _bot.PressAsync(second.Token("Удалить безвозвратно"), "5");
        Assert.NotNull(await _bot.PersonAsync(Address));
    }

    [Fact]
    public async Task A_decision_in_the_same_moment_is_not_lost()
    {
        StoreProbe? probe = null;
        using var bot = new TestBot(store: inner => probe = new StoreProbe(inner));
        await bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков");
        var number = (await bot.RequestAsync(Me, SampleRequests.Plan)).Number!;
        var second = await bot.PressAsync((await AskAsync(bot)).Token("Удалить мои данные"), Me);
        probe!.BeforeCommit = async commit =>
        {
            if (commit.Forget.Count == 0)
            {
                return null;
            }

            probe.BeforeCommit = null;
            await bot.ActAsync(
                number, new LogoAct.Approve(1, PermitScope.Whole(SampleRequests.Plan)), Cases.Bolat);
            return null;
        };

        await bot.PressAsync(second.Token("Удалить безвозвратно"), Me);

        var request = (await bot.Get<LogoRecords>().FindAsync(number, Cancelled))!;
        Assert.Equal(LogoState.Approved, request.State);
        Assert.True(Erasure.IsPseudonym(request.Requester));
    }

    [Fact]
    public async Task A_store_that_fails_keeps_everything()
    {
        await LeaveTracesAsync();
        var second = await _bot.PressAsync((await AskAsync()).Token("Удалить мои данные"), Me);
        var before = await StoredAsync();
        _bot.Store.Failure = new StoreUnavailableException("disk full");
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => _bot.PressAsync(second.Token("Удалить безвозвратно"), Me));
        _bot.Store.Failure = null;
        Assert.Equal(before, await StoredAsync());
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static TimeSpan KazakhstanTimeAfter(DateOnly day) =>
        TimeSpan.FromDays(day.DayNumber - new DateOnly(2027, 2, 1).DayNumber + 2);

    private Task HireAsync() => _bot.HireAsync("bolat", Role.Approver, 1, "Болат Ермеков");

    private async Task<string> ApprovedAsync()
    {
        var number = (await _bot.RequestAsync(Me, SampleRequests.Plan)).Number!;
        await _bot.ActAsync(number, new LogoAct.Approve(1, PermitScope.Whole(SampleRequests.Plan)), Cases.Bolat);
        await _bot.RunDueAsync();
        return number;
    }

    private async Task<LogoRequest> RequestAsync(string number) =>
        (await _bot.Get<LogoRecords>().FindAsync(number, Cancelled))!;

    // Something of every kind: a question, an opinion, a subscription, a form with a file, a code, a role, decisions.
    private async Task LeaveTracesAsync()
    {
        await HireAsync();
        await _bot.HireAsync(Me, Role.Approver, 1, "Айдар Омаров");
        await ApprovedAsync();
        var other = await _bot.RequestAsync("aigul", SampleRequests.Instruction);
        await _bot.ActAsync(other.Number!, new LogoAct.Take(1), new LogoActor(Address, LogoRole.Approver, [1]));
        await _bot.RunDueAsync();
        await _bot.SayAsync("Сколько стоит билет в музей?", Me);
        await _bot.CommandAsync("feedback", chat: Me);
        foreach (var answer in new[]
        {
            "О другом", "Нашёл музей быстро", "Пропустить", "+7 701 123 45 67", "да", "Отправить",
        })
        {
            await _bot.SayAsync(answer, Me);
        }

        await _bot.CommandAsync("link", chat: Me);
        await _bot.CommandAsync("leave", chat: Me);
        Assert.NotEmpty(await _bot.RecordsAsync(DocumentKind.Opinion));
    }

    private Task<IReadOnlyList<OutboxMessage>> AskAsync(TestBot? bot = null, string chat = Me) =>
        (bot ?? _bot).SayAsync("удали мои данные", chat);

    private async Task EraseAsync(string chat = Me)
    {
        await _bot.CommandAsync("menu", chat: chat);
        await _bot.SayAsync("отмена", chat);
        var first = await AskAsync(chat: chat);
        var second = await _bot.PressAsync(first.Token("Удалить мои данные"), chat);
        var done = await _bot.PressAsync(second.Token("Удалить безвозвратно"), chat);
        Assert.Contains("удалено", Assert.Single(done).Text, StringComparison.Ordinal);
    }

    // Everything there is, as the store holds it.
    private async Task<string> StoredAsync()
    {
        var all = new List<string>();
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            var documents = await _bot.Store.ListAsync(new DocumentQuery(kind, Limit: 1000), Cancelled);
            all.AddRange(documents.Select(one => $"{one.Kind} {one.Id} {one.Group} {one.Json}"));
        }

        all.AddRange(_bot.Store.Rows.Where(row => row.Message.Conversation.ToString() != Address)
            .Select(row => JsonSerializer.Serialize(row.Message)));
        return string.Join('\n', all);
    }

    private async Task PutPersonAsync(string address, Person person) => await _bot.Store.CommitAsync(
        new Commit
        {
            At = _bot.Time.GetUtcNow(),
            Documents =
            [
                new DocumentWrite(new StoredDocument(
                    DocumentKind.Person, address, 1, JsonSerializer.Serialize(person, StateJson.Stored.Person))),
            ],
        },
        Cancelled);
}
