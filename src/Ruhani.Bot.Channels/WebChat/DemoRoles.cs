using Microsoft.Extensions.Options;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Staff;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>
/// The roles of the demo's personas, whose addresses only requests of this machine can get; none when the demo is off.
/// </summary>
internal sealed class DemoRoles(IOptions<WebChatOptions> options) : IStandingRoles
{
    private static readonly Dictionary<string, Role> Roles = new(StringComparer.Ordinal)
    {
        [Address("staff")] = Role.Staff,
        [Address("approver")] = Role.Approver,
        [Address("organiser")] = Role.Organiser,
        [Address("administrator")] = Role.Administrator,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Role> Of(string address) =>
        options.Value is { Demo: true, Secret: null } && Roles.TryGetValue(address, out var role) ? [role] : [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Addresses => options.Value is { Demo: true, Secret: null } ? [.. Roles.Keys] : [];

    private static string Address(string persona) => "webchat:" + Personas.User(persona);
}
