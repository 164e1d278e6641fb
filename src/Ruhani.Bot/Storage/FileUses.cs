namespace Ruhani.Bot.Storage;

/// <summary>
/// Who needs a file: a document of its own for each, written in the commit of whatever needs it, so that the bytes are
/// kept exactly as long as somebody needs them.
/// </summary>
public static class FileUses
{
    private const int LongestOwner = 130;

    /// <summary>The write that says <paramref name="owner"/> needs the file from now on.</summary>
    /// <param name="file">The file.</param>
    /// <param name="owner">Who, once a file: <c>logo:RZ-…/letter</c>; at most 130 characters.</param>
    public static DocumentWrite Add(FileReference file, string owner) => new(Use(file.Id, owner));

    /// <summary>The write that takes it back; a conflict when the owner had not said so.</summary>
    public static DocumentWrite Remove(string file, string owner) => new(Use(file, owner), Delete: true);

    /// <summary>True when somebody needs the file.</summary>
    public static async Task<bool> IsUsedAsync(IStore store, string file, CancellationToken cancellationToken) =>
        (await store.ListAsync(new DocumentQuery(DocumentKind.FileUse, file, Limit: 1), cancellationToken)
            .ConfigureAwait(false)).Count > 0;

    private static StoredDocument Use(string file, string owner)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(owner.Length, LongestOwner);
        return new StoredDocument(DocumentKind.FileUse, $"{file}/{owner}", 1, "{}", file);
    }
}
