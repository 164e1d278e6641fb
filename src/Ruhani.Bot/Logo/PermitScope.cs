namespace Ruhani.Bot.Logo;

/// <summary>What a permit allows.</summary>
/// <param name="Materials">What the logo may be put on.</param>
/// <param name="Dates">When.</param>
/// <param name="Conditions">The approver's own conditions, if any.</param>
public sealed record PermitScope(
    IReadOnlyList<LogoMaterial> Materials, DayRange Dates, IReadOnlyList<string>? Conditions = null)
{
    /// <summary>Everything that was asked for.</summary>
    public static PermitScope Whole(LogoFacts facts) => new(facts.Materials, facts.Dates);

    /// <summary>True when nothing is allowed that was not asked for, and something is.</summary>
    public bool IsWithin(LogoFacts facts) =>
        Materials.Count > 0 && Materials.All(facts.Materials.Contains) && Dates.From <= Dates.To
        && facts.Dates.Covers(Dates);
}
