namespace Ruhani.Bot.People;

/// <summary>
/// What news a person wants, kept with the person; with the proof that they asked for it, which WhatsApp's rules on
/// opting in demand. Stopping keeps what was chosen, so that starting again restores it.
/// </summary>
public sealed record Subscription
{
    /// <summary>The shape of what is stored.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The shape this was stored in.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The topics chosen, by <see cref="Topics"/>; empty for all, those to come included.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The region, by its two digits; 0 for the whole country.</summary>
    public int Region { get; init; }

    /// <summary>How often.</summary>
    public Frequency Frequency { get; init; }

    /// <summary>When not; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>The day news come again on; null when they don't rest.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>When the person last subscribed, Unix milliseconds; 0 when they never did and only said stop.</summary>
    public long OptedInAt { get; init; }

    /// <summary>Where: the channel and what they used there, <c>telegram/subscribe</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The version of the consent text it was under.</summary>
    public string ConsentVersion { get; init; } = "";

    /// <summary>When the person said stop, Unix milliseconds; null when they did not.</summary>
    public long? StoppedAt { get; init; }

    /// <summary>What a person has who only said stop.</summary>
    public static Subscription Refused(DateTimeOffset at) => new() { StoppedAt = at.ToUnixTimeMilliseconds() };

    /// <summary>Where it stands on a day.</summary>
    public SubscriptionState StateOn(DateOnly day) => StoppedAt is not null ? SubscriptionState.Stopped
        : OptedInAt == 0 ? SubscriptionState.None
        : PausedUntil > day ? SubscriptionState.Paused
        : SubscriptionState.Subscribed;

    /// <summary>True when one of the topics was chosen.</summary>
    public bool Wants(IReadOnlyList<string> topics) => Topics.Count == 0 || topics.Any(Topics.Contains);

    /// <summary>True when news of a region concern the person; 0 is the whole country, for both.</summary>
    public bool Concerns(int region) => region == 0 || Region == 0 || region == Region;
}
