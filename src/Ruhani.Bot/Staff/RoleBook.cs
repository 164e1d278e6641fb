using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>Who may do what: what was granted, what the configuration says, and what comes with an address.</summary>
public sealed class RoleBook(IStore store, RolesOptions options, IEnumerable<IStandingRoles> standing)
{
    /// <summary>The group of the documents of people with a membership.</summary>
    public const string Group = "staff";

    private const int Most = 1000;

    /// <summary>A person's roles.</summary>
    public IReadOnlyCollection<Role> Of(string address, Person? person)
    {
        var roles = new HashSet<Role> { Role.Citizen };
        if (IsFirstAdministrator(address))
        {
            roles.Add(Role.Administrator);
        }

        roles.UnionWith(standing.SelectMany(one => one.Of(address)));
        if (person?.Membership is { IsSuspended: false } membership)
        {
            roles.UnionWith(membership.Roles);
        }

        if (roles.Count > 1)
        {
            roles.Add(Role.Staff);
        }

        return roles;
    }

    /// <summary>True when the configuration names the address.</summary>
    public bool IsFirstAdministrator(string address) => options.Admins.Contains(address);

    /// <summary>Everybody with a membership, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> ListAsync(CancellationToken cancellationToken)
    {
        var documents = await store.ListAsync(
            new DocumentQuery(DocumentKind.Person, Group, Limit: Most), cancellationToken).ConfigureAwait(false);
        return
        [
            .. documents.Select(Read).OfType<StaffMember>()
                .OrderBy(member => member.Membership.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>A person with a membership by the key; null when there is none.</summary>
    public async Task<StaffMember?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(member => member.Key == key);

    /// <summary>
    /// Who may stand in for somebody: those who may do all the same, in the same region or the whole country.
    /// </summary>
    public async Task<IReadOnlyList<StaffMember>> DeputiesAsync(
        string address, Membership membership, CancellationToken cancellationToken) =>
    [
        .. (await ListAsync(cancellationToken).ConfigureAwait(false)).Where(other =>
            other.Address != address && !other.Membership.IsSuspended
            && membership.Roles.All(other.Membership.Roles.Contains)
            && (other.Membership.Region == membership.Region || other.Membership.Region == 0)),
    ];

    /// <summary>True when the office would have no administrator without this person.</summary>
    public async Task<bool> IsLastAdministratorAsync(StaffMember member, CancellationToken cancellationToken) =>
        member.Membership is { IsSuspended: false } membership && membership.Roles.Contains(Role.Administrator)
        && options.Admins.Count == 0
        && (await ListAsync(cancellationToken).ConfigureAwait(false)).All(other =>
            other.Address == member.Address || other.Membership.IsSuspended
            || !other.Membership.Roles.Contains(Role.Administrator));

    private static StaffMember? Read(StoredDocument document)
    {
        var person = JsonSerializer.Deserialize(document.Json, StateJson.Stored.Person);
        return person?.Membership is null ? null : new StaffMember(document.Id, person, document);
    }
}
