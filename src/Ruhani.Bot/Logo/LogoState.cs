namespace Ruhani.Bot.Logo;

/// <summary>Where a request stands; the text <c>logo.state-…</c>.</summary>
public enum LogoState
{
    /// <summary>Being filled in; has no number.</summary>
    Draft,

    /// <summary>Waits for an approver.</summary>
    Submitted,

    /// <summary>An approver has taken it.</summary>
    InReview,

    /// <summary>The requester is to correct the marked fields.</summary>
    Returned,

    /// <summary>A permit.</summary>
    Approved,

    /// <summary>A permit whose scope was changed after it was issued.</summary>
    Amended,

    /// <summary>Refused by an approver.</summary>
    Refused,

    /// <summary>Taken back by the requester.</summary>
    Withdrawn,

    /// <summary>A permit whose days are over.</summary>
    Expired,

    /// <summary>A permit taken away.</summary>
    Revoked,

    /// <summary>Refused by the rule, as it has none of the three grounds.</summary>
    AutoRefused,

    /// <summary>The requester asked that a person look at what the rule refused.</summary>
    HumanReview,

    /// <summary>The requester accepted what the rule refused.</summary>
    Closed,
}

/// <summary>What states mean to whoever asks.</summary>
public static class LogoStates
{
    /// <summary>Those in which somebody of the office has to do something.</summary>
    public static IReadOnlyList<LogoState> Pending { get; } =
        [LogoState.Submitted, LogoState.InReview, LogoState.HumanReview];

    /// <summary>True for a permit in force, as far as its days are not over.</summary>
    public static bool IsPermit(this LogoState state) => state is LogoState.Approved or LogoState.Amended;

    /// <summary>True when nothing more can happen.</summary>
    public static bool IsFinal(this LogoState state) => state
        is LogoState.Refused or LogoState.Withdrawn or LogoState.Expired or LogoState.Revoked or LogoState.Closed;

    /// <summary>True when the request still may become or is a permit.</summary>
    public static bool IsAlive(this LogoState state) => !state.IsFinal() && state != LogoState.AutoRefused;
}
