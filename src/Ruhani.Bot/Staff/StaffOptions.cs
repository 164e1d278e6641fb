using System.Globalization;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>The lists that dialogs about the office offer: roles, regions, who may stand in for somebody.</summary>
public sealed class StaffOptions(RoleBook book) : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs => [];

    /// <inheritdoc/>
    public IReadOnlyList<OptionSource> Options =>
    [
        new OptionSource("staff.roles", (turn, _) => ValueTask.FromResult<IReadOnlyList<SlotOption>>(
        [
            .. Enum.GetValues<Role>().Where(role => role != Role.Citizen)
                .Select(role => new SlotOption(Code(role), Name(turn, role))),
        ])),
        new OptionSource("staff.regions", (turn, _) => ValueTask.FromResult<IReadOnlyList<SlotOption>>(
        [
            .. Regions.All(turn.Content.Texts).Select(code => new SlotOption(
                Code(code), Regions.Name(turn.Content.Texts, turn.Language, code))),
        ])),
        new OptionSource("staff.deputies", DeputiesAsync),
    ];

    /// <summary>A role as a button carries it.</summary>
    public static string Code(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>A region as a button carries it.</summary>
    public static string Code(int region) => region.ToString("D2", CultureInfo.InvariantCulture);

    /// <summary>A role as people read it.</summary>
    public static string Name(Turn turn, Role role) => turn.Label("roles." + Code(role));

    /// <summary>Roles as people read them.</summary>
    public static string Names(Turn turn, IEnumerable<Role> roles) =>
        string.Join(", ", roles.Order().Select(role => Name(turn, role)));

    private async ValueTask<IReadOnlyList<SlotOption>> DeputiesAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Account.Membership is not { } mine ? [] :
        [
            .. (await book.DeputiesAsync(turn.AccountAddress, mine, cancellationToken).ConfigureAwait(false))
                .Select(member => new SlotOption(member.Key, member.Membership.Name)),
        ];
}
