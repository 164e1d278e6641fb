using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo;

/// <summary>Who of the office hears of a request and decides on it.</summary>
public sealed class LogoStaff(
    RoleBook book, IStore store, LogoOptions options, IEnumerable<IStandingRoles> standing)
{
    // A deputy may be away too; two who stand in for each other must not go round for ever.
    private const int MostDeputies = 4;

    /// <summary>Everybody who decides on requests anywhere, by name.</summary>
    public async Task<IReadOnlyList<LogoColleague>> AllAsync(CancellationToken cancellationToken)
    {
        var found = new List<LogoColleague>();
        foreach (var member in await book.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            var one = member.Membership;
            if (!one.IsSuspended)
            {
                found.Add(new LogoColleague(
                    member.Address, one.Home, one.Name, one.Roles, one.Region, one.Absence));
            }
        }

        foreach (var address in standing.SelectMany(one => one.Addresses))
        {
            if (found.All(other => other.Address != address))
            {
                var home = await HomeAsync(address, cancellationToken).ConfigureAwait(false);
                found.Add(new LogoColleague(address, home, null, book.Of(address, null), 0, null));
            }
        }

        return [.. found.Where(one => one.Roles.Contains(Role.Approver) || one.Roles.Contains(Role.Head))];
    }

    /// <summary>Who decides on a region's requests.</summary>
    public async Task<IReadOnlyList<LogoColleague>> ApproversAsync(int region, CancellationToken cancellationToken) =>
    [
        .. (await AllAsync(cancellationToken).ConfigureAwait(false))
            .Where(one => one.Roles.Contains(Role.Approver) && one.Decides(region)),
    ];

    /// <summary>Who heads a region's office.</summary>
    public async Task<IReadOnlyList<LogoColleague>> HeadsAsync(int region, CancellationToken cancellationToken) =>
    [
        .. (await AllAsync(cancellationToken).ConfigureAwait(false))
            .Where(one => one.Roles.Contains(Role.Head) && one.Decides(region)),
    ];

    /// <summary>Those who are there on a day: in place of somebody who is away the deputy.</summary>
    /// <param name="whom">Whom it is for.</param>
    /// <param name="all">Everybody, to find deputies among.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<LogoColleague> OnDuty(
        IEnumerable<LogoColleague> whom, IReadOnlyList<LogoColleague> all, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(whom);
        return [.. whom.Select(one => StandIn(one, all, today)).DistinctBy(one => one.Address)];
    }

    /// <summary>
    /// As whom the person of a turn acts on a request. What a colleague has in hand who is away may be taken over by
    /// the deputy, and what has waited for so long that the deputy was asked by any approver of the region.
    /// </summary>
    /// <param name="turn">The turn.</param>
    /// <param name="request">The request; null for none in particular.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<LogoActor> ActorAsync(Turn turn, LogoRequest? request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var me = turn.AccountAddress;
        var isHead = turn.Roles.Contains(Role.Head);
        var role = isHead ? LogoRole.Head
            : turn.Roles.Contains(Role.Approver) ? LogoRole.Approver
            : LogoRole.Requester;
        var actor = new LogoActor(me, role, [turn.Account.Membership?.Region ?? 0]);
        if (request?.Reviewer is not { } reviewer || reviewer == me)
        {
            return actor;
        }

        var waitedLong = request.WaitsSince is { } since && Escalation.Of(
            since, request.Facts.Dates.From, turn.Content.Calendar, options).StepAt(turn.Now) >= EscalationStep.Deputy;
        var all = await AllAsync(cancellationToken).ConfigureAwait(false);
        var holder = all.FirstOrDefault(one => one.Address == reviewer);
        return waitedLong || holder is null || StandIn(holder, all, turn.Today).Address == me
            ? actor with { StandsInFor = [reviewer] }
            : actor;
    }

    /// <summary>The conversation a person is written to.</summary>
    public async Task<string> HomeAsync(string address, CancellationToken cancellationToken) =>
        await store.FindAsync(DocumentKind.Person, address, cancellationToken).ConfigureAwait(false) is { } stored
            && JsonSerializer.Deserialize(stored.Json, StateJson.Stored.Person) is { Chat: { } chat }
                ? chat
                : address;

    /// <summary>How a person of the office is called: by name, else as what.</summary>
    public async Task<string> NameAsync(Turn turn, string address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var one = (await AllAsync(cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(other => other.Address == address);
        return one?.Name ?? turn.Label(one is null ? "logonews.office" : one.Roles.Contains(Role.Head)
            ? "roles.head"
            : "roles.approver");
    }

    /// <summary>A person's name; null for somebody without one, or who has left the office.</summary>
    public async Task<string?> FindNameAsync(string address, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(other => other.Address == address)?.Name;

    private static LogoColleague StandIn(LogoColleague one, IReadOnlyList<LogoColleague> all, DateOnly today)
    {
        var found = one;
        for (var i = 0; i < MostDeputies && found.Absence is { } absence && absence.Covers(today); i++)
        {
            if (all.FirstOrDefault(other => other.Address == absence.Deputy) is not { } deputy)
            {
                return one;
            }

            found = deputy;
        }

        return found.Absence?.Covers(today) == true ? one : found;
    }
}
