namespace Ruhani.Bot.Storage;

/// <summary>
/// What documents and messages keep of a file; the bytes are in the <see cref="IFileStore"/>. Two people may call the
/// same bytes by different names, so the name stands here and not with them.
/// </summary>
/// <param name="Id">SHA-256 of the bytes, 64 hexadecimal digits in lower case.</param>
/// <param name="Name">
/// The name its sender gave it, every letter kept, safe to show and to save under (<see cref="FileNames.Safe"/>).
/// </param>
/// <param name="MediaType">What the bytes are, found out from themselves.</param>
/// <param name="Size">How many bytes.</param>
public sealed record FileReference(string Id, string Name, string MediaType, long Size);
