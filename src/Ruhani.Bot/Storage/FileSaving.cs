namespace Ruhani.Bot.Storage;

/// <summary>What became of a file that was to be kept. A closed set.</summary>
public abstract record FileSaving
{
    private FileSaving()
    {
    }

    /// <summary>Kept.</summary>
    /// <param name="File">What to keep of it.</param>
    /// <param name="IsNew">False when the same bytes were there already.</param>
    public sealed record Saved(FileReference File, bool IsNew) : FileSaving;

    /// <summary>More bytes than allowed; nothing was kept.</summary>
    public sealed record TooLarge(long Limit) : FileSaving;

    /// <summary>No bytes at all.</summary>
    public sealed record Empty : FileSaving;

    /// <summary>
    /// Not one of the kinds people may send (<see cref="FileKinds"/>), whatever its name says; nothing was kept.
    /// </summary>
    public sealed record WrongKind : FileSaving;
}
