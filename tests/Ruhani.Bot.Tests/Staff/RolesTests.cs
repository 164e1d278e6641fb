using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Staff;

/// <summary>Nobody gets a role they were not given, and the office never loses its last administrator.</summary>
public sealed class RolesTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_code_is_kept_as_a_hash_only()
    {
        var code = await InviteAsync("staff");
        var kept = Assert.Single(await _bot.Store.ListAsync(
            new DocumentQuery(DocumentKind.Code), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(code, kept.Id + kept.Json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_code_works_however_it_is_typed_and_once()
    {
        var code = await InviteAsync("approver");
        await JoinAsync("aidar", $" {code} ");
        Assert.Equal([Role.Approver], (await MembershipAsync("aidar"))!.Roles);
        Assert.Contains(
            "не действует", (await AskToJoinAsync("dana", code)).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_take_the_same_code_up_one_gets_the_role()
    {
        var code = await InviteAsync("staff");
        await OfferAsync("aidar", code);
        await OfferAsync("dana", code);
        await _bot.SayAsync("Айдар Омаров", "aidar");
        Assert.Contains(
            "не действует", (await _bot.SayAsync("Дана Ахметова", "dana")).AllText(), StringComparison.Ordinal);
        Assert.Null(await MembershipAsync("dana"));
    }

    [Fact]
    public async Task A_suspended_colleague_can_do_nothing_of_the_role()
    {
        await JoinAsync("aidar", await InviteAsync("approver"));
        await ChangeAsync("admin", "aidar", "suspend", "sure");
        Assert.Contains(
            "для сотрудников", (await _bot.CommandAsync("leave", chat: "aidar")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_their_own_role()
    {
        await JoinAsync("aidar", await InviteAsync("administrator"));
        var own = await CardAsync("aidar", "aidar");
        Assert.DoesNotContain(own.Labels(), label => label.Contains("Снять", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forged_press_on_the_last_administrator_is_refused()
    {
        await JoinAsync("aidar", await InviteAsync("administrator"));
        await JoinAsync("dana", await InviteAsync("administrator"));
        await ChangeAsync("aidar", "dana", "suspend", "sure");
        await ChangeAsync("admin", "aidar", "suspend", "sure");
        Assert.True((await MembershipAsync("dana"))!.IsSuspended);
        Assert.False((await MembershipAsync("aidar"))!.IsSuspended);
    }

    [Fact]
    public async Task Every_change_is_in_the_audit()
    {
        await JoinAsync("aidar", await InviteAsync("approver"));
        await ChangeAsync("admin", "aidar", "remove", "sure");
        var acts = (await _bot.RecordsAsync(DocumentKind.Audit)).Select(entry => entry.GetProperty("act").GetString());
        Assert.Equal(["invite.made", "role.granted", "role.removed"], acts.Order(StringComparer.Ordinal));
        Assert.Null(await MembershipAsync("aidar"));
    }

    [Fact]
    public async Task A_linked_chat_has_the_roles_and_loses_them_with_the_person()
    {
        await JoinAsync("aidar", await InviteAsync("approver"));
        var code = Code(await _bot.CommandAsync("link", chat: "aidar"));
        await _bot.CommandAsync("link", code, "phone");
        Assert.DoesNotContain(
            "для сотрудников", (await _bot.CommandAsync("leave", chat: "phone")).AllText(), StringComparison.Ordinal);
        await ChangeAsync("admin", "aidar", "remove", "sure");
        Assert.Contains(
            "для сотрудников", (await _bot.CommandAsync("leave", chat: "phone")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_code_expires()
    {
        var code = Code(await _bot.CommandAsync("link", chat: "aidar"));
        _bot.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains(
            "не действует", (await _bot.CommandAsync("link", code, "phone")).AllText(), StringComparison.Ordinal);
    }

    private async Task<Membership?> MembershipAsync(string who) =>
        (await _bot.PersonAsync("telegram:" + who))?.Membership;

    private async Task<string> InviteAsync(string role)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["staff"] = "Сотрудник",
            ["approver"] = "Согласующий",
            ["administrator"] = "Администратор",
        };
        await _bot.CommandAsync("invite", chat: "admin");
        await _bot.SayAsync(names[role], "admin");
        await _bot.SayAsync("Область Абай", "admin");
        return Code(await _bot.SayAsync("Пригласить", "admin"));
    }

    private static string Code(IReadOnlyList<OutboxMessage> said) => said.AllText().Split(' ', '\n')
        .Select(word => word.Trim()).First(word => word.Length == 10 && word.All(char.IsAsciiDigit));

    private async Task OfferAsync(string who, string code)
    {
        await AskToJoinAsync(who, code);
        await _bot.SayAsync("Принять", who);
    }

    // The consent text comes first, once.
    private async Task<IReadOnlyList<OutboxMessage>> AskToJoinAsync(string who, string code)
    {
        var said = await _bot.CommandAsync("join", code, who);
        return said.AllText().Contains("Вы согласны?", StringComparison.Ordinal)
            ? await _bot.SayAsync("да", who)
            : said;
    }

    private async Task JoinAsync(string who, string code)
    {
        await OfferAsync(who, code);
        await _bot.SayAsync(who == "aidar" ? "Айдар Омаров" : "Дана Ахметова", who);
    }

    private async Task<IReadOnlyList<OutboxMessage>> CardAsync(string by, string who)
    {
        var list = await _bot.CommandAsync("roles", chat: by);
        return await _bot.PressAsync(list.Token(who == "aidar" ? "Айдар Омаров" : "Дана Ахметова"), by);
    }

    private async Task ChangeAsync(string by, string who, string act, string sure)
    {
        var label = act == "remove" ? "Снять роли" : "Приостановить";
        var card = await CardAsync(by, who);
        var asked = await _bot.PressAsync(card.Token(label), by);
        if (asked.Labels().Contains(label) && sure.Length > 0)
        {
            await _bot.PressAsync(asked.Token(label), by);
        }
    }
}
