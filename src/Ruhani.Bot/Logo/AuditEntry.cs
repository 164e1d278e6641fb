namespace Ruhani.Bot.Logo;

/// <summary>One thing that was done to a request. Entries are only ever added.</summary>
public sealed record AuditEntry
{
    /// <summary>The version the request had afterwards.</summary>
    public required int Version { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: the address, <c>system</c> for the bot.</summary>
    public required string Actor { get; init; }

    /// <summary>As what.</summary>
    public required LogoRole Role { get; init; }

    /// <summary>What.</summary>
    public required LogoActKind Act { get; init; }

    /// <summary>Where the request stood.</summary>
    public required LogoState From { get; init; }

    /// <summary>Where it stands since.</summary>
    public required LogoState To { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Fields marked for correction, or corrected.</summary>
    public IReadOnlyList<LogoField>? Fields { get; init; }

    /// <summary>Of a refusal: which kind.</summary>
    public RefusalReason? Refusal { get; init; }

    /// <summary>The facts that were replaced.</summary>
    public LogoFacts? Former { get; init; }

    /// <summary>The scope that was replaced.</summary>
    public PermitScope? FormerScope { get; init; }
}
