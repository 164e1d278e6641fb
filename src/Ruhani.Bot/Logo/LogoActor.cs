namespace Ruhani.Bot.Logo;

/// <summary>As what somebody acts on a request.</summary>
public enum LogoRole
{
    /// <summary>Whose request it is.</summary>
    Requester,

    /// <summary>Decides in the regions given.</summary>
    Approver,

    /// <summary>Heads the office: decides within the regions given, also on what another has taken.</summary>
    Head,

    /// <summary>The bot itself.</summary>
    System,
}

/// <summary>Who acts.</summary>
/// <param name="Address">The person's address, <c>channel:id</c>; <c>system</c> for the bot.</param>
/// <param name="Role">As what.</param>
/// <param name="Regions">The regions the person decides in; 00 stands for every region.</param>
public sealed record LogoActor(string Address, LogoRole Role, IReadOnlyCollection<int> Regions)
{
    /// <summary>Those who are away and whose work this person has: what they have in hand may be taken over.</summary>
    public IReadOnlyCollection<string> StandsInFor { get; init; } = [];

    /// <summary>The bot itself.</summary>
    public static LogoActor Bot { get; } = new("system", LogoRole.System, []);

    /// <summary>Somebody with a request of their own.</summary>
    public static LogoActor Requester(string address) => new(address, LogoRole.Requester, []);

    /// <summary>True when the person decides in a region.</summary>
    public bool Decides(int region) =>
        Role is LogoRole.Approver or LogoRole.Head && (Regions.Contains(region) || Regions.Contains(0));
}
