namespace Ruhani.Bot.Logo;

/// <summary>What the checks found in a request; each is a text. A closed set.</summary>
public abstract record LogoFinding
{
    private LogoFinding()
    {
    }

    /// <summary>True when it can't be submitted so; false for what the approver should look at.</summary>
    public virtual bool IsBlocking => false;

    /// <summary>A field says nothing.</summary>
    public sealed record Missing(LogoField Field) : LogoFinding
    {
        /// <inheritdoc/>
        public override bool IsBlocking => true;
    }

    /// <summary>The event ends before it begins.</summary>
    public sealed record Backwards : LogoFinding
    {
        /// <inheritdoc/>
        public override bool IsBlocking => true;
    }

    /// <summary>The event takes longer than a year.</summary>
    public sealed record TooLong : LogoFinding
    {
        /// <inheritdoc/>
        public override bool IsBlocking => true;
    }

    /// <summary>Number or date of the ground is missing or can't be.</summary>
    public sealed record GroundIncomplete : LogoFinding
    {
        /// <inheritdoc/>
        public override bool IsBlocking => true;
    }

    /// <summary>The plan is for other days than the event's.</summary>
    public sealed record PlanDoesNotCover(DayRange Plan, DayRange Event) : LogoFinding;

    /// <summary>The ministry's letter is not attached.</summary>
    public sealed record LetterMissing : LogoFinding;

    /// <summary>There is no mock-up.</summary>
    public sealed record MockUpMissing : LogoFinding;

    /// <summary>The event is over.</summary>
    public sealed record EventPassed(DateOnly LastDay) : LogoFinding;

    /// <summary>The event has begun, or begins within the days that make it urgent.</summary>
    public sealed record EventNear(DateOnly FirstDay) : LogoFinding;

    /// <summary>There is another request for what seems to be the same event.</summary>
    public sealed record SameEvent(string Number, LogoState State) : LogoFinding;
}
