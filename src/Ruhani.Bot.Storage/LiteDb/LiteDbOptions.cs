using System.ComponentModel.DataAnnotations;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>Where the LiteDB store keeps its file; the section <c>Storage:LiteDb</c>.</summary>
public sealed class LiteDbOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Storage:LiteDb";

    /// <summary>
    /// The data file; its log lies beside it as <c>…-log.db</c>. The directory is made when it is missing. Relative to
    /// the working directory.
    /// </summary>
    [Required]
    public string Path { get; set; } = "data/ruhani.db";

    /// <summary>
    /// Pages of 8 KiB the log may grow to before they are copied into the data file, 50 to 100,000. More is less work
    /// in all, and a longer pause each time.
    /// </summary>
    [Range(50, 100_000)]
    public int CheckpointPages { get; set; } = 500;

    /// <summary>
    /// How many bytes of batches stay in the journal. The longer, the more a busy conversation's versions and delivered
    /// messages never reach their tables; the start reads it all, at some 100 MB/s. Tests make it short.
    /// </summary>
    internal long JournalLength { get; set; } = 8 << 20;
}
