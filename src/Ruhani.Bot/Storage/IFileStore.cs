namespace Ruhani.Bot.Storage;

/// <summary>
/// Keeps the bytes of files by what they are: the same bytes are kept once, under their SHA-256. Which document needs
/// which file is kept apart from it (<see cref="FileUses"/>), in the commit of that document: so save first, then
/// commit. Implementations are safe for concurrent use, and a host that dies leaves a whole file or none.
/// </summary>
public interface IFileStore
{
    /// <summary>
    /// Takes a file in; durable when it returns. Bytes that are there already are not written again, but count as
    /// touched now. Throws <see cref="StoreUnavailableException"/> when they can't be written, and whatever
    /// <paramref name="content"/> throws.
    /// </summary>
    /// <param name="content">The bytes; read once, to the end or to the limit.</param>
    /// <param name="name">What its sender calls it; null when nothing.</param>
    /// <param name="limit">Bytes it may have.</param>
    /// <param name="cancellationToken">Ends the copying; nothing is kept then.</param>
    Task<FileSaving> SaveAsync(Stream content, string? name, long limit, CancellationToken cancellationToken);

    /// <summary>The bytes, seekable, from the beginning; null when there are none under this id.</summary>
    Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Removes the bytes whatever needs them, as the law may demand. False when there were none. Whoever has them open
    /// reads on.
    /// </summary>
    Task<bool> DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Removes what nobody needs any more. Nothing saved or touched since is asked about, so a file whose use is about
    /// to be committed is safe.
    /// </summary>
    /// <param name="untouchedSince">Only files not saved since this moment.</param>
    /// <param name="isUsed">Whether a file is still needed.</param>
    /// <param name="cancellationToken">Ends it between two files.</param>
    /// <returns>How many were removed.</returns>
    Task<int> SweepAsync(
        DateTimeOffset untouchedSince,
        Func<string, CancellationToken, Task<bool>> isUsed,
        CancellationToken cancellationToken);
}
