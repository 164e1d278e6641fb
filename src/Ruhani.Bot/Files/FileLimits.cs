using System.ComponentModel.DataAnnotations;

namespace Ruhani.Bot.Files;

/// <summary>Bounds on files; section <c>Limits:Files</c>.</summary>
public sealed class FileLimits
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Limits:Files";

    private const long Megabyte = 1024 * 1024;

    /// <summary>Megabytes of one file that a person may send.</summary>
    [Range(1, 100)]
    public int MaxMegabytes { get; set; } = 20;

    /// <summary>Seconds that fetching one file from a network may take.</summary>
    [Range(5, 600)]
    public int FetchSeconds { get; set; } = 90;

    /// <summary>
    /// Days a file nobody needs is kept. Longer than <c>Limits:Outbox:KeepSettledDays</c>, so that a message that
    /// carries it can still go out.
    /// </summary>
    [Range(2, 3650)]
    public int KeepUnusedDays { get; set; } = 45;

    /// <summary>Bytes of one file.</summary>
    public long MaxBytes => MaxMegabytes * Megabyte;
}
