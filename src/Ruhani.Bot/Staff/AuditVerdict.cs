namespace Ruhani.Bot.Staff;

/// <summary>What came of going through the audit's chain.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Chain">The last entry's digest, to be noted elsewhere; empty for an empty audit.</param>
/// <param name="Faults">The numbers of entries that were changed, put in or are missing, in rising order.</param>
public sealed record AuditVerdict(int Entries, string Chain, IReadOnlyList<long> Faults)
{
    /// <summary>True when nothing was changed, put in or taken out.</summary>
    public bool IsWhole => Faults.Count == 0;
}
