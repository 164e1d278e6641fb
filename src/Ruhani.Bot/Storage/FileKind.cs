namespace Ruhani.Bot.Storage;

/// <summary>A kind of file people may send and the bot may hand out.</summary>
/// <param name="MediaType">The type it is served as.</param>
/// <param name="Signature">What its bytes must begin like.</param>
/// <param name="Extensions">The ends its names may have, with the dot, the usual one first.</param>
/// <param name="IsInline">True when a browser may show it; otherwise it is only offered for saving.</param>
/// <param name="Mark">What tells it from others of its signature: an entry of the archive, a brand.</param>
public sealed record FileKind(
    string MediaType,
    FileSignature Signature,
    IReadOnlyList<string> Extensions,
    bool IsInline = false,
    string? Mark = null)
{
    /// <summary>True for a name with an end of this kind.</summary>
    public bool Covers(string name) => Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a file's first bytes do not speak against it.</summary>
    public bool Fits(ReadOnlySpan<byte> head) => FileSignatures.Of(head) == Signature;
}
