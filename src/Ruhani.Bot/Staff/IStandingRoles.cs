using Ruhani.Bot.Dialogs;

namespace Ruhani.Bot.Staff;

/// <summary>Roles that come with an address, not with a grant: a channel's made-up people of the demo.</summary>
public interface IStandingRoles
{
    /// <summary>The roles of an address; empty for none.</summary>
    IReadOnlyList<Role> Of(string address);

    /// <summary>Every address that has some.</summary>
    IReadOnlyList<string> Addresses => [];
}
