using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo;

/// <summary>Who of the office hears of a request and decides on it.</summary>
public sealed class LogoStaff(RoleBook book, IStore store, IEnumerable<IStandingRoles> standing)
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

    /// <summary>As whom the person of a turn acts on requests; null for somebody who decides on none.</summary>
    public async Task<LogoActor?> ActorAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var isHead = turn.Roles.Contains(Role.Head);
        if (!isHead && !turn.Roles.Contains(Role.Approver))
        {
            return null;
        }

        var all = await AllAsync(cancellationToken).ConfigureAwait(false);
        return new LogoActor(
            turn.AccountAddress,
            isHead ? LogoRole.Head : LogoRole.Approver,
            [turn.Account.Membership?.Region ?? 0])
        {
            StandsInFor =
            [
                .. all.Where(one => one.Address != turn.AccountAddress
                        && StandIn(one, all, turn.Today).Address == turn.AccountAddress)
                    .Select(one => one.Address),
            ],
        };
    }

    /// <summary>The conversation a person is written to.</summary>
    public async Task<string> HomeAsync(string address, CancellationToken cancellationToken) =>
        await store.FindAsync(DocumentKind.Person, address, cancellationToken).ConfigureAwait(false) is { } stored
            && JsonSerializer.Deserialize(stored.Json, StateJson.Stored.Person) is { Chat: { } chat }
                ? chat
                : address;

    /// <summary>How a person of the office is called: by name, else as what; somebody who has left it as such.</summary>
    public async Task<string> NameAsync(Turn turn, string address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var one = (await AllAsync(cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(other => other.Address == address);
        return one?.Name ?? turn.Label(one is null ? "logonews.office" : one.Roles.Contains(Role.Head)
            ? "roles.head"
            : "roles.approver");
    }

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
