namespace Ruhani.Bot.Channels;

/// <summary>Which files a network takes from us, and how.</summary>
public sealed record FileCapabilities
{
    /// <summary>Characters of the text under a file, as shown.</summary>
    public required int MaxCaption { get; init; }

    /// <summary>Bytes of a file.</summary>
    public required long MaxFile { get; init; }

    /// <summary>Bytes of a picture that is shown in the chat; a larger one goes as a file.</summary>
    public required long MaxPicture { get; init; }

    /// <summary>True when pictures can't be handed over as files: they are always shown.</summary>
    public bool ShowsEveryPicture { get; init; }

    /// <summary>The media types it takes; null for all.</summary>
    public IReadOnlySet<string>? MediaTypes { get; init; }
}
