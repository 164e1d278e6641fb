namespace Ruhani.Bot.Channels.WebChat.Uploads;

/// <summary>What became of an uploaded file.</summary>
/// <param name="File">The name it is kept under; null when it was refused.</param>
/// <param name="MediaType">The type it will be served as.</param>
/// <param name="Size">Bytes.</param>
internal sealed record SavedFile(string? File, string MediaType, long Size)
{
    /// <summary>Refused: a kind that is not allowed, or not what its name says.</summary>
    public static SavedFile WrongKind { get; } = new(null, "", 0);

    /// <summary>Refused: more bytes than allowed.</summary>
    public static SavedFile TooLarge { get; } = new(null, "", 0);
}
