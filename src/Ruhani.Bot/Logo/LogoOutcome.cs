namespace Ruhani.Bot.Logo;

/// <summary>How an act ended. A closed set.</summary>
public abstract record LogoOutcome
{
    private LogoOutcome()
    {
    }

    /// <summary>It was done.</summary>
    /// <param name="Request">The request as it is now.</param>
    /// <param name="Added">What was added to its audit.</param>
    public sealed record Done(LogoRequest Request, IReadOnlyList<AuditEntry> Added) : LogoOutcome;

    /// <summary>It was not; nothing has changed.</summary>
    public sealed record Denied(LogoDenial Why) : LogoOutcome;
}
