namespace Ruhani.Bot.Staff;

/// <summary>
/// An entry's link in the chain of the audit: see <see cref="AuditChain"/> for what it proves and what it lets go.
/// </summary>
/// <param name="Number">1, 2, 3… without a gap.</param>
/// <param name="Before">The chain of the entry before; empty for the first.</param>
/// <param name="By">Stands for whose act it was.</param>
/// <param name="About">Stands for whom it was about.</param>
/// <param name="Details">Stands for the details.</param>
/// <param name="Chain">The digest over all of these and what the entry says itself.</param>
public sealed record AuditSeal(
    long Number, string Before, SealedWords By, SealedWords About, SealedWords Details, string Chain);

/// <summary>
/// Words that may name a person, as the chain holds them: a digest that tells nothing without the salt.
/// </summary>
/// <param name="Digest">SHA-256 of salt and words, in hexadecimal digits.</param>
/// <param name="Salt">
/// Drawn by lot for these words alone; null once a pseudonym took their place, and then the digest leads to nobody.
/// </param>
public sealed record SealedWords(string Digest, string? Salt);
