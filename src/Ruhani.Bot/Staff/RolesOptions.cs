using System.ComponentModel;

namespace Ruhani.Bot.Staff;

/// <summary>Section <c>Roles</c>.</summary>
public sealed class RolesOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Roles";

    /// <summary>
    /// The first administrators: addresses such as <c>telegram:1001</c>, <c>whatsapp:77010000000</c>.
    /// </summary>
    [Description("addresses of the first administrators, such as telegram:1001")]
    public IList<string> Admins { get; init; } = [];
}
