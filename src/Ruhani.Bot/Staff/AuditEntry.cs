namespace Ruhani.Bot.Staff;

/// <summary>An act that somebody may have to answer for. Entries are only ever added.</summary>
/// <param name="At">When, Unix milliseconds.</param>
/// <param name="By">Whose act: an address.</param>
/// <param name="Act">What, <c>role.granted</c>.</param>
/// <param name="About">Whom or what it is about.</param>
/// <param name="Details">What else there is to know: the role, the region, the days.</param>
public sealed record AuditEntry(long At, string By, string Act, string About, string Details = "")
{
    /// <summary>Its link in the chain; null until it is committed.</summary>
    public AuditSeal? Seal { get; init; }

    /// <summary>
    /// With a pseudonym in place of a person. What is replaced loses its salt, so that nobody can find out by trying
    /// what stood there; the chain holds as before.
    /// </summary>
    /// <param name="name">An address as it is kept from now on.</param>
    /// <param name="nameIn">The same for words some of which may be addresses.</param>
    public AuditEntry Renamed(Func<string, string> name, Func<string, string> nameIn)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(nameIn);
        var (by, about, details) = (name(By), name(About), nameIn(Details));
        return this with
        {
            By = by,
            About = about,
            Details = details,
            Seal = Seal is null ? null : Seal with
            {
                By = Kept(Seal.By, By, by),
                About = Kept(Seal.About, About, about),
                Details = Kept(Seal.Details, Details, details),
            },
        };
    }

    private static SealedWords Kept(SealedWords words, string before, string after) =>
        before == after ? words : words with { Salt = null };
}
