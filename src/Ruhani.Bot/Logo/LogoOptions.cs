using System.ComponentModel.DataAnnotations;

namespace Ruhani.Bot.Logo;

/// <summary>How long requests may wait; section <c>Logo</c>. Days are working days of the calendar.</summary>
public sealed class LogoOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Logo";

    /// <summary>Working days after which the approver is reminded.</summary>
    [Range(0, 60)]
    public int RemindAfterDays { get; set; } = 1;

    /// <summary>Working days after which the deputy is asked; not fewer than <see cref="RemindAfterDays"/>.</summary>
    [Range(0, 60)]
    public int DeputyAfterDays { get; set; } = 2;

    /// <summary>Working days after which the head is told; not fewer than <see cref="DeputyAfterDays"/>.</summary>
    [Range(0, 60)]
    public int HeadAfterDays { get; set; } = 3;

    /// <summary>Working days before an event from which on its request is urgent.</summary>
    [Range(0, 60)]
    public int UrgentDays { get; set; } = 5;

    /// <summary>The language of cards in the staff group, <c>kk</c> or <c>ru</c>.</summary>
    [RegularExpression("kk|ru")]
    public string GroupLanguage { get; set; } = "kk";

    /// <summary>Hours that must lie between two reminders a requester sends.</summary>
    [Range(1, 240)]
    public int RemindEveryHours { get; set; } = 24;
}
