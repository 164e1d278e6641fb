using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Files;

/// <summary>What became of a file a person sent. A closed set: a dialog has an answer to each.</summary>
public abstract record FileTaken
{
    private FileTaken()
    {
    }

    /// <summary>Kept; say so in a document, with <see cref="FileUses"/> beside it.</summary>
    public sealed record Kept(FileReference File) : FileTaken;

    /// <summary>More than this many bytes, by our own limit or by the network's.</summary>
    public sealed record TooLarge(long Limit) : FileTaken;

    /// <summary>A kind of file that is not taken.</summary>
    public sealed record WrongKind : FileTaken;

    /// <summary>There is nothing in it.</summary>
    public sealed record Empty : FileTaken;

    /// <summary>The network no longer has it: it has to be sent again.</summary>
    public sealed record Expired : FileTaken;

    /// <summary>Not to be had, now and later: it has to be sent in another way.</summary>
    public sealed record Refused : FileTaken;

    /// <summary>Not to be had now: asking again in a while may help.</summary>
    public sealed record Unavailable : FileTaken;
}
