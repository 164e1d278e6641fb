namespace Ruhani.Bot.Storage;

/// <summary>What a file's first bytes say it is, as far as bytes alone can tell.</summary>
public enum FileSignature
{
    /// <summary>Letters and nothing but letters.</summary>
    Text,

    /// <summary>A JPEG picture.</summary>
    Jpeg,

    /// <summary>A PNG picture.</summary>
    Png,

    /// <summary>A GIF picture.</summary>
    Gif,

    /// <summary>A WebP picture.</summary>
    Webp,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A ZIP archive, which the documents of today's offices are too.</summary>
    Zip,

    /// <summary>A compound file, as offices wrote before 2007.</summary>
    Ole,

    /// <summary>Rich Text Format.</summary>
    Rtf,

    /// <summary>MPEG sound.</summary>
    Mp3,

    /// <summary>Ogg sound, as voice messages are.</summary>
    Ogg,

    /// <summary>Wave sound.</summary>
    Wav,

    /// <summary>WebM video.</summary>
    Webm,

    /// <summary>The ISO container of MP4, QuickTime, M4A and HEIC.</summary>
    Iso,
}
