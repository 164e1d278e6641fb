using System.ComponentModel.DataAnnotations;

namespace Ruhani.Bot.Turns;

/// <summary>Bounds on what one person may ask of the bot; section <c>Limits</c>.</summary>
public sealed class TurnOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Limits";

    /// <summary>
    /// Messages and presses a minute from one conversation; past it the person is told once, then left unanswered.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MessagesPerMinute { get; set; } = 30;

    /// <summary>Characters of a question that are read.</summary>
    [Range(50, 10_000)]
    public int QuestionLength { get; set; } = 1000;

    /// <summary>Minutes a topic stays open for a question that follows it up.</summary>
    [Range(1, 1440)]
    public int FollowUpMinutes { get; set; } = 10;
}
