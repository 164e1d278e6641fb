namespace Ruhani.Bot.Logo;

/// <summary>
/// What somebody wants to do to a request. A closed set. <c>Shown</c> is the version that was seen when it was decided:
/// what has changed since is never decided unseen.
/// </summary>
public abstract record LogoAct
{
    private LogoAct(LogoActKind kind, int? shown = null, string? reason = null) =>
        (Kind, ShownVersion, Words) = (kind, shown, reason);

    /// <summary>What it is.</summary>
    public LogoActKind Kind { get; }

    /// <summary>The version that was seen; null when that doesn't matter.</summary>
    internal int? ShownVersion { get; }

    /// <summary>Why, in the actor's words.</summary>
    internal string? Words { get; }

    /// <summary>Sends a draft in, or a returned request again.</summary>
    /// <param name="Shown">The version that was corrected.</param>
    /// <param name="Facts">All facts; of a returned request only the marked fields may differ.</param>
    public sealed record Submit(int Shown, LogoFacts Facts) : LogoAct(LogoActKind.Submit, Shown);

    /// <summary>Asks that a person look at what the rule refused.</summary>
    public sealed record AskReview(string? Reason) : LogoAct(LogoActKind.AskReview, reason: Reason);

    /// <summary>Accepts what the rule refused.</summary>
    public sealed record Close() : LogoAct(LogoActKind.Close);

    /// <summary>Takes the request back.</summary>
    public sealed record Withdraw(string? Reason) : LogoAct(LogoActKind.Withdraw, reason: Reason);

    /// <summary>Reminds the office.</summary>
    public sealed record Remind() : LogoAct(LogoActKind.Remind);

    /// <summary>Takes the request in hand.</summary>
    public sealed record Take(int Shown) : LogoAct(LogoActKind.Take, Shown);

    /// <summary>Hands it on.</summary>
    /// <param name="To">Who has it in hand from now on: an approver of the region.</param>
    public sealed record HandOn(LogoActor To) : LogoAct(LogoActKind.HandOn);

    /// <summary>Permits it.</summary>
    /// <param name="Shown">The version decided on.</param>
    /// <param name="Scope">What is permitted: as asked for or less.</param>
    public sealed record Approve(int Shown, PermitScope Scope) : LogoAct(LogoActKind.Approve, Shown);

    /// <summary>Wants corrections.</summary>
    /// <param name="Shown">The version decided on.</param>
    /// <param name="Fields">What the requester may change; at least one.</param>
    /// <param name="Reason">What is wrong with it.</param>
    public sealed record Return(int Shown, IReadOnlyList<LogoField> Fields, string Reason)
        : LogoAct(LogoActKind.Return, Shown, Reason);

    /// <summary>Does not permit it.</summary>
    public sealed record Refuse(int Shown, RefusalReason Why, string Reason)
        : LogoAct(LogoActKind.Refuse, Shown, Reason);

    /// <summary>Changes a permit.</summary>
    public sealed record Amend(int Shown, PermitScope Scope, string Reason) : LogoAct(LogoActKind.Amend, Shown, Reason);

    /// <summary>Takes a permit away.</summary>
    public sealed record Revoke(int Shown, string Reason) : LogoAct(LogoActKind.Revoke, Shown, Reason);

    /// <summary>The permit's days are over.</summary>
    public sealed record Expire() : LogoAct(LogoActKind.Expire);
}

/// <summary>Why a request was refused, for the report; the text <c>logo.refusal-…</c>.</summary>
public enum RefusalReason
{
    /// <summary>None of the three grounds.</summary>
    NoGround,

    /// <summary>The plan, the instruction or the letter says something else.</summary>
    GroundNotShown,

    /// <summary>The mock-up or the materials don't do.</summary>
    Materials,

    /// <summary>Too late for the event.</summary>
    TooLate,

    /// <summary>The same event has a permit or a request.</summary>
    SameEvent,

    /// <summary>Anything else; the words say what.</summary>
    Other,
}
