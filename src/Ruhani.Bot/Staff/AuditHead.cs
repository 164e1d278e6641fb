namespace Ruhani.Bot.Staff;

/// <summary>The end of the chain of the audit, so that an entry taken off its end is missed.</summary>
/// <param name="Number">The number of the last entry.</param>
/// <param name="Chain">Its chain.</param>
public sealed record AuditHead(long Number, string Chain);
