using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Staff;

/// <summary>The audit shows what was changed in it, and still lets people be forgotten.</summary>
public sealed class AuditChainTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task What_the_bot_writes_holds_also_across_a_restart()
    {
        await InviteAsync(3);
        using var again = _bot.Restarted();
        await InviteAsync(2, again);
        var verdict = await VerifyAsync(again);
        Assert.True(verdict.IsWhole);
        Assert.Equal(5, verdict.Entries);
        Assert.Equal(64, verdict.Chain.Length);
    }

    [Theory]
    [InlineData("by")]
    [InlineData("act")]
    [InlineData("at")]
    [InlineData("details")]
    [InlineData("salt")]
    public async Task A_changed_entry_is_found(string what)
    {
        await InviteAsync(4);
        await ChangeAsync(2, entry => what switch
        {
            "by" => entry with { By = "telegram:somebody" },
            "act" => entry with { Act = "role.granted" },
            "at" => entry with { At = entry.At + 1 },
            "details" => entry with { Details = "administrator 00" },
            _ => entry with { By = "erased:1", Seal = entry.Seal! with { By = entry.Seal.By with { Salt = null } } },
        });
        Assert.Equal([2L], (await VerifyAsync(_bot)).Faults);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_removed_entry_is_missed_also_the_first_and_the_last(int number)
    {
        await InviteAsync(5);
        var document = await DocumentAsync(number);
        await WriteAsync(new DocumentWrite(document, Delete: true));
        Assert.Contains((long)number, (await VerifyAsync(_bot)).Faults);
    }

    [Fact]
    public async Task An_entry_put_in_is_found()
    {
        await InviteAsync(2);
        await WriteAsync(new DocumentWrite(new StoredDocument(
            DocumentKind.Audit,
            "forged",
            1,
            JsonSerializer.Serialize(
                new AuditEntry(1, "telegram:1", "role.granted", "telegram:2"), StateJson.Stored.AuditEntry),
            Sort: 2)));
        Assert.False((await VerifyAsync(_bot)).IsWhole);
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_the_chain_whole_and_nothing_to_find_them_by()
    {
        await _bot.HireAsync("aidar", Role.Administrator, 0, "Айдар Омаров");
        await _bot.HireAsync("dana", Role.Administrator, 0, "Дана Ахметова");
        await InviteAsync(1);
        await InviteAsync(2, by: "aidar");
        await ForgetAsync("aidar");
        await InviteAsync(1);

        var verdict = await VerifyAsync(_bot);
        Assert.True(verdict.IsWhole, string.Join(", ", verdict.Faults));
        var theirs = (await EntriesAsync()).Where(entry => Erasure.IsPseudonym(entry.By)
            && entry.Act != AuditChain.Erased).ToList();
        Assert.Equal(2, theirs.Count);
        Assert.All(theirs, entry => Assert.Null(entry.Seal!.By.Salt));
    }

    [Fact]
    public async Task Many_at_once_make_one_chain()
    {
        foreach (var who in new[] { "a1", "a2", "a3", "a4" })
        {
            await _bot.HireAsync(who, Role.Administrator, 0, "Айдар Омаров");
        }

        await Task.WhenAll(new[] { "a1", "a2", "a3", "a4" }.Select(who => InviteAsync(3, by: who)));
        var verdict = await VerifyAsync(_bot);
        Assert.True(verdict.IsWhole);
        Assert.Equal(12, verdict.Entries);
    }

    [Fact]
    public async Task Pages_go_back_to_the_first_entry_and_forth_again()
    {
        await InviteAsync(23);
        var newest = await _bot.CommandAsync("audit", chat: "admin");
        Assert.Contains("записи 23–14 из 23", newest.AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Позже", newest.Labels());
        var middle = await _bot.PressAsync(newest.Token("Раньше"), "admin");
        var oldest = await _bot.PressAsync(middle.Token("Раньше"), "admin");
        Assert.Contains("записи 3–1 из 23", oldest.AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Раньше", oldest.Labels());
        var back = await _bot.PressAsync(oldest.Token("Позже"), "admin");
        Assert.Contains("записи 13–4 из 23", back.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chat_tells_whether_the_audit_is_whole()
    {
        await InviteAsync(2);
        var shown = await _bot.CommandAsync("audit", chat: "admin");
        Assert.Contains(
            "Ни одна не изменена", (await _bot.PressAsync(shown.Token("Проверить"), "admin")).AllText(),
            StringComparison.Ordinal);
        await ChangeAsync(1, entry => entry with { Details = "administrator 00" });
        Assert.Contains(
            "с номерами: 1.", (await _bot.PressAsync(shown.Token("Проверить"), "admin")).AllText(),
            StringComparison.Ordinal);
    }

    private static Task<AuditVerdict> VerifyAsync(TestBot bot) =>
        bot.Get<AuditChain>().VerifyAsync(TestContext.Current.CancellationToken);

    private async Task InviteAsync(int times, TestBot? bot = null, string by = "admin")
    {
        for (var i = 0; i < times; i++)
        {
            await (bot ?? _bot).CommandAsync("invite", chat: by);
            foreach (var answer in new[] { "Согласующий", "Город Астана", "Пригласить" })
            {
                await (bot ?? _bot).SayAsync(answer, by);
            }

            (bot ?? _bot).Time.Advance(TimeSpan.FromMinutes(2));
        }
    }

    private async Task ForgetAsync(string who)
    {
        await _bot.CommandAsync("menu", chat: who);
        await _bot.SayAsync("отмена", who);
        var first = await _bot.SayAsync("удали мои данные", who);
        var second = await _bot.PressAsync(first.Token("Удалить мои данные"), who);
        await _bot.PressAsync(second.Token("Удалить безвозвратно"), who);
    }

    private async Task<List<AuditEntry>> EntriesAsync() =>
    [
        .. (await _bot.RecordsAsync(DocumentKind.Audit))
            .Select(entry => entry.Deserialize(StateJson.Stored.AuditEntry)!),
    ];

    private async Task<StoredDocument> DocumentAsync(long number) =>
        (await _bot.Store.ListAsync(
            new DocumentQuery(DocumentKind.Audit), TestContext.Current.CancellationToken))[(int)number - 1];

    private async Task ChangeAsync(long number, Func<AuditEntry, AuditEntry> change)
    {
        var document = await DocumentAsync(number);
        var entry = JsonSerializer.Deserialize(document.Json, StateJson.Stored.AuditEntry)!;
        await WriteAsync(new DocumentWrite(document with
        {
            Version = document.Version + 1,
            Json = JsonSerializer.Serialize(change(entry), StateJson.Stored.AuditEntry),
        }));
    }

    private async Task WriteAsync(DocumentWrite write) => Assert.Equal(
        CommitOutcome.Committed,
        await _bot.Store.CommitAsync(
            new Commit { At = _bot.Time.GetUtcNow(), Documents = [write] }, TestContext.Current.CancellationToken));
}
