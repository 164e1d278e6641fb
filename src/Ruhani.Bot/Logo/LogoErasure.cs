using Ruhani.Bot.PersonalData;

namespace Ruhani.Bot.Logo;

/// <summary>
/// A request without a person in it. What was asked for, decided and why stays, as the paper trail has to; the
/// requester, the contact with the telephone, and whoever acted become nobody. What nobody decided on needs no files
/// any more.
/// </summary>
internal static class LogoErasure
{
    /// <summary>True when the person asked for it, decided on it or has it in hand.</summary>
    public static bool Concerns(LogoRequest request, PersonalScope scope) =>
        scope.Is(request.Requester) || scope.Is(request.Reviewer)
        || request.Audit.Any(entry => scope.Is(entry.Actor) || Names(entry, scope));

    /// <summary>False for what ended before anybody decided: its files are evidence of nothing.</summary>
    public static bool KeepsFiles(LogoRequest request) =>
        request.State is not (LogoState.Withdrawn or LogoState.Closed);

    /// <summary>How the requester ends a request that still waits for something; null for one that has ended.</summary>
    public static LogoAct? End(LogoRequest request) => request.State switch
    {
        LogoState.AutoRefused => new LogoAct.Close(),
        LogoState.Submitted or LogoState.InReview or LogoState.Returned or LogoState.HumanReview =>
            new LogoAct.Withdraw(null),
        _ => null,
    };

    /// <summary>The request with a pseudonym in place of the person.</summary>
    public static LogoRequest Of(LogoRequest request, Erasure erasure)
    {
        var isOwn = erasure.Scope.Is(request.Requester);
        var keepsFiles = KeepsFiles(request);
        return request with
        {
            Requester = erasure.Name(request.Requester),
            Reviewer = Reviewer(request, erasure),
            Facts = Facts(request.Facts),
            Audit = [.. request.Audit.Select(Entry)],
        };

        AuditEntry Entry(AuditEntry entry) => entry with
        {
            Actor = erasure.Name(entry.Actor),
            Reason = Names(entry, erasure.Scope) ? erasure.Name(entry.Reason!) : entry.Reason,
            Former = entry.Former is { } former ? Facts(former) : null,
        };

        LogoFacts Facts(LogoFacts facts) => !isOwn ? facts : facts with
        {
            ContactName = "",
            ContactPhone = "",
            Ground = facts.Ground is LogoGround.Agreement agreement && !keepsFiles
                ? agreement with { Letter = null }
                : facts.Ground,
            MockUps = keepsFiles ? facts.MockUps : [],
        };
    }

    // What waits is free for others to take; what is decided keeps that somebody did.
    private static string? Reviewer(LogoRequest request, Erasure erasure) =>
        request.Reviewer is not { } reviewer ? null
        : erasure.Scope.Is(reviewer) && LogoStates.Pending.Contains(request.State) ? null
        : erasure.Name(reviewer);

    // To whom it was handed on stands where others give their reasons.
    private static bool Names(AuditEntry entry, PersonalScope scope) =>
        entry.Act == LogoActKind.HandOn && scope.Is(entry.Reason);
}
