namespace Ruhani.Bot.Logo;

/// <summary>Why an act was not done. A closed set; each is a text the person is told.</summary>
public abstract record LogoDenial
{
    private LogoDenial()
    {
    }

    /// <summary>There is no such request.</summary>
    public sealed record Unknown : LogoDenial;

    /// <summary>It is somebody else's request.</summary>
    public sealed record NotYours : LogoDenial;

    /// <summary>Nobody decides on their own request.</summary>
    public sealed record OwnRequest : LogoDenial;

    /// <summary>It is decided by another region's approvers.</summary>
    public sealed record WrongRegion(int Region) : LogoDenial;

    /// <summary>Who acts this way must be somebody else: an approver, the requester, the bot.</summary>
    public sealed record WrongRole(LogoRole Role) : LogoDenial;

    /// <summary>What was shown is no longer what there is.</summary>
    public sealed record Outdated(int Shown, int Current) : LogoDenial;

    /// <summary>Somebody was first.</summary>
    /// <param name="State">What it has become.</param>
    /// <param name="By">Whose act that was.</param>
    /// <param name="At">When.</param>
    public sealed record AlreadyDecided(LogoState State, string By, DateTimeOffset At) : LogoDenial;

    /// <summary>Another approver has it in hand.</summary>
    public sealed record TakenBy(string Reviewer) : LogoDenial;

    /// <summary>This can't be done to a request that stands where it stands.</summary>
    public sealed record NotInThisState(LogoState State) : LogoDenial;

    /// <summary>None of the three grounds was given, so nobody can permit it.</summary>
    public sealed record NoGround : LogoDenial;

    /// <summary>The facts can't be submitted as they are.</summary>
    public sealed record Incomplete(IReadOnlyList<LogoFinding> Findings) : LogoDenial;

    /// <summary>Other fields were changed than those marked.</summary>
    public sealed record NotMarked(IReadOnlyList<LogoField> Fields) : LogoDenial;

    /// <summary>More was to be permitted than was asked for, or nothing at all.</summary>
    public sealed record ScopeTooWide : LogoDenial;

    /// <summary>A reason, or a marked field, is missing.</summary>
    public sealed record ReasonMissing : LogoDenial;

    /// <summary>The office was reminded a short while ago.</summary>
    /// <param name="Next">From when on it may be again.</param>
    public sealed record TooSoon(DateTimeOffset Next) : LogoDenial;

    /// <summary>The permit's days are not over.</summary>
    public sealed record NotOver(DateOnly LastDay) : LogoDenial;
}
