using Ruhani.Bot.Dialogs;

namespace Ruhani.Bot.Staff;

/// <summary>A person's place in the office, kept with the person.</summary>
public sealed record Membership
{
    /// <summary>What was granted.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>The region, by its two digits; 0 for the whole country.</summary>
    public int Region { get; init; }

    /// <summary>The name colleagues see.</summary>
    public required string Name { get; init; }

    /// <summary>The conversation the bot writes to, <c>channel:chat</c>.</summary>
    public required string Home { get; init; }

    /// <summary>When the first role was granted, Unix milliseconds.</summary>
    public long Since { get; init; }

    /// <summary>True while nothing may be done.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>When the person is away, and who does the work; null when never.</summary>
    public Absence? Absence { get; init; }
}

/// <summary>An absence, both days included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Deputy">Who receives the work: a person's address.</param>
public sealed record Absence(DateOnly From, DateOnly To, string Deputy)
{
    /// <summary>True on a day of it.</summary>
    public bool Covers(DateOnly day) => day >= From && day <= To;
}
