namespace Ruhani.Bot.Channels;

/// <summary>What became of fetching a file. A closed set.</summary>
public abstract record FileFetch
{
    private FileFetch()
    {
    }

    /// <summary>Here it is.</summary>
    /// <param name="Content">The bytes, to be read once and disposed by whoever asked.</param>
    /// <param name="Size">How many, when the server says.</param>
    public sealed record Fetched(Stream Content, long? Size) : FileFetch;

    /// <summary>The network gives out files up to this many bytes only (Telegram: 20 MB).</summary>
    public sealed record TooLarge(long Limit) : FileFetch;

    /// <summary>The network no longer has it (WhatsApp keeps files 7 days): it has to be sent again.</summary>
    public sealed record Expired : FileFetch;

    /// <summary>Not to be had from there at all. The reason is for the log.</summary>
    public sealed record Refused(string Reason) : FileFetch;

    /// <summary>Not now: the network or the server failed. The reason is for the log.</summary>
    public sealed record Unavailable(string Reason) : FileFetch;
}
