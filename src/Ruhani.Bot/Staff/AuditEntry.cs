namespace Ruhani.Bot.Staff;

/// <summary>An act that somebody may have to answer for. Entries are only ever added.</summary>
/// <param name="At">When, Unix milliseconds.</param>
/// <param name="By">Whose act: an address.</param>
/// <param name="Act">What, <c>role.granted</c>.</param>
/// <param name="About">Whom or what it is about.</param>
/// <param name="Details">What else there is to know: the role, the region, the days.</param>
public sealed record AuditEntry(long At, string By, string Act, string About, string Details = "");
