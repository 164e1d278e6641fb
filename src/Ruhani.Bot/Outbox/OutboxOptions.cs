using System.ComponentModel.DataAnnotations;

namespace Ruhani.Bot.Outbox;

/// <summary>How patiently messages are sent; section <c>Limits:Outbox</c>.</summary>
public sealed class OutboxOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Limits:Outbox";

    /// <summary>Hours a message is tried before it is set aside.</summary>
    [Range(1, 168)]
    public int GiveUpAfterHours { get; set; } = 24;

    /// <summary>The longest wait between two attempts, in seconds, unless the network asks for a longer one.</summary>
    [Range(1, 3600)]
    public int LongestBackOffSeconds { get; set; } = 300;

    /// <summary>Seconds that a stopping host goes on sending what it can.</summary>
    [Range(0, 60)]
    public int FlushSeconds { get; set; } = 10;

    /// <summary>Days that activities are remembered to recognise a redelivery (Meta retries for 7 days).</summary>
    [Range(2, 60)]
    public int RememberActivitiesDays { get; set; } = 8;

    /// <summary>Days that messages accepted without a receipt, or set aside, are kept.</summary>
    [Range(1, 365)]
    public int KeepSettledDays { get; set; } = 30;
}
