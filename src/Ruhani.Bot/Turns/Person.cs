using System.Text.Json.Serialization;
using Ruhani.Bot.People;
using Ruhani.Bot.Staff;

namespace Ruhani.Bot.Turns;

/// <summary>
/// What is kept about a person: nothing beyond the address (which is the document's id) until the person consents to
/// more.
/// </summary>
public sealed record Person
{
    /// <summary>The language the person chose, <c>kk</c> or <c>ru</c>; null until chosen.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// The letters Kazakh is read in, <c>latn</c>; null for Cyrillic. Ends when another language is chosen.
    /// </summary>
    public string? Script { get; init; }

    /// <summary>The language of the last message that could be told, for replies before a choice was made.</summary>
    public string? LastLanguage { get; init; }

    /// <summary>
    /// The language of the person's app, <c>kk</c> or <c>ru</c>, for what the bot says by itself before the person has
    /// chosen or written; null once there is something better.
    /// </summary>
    public string? ClientLanguage { get; init; }

    /// <summary>The version of the consent text the person accepted; null for none.</summary>
    public string? ConsentVersion { get; init; }

    /// <summary>When it was accepted, Unix milliseconds.</summary>
    public long ConsentAt { get; init; }

    /// <summary>The channel it was accepted on; null for none.</summary>
    public string? ConsentChannel { get; init; }

    /// <summary>What news the person wants; null when they never said.</summary>
    public Subscription? Subscription { get; init; }

    /// <summary>The person's place in the office; null for those who have none.</summary>
    public Membership? Membership { get; init; }

    /// <summary>The address whose roles this one has: the same person on another network; null for none.</summary>
    public string? LinkedTo { get; init; }

    /// <summary>
    /// The private conversation the person used last, where its name is not the person's address; null where it is.
    /// </summary>
    public string? Chat { get; init; }

    /// <summary>True when the person wants to hear nothing but answers.</summary>
    [JsonIgnore]
    public bool HasSaidStop => Subscription?.StoppedAt is not null;

    /// <summary>Since when nothing can be delivered, Unix milliseconds; null when the person can be reached.</summary>
    public long? UnreachableSince { get; init; }

    /// <summary>The first moment from one on that is not in the person's quiet hours, or in the usual ones.</summary>
    public DateTimeOffset AwakeAfter(DateTimeOffset moment) => Subscription is { OptedInAt: > 0 } chosen
        ? chosen.Quiet?.After(moment) ?? moment
        : QuietHours.Usual.After(moment);
}
