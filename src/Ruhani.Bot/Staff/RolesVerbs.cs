using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>
/// Who works here, and what an administrator may change about it. A dangerous act asks twice, by name.
/// </summary>
public sealed class RolesVerbs(RoleBook book) : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("roles.list", ["card"], ListAsync),
        new Verb("roles.card", ["suspend", "restore", "remove", "list"], CardAsync),
        new Verb("roles.suspend", ["sure", "card"], (turn, key, token) => AskAsync(turn, key, "suspend", token)),
        new Verb("roles.remove", ["sure", "card"], (turn, key, token) => AskAsync(turn, key, "remove", token)),
        new Verb("roles.suspended", ["list"], (turn, key, token) => ChangeAsync(
            turn, key, "suspended", one => one with { IsSuspended = true }, token)),
        new Verb("roles.restored", ["list"], (turn, key, token) => ChangeAsync(
            turn, key, "restored", one => one with { IsSuspended = false }, token)),
        new Verb("roles.removed", ["list"], (turn, key, token) => ChangeAsync(
            turn, key, "removed", _ => null, token)),
        new Verb("roles.joined", [], JoinedAsync),
    ];

    private async ValueTask<VerbResult> ListAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var members = await book.ListAsync(cancellationToken).ConfigureAwait(false);
        turn.Say(members.Count == 0 ? "roles.nobody" : "roles.all", choices:
        [
            .. members.Select(member => turn.Choice("card", member.Key, member.Membership.Name)),
            turn.StartChoice("invite", turn.Label("roles.invite")),
        ]);
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> CardAsync(Turn turn, string key, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } member)
        {
            turn.Say("roles.gone");
            return new VerbResult("list");
        }

        var one = member.Membership;
        var isMine = member.Address == turn.AccountAddress;
        var choices = new List<Choice>();
        if (!isMine)
        {
            choices.Add(one.IsSuspended
                ? turn.Choice("restore", key, turn.Label("roles.restore"))
                : turn.Choice("suspend", key, turn.Label("roles.suspend")));
            choices.Add(turn.Choice("remove", key, turn.Label("roles.remove")));
        }

        choices.Add(turn.Choice("list", "", turn.Label("roles.list")));
        turn.Say(
            one.IsSuspended ? "roles.card-suspended" : "roles.card",
            TextArguments.Of(
                ("name", one.Name),
                ("roles", StaffOptions.Names(turn, one.Roles)),
                ("region", Regions.Name(turn.Content.Texts, turn.Language, one.Region)),
                ("day", turn.Dates.Date(KazakhstanTime.DayOf(one.Since)))),
            choices);
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> AskAsync(
        Turn turn, string key, string act, CancellationToken cancellationToken)
    {
        if (await FindChangeableAsync(turn, key, act != "restore", cancellationToken).ConfigureAwait(false)
            is not { } member)
        {
            return VerbResult.Wait;
        }

        turn.Say($"roles.{act}-sure", TextArguments.Of(("name", member.Membership.Name)),
        [
            turn.Choice("sure", key, turn.Label($"roles.{act}")),
            turn.Choice("card", key, turn.Label("form.back")),
        ]);
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> ChangeAsync(
        Turn turn, string key, string done, Func<Membership, Membership?> change, CancellationToken cancellationToken)
    {
        if (await FindChangeableAsync(turn, key, done != "restored", cancellationToken).ConfigureAwait(false)
            is not { } member)
        {
            return new VerbResult("list");
        }

        var person = member.Person with { Membership = change(member.Membership) };
        turn.Put(member.Document, member.Document with
        {
            Json = JsonSerializer.Serialize(person, StateJson.Stored.Person),
            Group = person.Membership is null ? null : RoleBook.Group,
        });
        turn.Audit("role." + done, member.Address, StaffOptions.Code(member.Membership.Region));
        turn.Say(
            "roles." + done,
            TextArguments.Of(("name", member.Membership.Name)),
            [turn.Choice("list", "", turn.Label("roles.list"))]);
        turn.Schedule(done, turn.Now, new Timers.BotTimer
        {
            Conversation = member.Membership.Home,
            Person = member.Address,
            Dialog = "staffnews",
            Trigger = done,
        });
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> JoinedAsync(Turn turn, string key, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } member)
        {
            turn.Say("roles.joined", TextArguments.Of(
                ("name", member.Membership.Name), ("roles", StaffOptions.Names(turn, member.Membership.Roles))));
        }

        return VerbResult.Wait;
    }

    // Nobody changes their own roles, and the office keeps an administrator.
    private async ValueTask<StaffMember?> FindChangeableAsync(
        Turn turn, string key, bool takesAway, CancellationToken cancellationToken)
    {
        var member = await book.FindAsync(key, cancellationToken).ConfigureAwait(false);
        var refusal = member is null ? "roles.gone"
            : member.Address == turn.AccountAddress ? "roles.own"
            : takesAway && book.IsFirstAdministrator(member.Address) ? "roles.configured"
            : takesAway && await book.IsLastAdministratorAsync(member, cancellationToken).ConfigureAwait(false)
                ? "roles.last"
            : null;
        if (refusal is null)
        {
            return member;
        }

        turn.Say(refusal);
        return null;
    }
}
