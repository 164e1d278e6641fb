using System.Text.Json.Serialization;

namespace Ruhani.Bot.Logo;

/// <summary>
/// A request to use the logo and, once approved, the permit. Immutable; <see cref="LogoLifecycle"/> makes the next one.
/// </summary>
public sealed record LogoRequest
{
    /// <summary>The shape of what is stored.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The shape this was stored in.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Its number, <c>RZ-…</c>; null for a draft.</summary>
    public string? Number { get; init; }

    /// <summary>0 for a draft, then one more with everything that changes what an approver would see.</summary>
    public int Version { get; init; }

    /// <summary>Where it stands.</summary>
    public LogoState State { get; init; }

    /// <summary>The requester's address.</summary>
    public required string Requester { get; init; }

    /// <summary>The language the requester is answered in, <c>kk</c> or <c>ru</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The office that asks, as the requester's registration names it.</summary>
    public required string Office { get; init; }

    /// <summary>The code of the region whose approvers decide, see <see cref="Regions"/>.</summary>
    public required int Region { get; init; }

    /// <summary>What it asks for.</summary>
    public required LogoFacts Facts { get; init; }

    /// <summary>When it was first submitted; null for a draft.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Since when it waits for the office: escalation counts from here.</summary>
    public DateTimeOffset? WaitsSince { get; init; }

    /// <summary>Who has it in hand; null for nobody.</summary>
    public string? Reviewer { get; init; }

    /// <summary>The fields the requester may correct, while it is returned.</summary>
    public IReadOnlyList<LogoField> Marked { get; init; } = [];

    /// <summary>What is permitted; null before.</summary>
    public PermitScope? Scope { get; init; }

    /// <summary>Everything that was done, in order.</summary>
    public IReadOnlyList<AuditEntry> Audit { get; init; } = [];

    /// <summary>When and by whom it came to where it stands; null for a draft.</summary>
    [JsonIgnore]
    public AuditEntry? Last => Audit.LastOrDefault(entry => entry.From != entry.To);

    /// <summary>When it was decided for the first time: approved, refused by a person or by the rule.</summary>
    [JsonIgnore]
    public DateTimeOffset? DecidedAt => Audit.FirstOrDefault(entry => entry.To
        is LogoState.Approved or LogoState.Refused or LogoState.AutoRefused)?.At;

    /// <summary>A request that is being filled in.</summary>
    public static LogoRequest Draft(
        string requester, string language, string office, int region, LogoFacts facts) => new()
        {
            Requester = requester,
            Language = language,
            Office = office,
            Region = region,
            Facts = facts,
        };

    /// <summary>A new draft that asks for the same.</summary>
    public LogoRequest Copy() => Draft(Requester, Language, Office, Region, Facts);
}
