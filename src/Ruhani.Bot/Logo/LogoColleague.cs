using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Staff;

namespace Ruhani.Bot.Logo;

/// <summary>Somebody of the office, as far as requests concern them.</summary>
/// <param name="Address">The person's address.</param>
/// <param name="Home">The conversation the bot writes to.</param>
/// <param name="Name">The name colleagues see; null for those who have none.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="Region">Where; 0 for the whole country.</param>
/// <param name="Absence">When the person is away; null when never.</param>
public sealed record LogoColleague(
    string Address, string Home, string? Name, IReadOnlyCollection<Role> Roles, int Region, Absence? Absence)
{
    /// <summary>What a button calls the person.</summary>
    public string Key => StaffMember.KeyOf(Address);

    /// <summary>True when the person decides on a region's requests.</summary>
    public bool Decides(int region) =>
        (Roles.Contains(Role.Approver) || Roles.Contains(Role.Head)) && (Region == region || Region == 0);

    /// <summary>Who acts when this person does.</summary>
    public LogoActor Actor => new(
        Address, Roles.Contains(Role.Head) ? LogoRole.Head : LogoRole.Approver, [Region]);
}
