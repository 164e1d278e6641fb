namespace Ruhani.Bot.Logo;

/// <summary>
/// What anybody may learn of a permit by its number: whether it is valid, for what and when. Never who asked, whom to
/// call, or a file; and of a request that is no permit, nothing at all. A closed set.
/// </summary>
public abstract record PermitStatus
{
    private PermitStatus()
    {
    }

    /// <summary>What a number stands for on a day.</summary>
    /// <param name="request">The request of that number; null when there is none.</param>
    /// <param name="today">The day: a permit ends with its last, before anybody marks it.</param>
    public static PermitStatus Of(LogoRequest? request, DateOnly today)
    {
        if (request?.Scope is not { } scope)
        {
            return new Unknown();
        }

        var facts = request.Facts;
        return request.State switch
        {
            LogoState.Revoked => new Revoked(facts.TitleKazakh, facts.TitleRussian, scope),
            LogoState.Expired => new Expired(facts.TitleKazakh, facts.TitleRussian, scope),
            _ when request.State.IsPermit() => today > scope.Dates.To
                ? new Expired(facts.TitleKazakh, facts.TitleRussian, scope)
                : new Valid(facts.TitleKazakh, facts.TitleRussian, scope),
            _ => new Unknown(),
        };
    }

    /// <summary>In force.</summary>
    public sealed record Valid(string TitleKazakh, string TitleRussian, PermitScope Scope) : PermitStatus;

    /// <summary>Its days are over.</summary>
    public sealed record Expired(string TitleKazakh, string TitleRussian, PermitScope Scope) : PermitStatus;

    /// <summary>Taken away.</summary>
    public sealed record Revoked(string TitleKazakh, string TitleRussian, PermitScope Scope) : PermitStatus;

    /// <summary>No permit of that number.</summary>
    public sealed record Unknown : PermitStatus;
}
