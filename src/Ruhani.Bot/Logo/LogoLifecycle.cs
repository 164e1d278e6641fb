using Ruhani.Bot.Texts;
using static Ruhani.Bot.Logo.LogoDenial;

namespace Ruhani.Bot.Logo;

/// <summary>
/// What may be done to a request, by whom and when, and what becomes of it. Pure: from a request and an act to the next
/// request with its audit, or to the reason why not. Numbers and storing are <see cref="LogoDesk"/>'s.
/// </summary>
/// <param name="options">How often the office may be reminded.</param>
public sealed class LogoLifecycle(LogoOptions options)
{
    /// <summary>Does an act, or says why not.</summary>
    /// <param name="request">The request as it is.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="now">When.</param>
    public LogoOutcome Decide(LogoRequest request, LogoAct act, LogoActor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(actor);
        var denial = LogoRights.Check(request, act.Kind, actor)
            ?? StateDenial(request, act, actor)
            ?? (act.ShownVersion is { } shown && shown != request.Version
                ? new Outdated(shown, request.Version)
                : null)
            ?? Validate(request, act, now);
        if (denial is not null)
        {
            return new LogoOutcome.Denied(denial);
        }

        var step = new LogoStep(request, now);
        if (request.State == LogoState.Submitted && IsDecision(act.Kind))
        {
            step.Fire(LogoActKind.Take, actor).Change(one => one with { Reviewer = actor.Address });
        }

        Apply(step, act, actor);
        return step.End();
    }

    /// <summary>The acts that a card may offer somebody: in this state, by this person.</summary>
    public static IReadOnlyList<LogoActKind> ActsFor(LogoRequest request, LogoActor actor)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        var acts = LogoMachine.Acts(request.State);
        if (request.State == LogoState.Submitted)
        {
            acts = [.. acts, .. LogoMachine.Acts(LogoState.InReview).Where(IsDecision)];
        }

        return
        [
            .. acts.Where(act => act != LogoActKind.AutoRefuse
                && LogoRights.Check(request, act, actor) is null
                && (!LogoRights.IsOffice(act) || !IsTakenFrom(request, actor))
                && !(act == LogoActKind.Take && request.Reviewer == actor.Address)
                && !(act == LogoActKind.Approve && request.Facts.Ground is LogoGround.None)),
        ];
    }

    private static bool IsDecision(LogoActKind act) =>
        act is LogoActKind.Approve or LogoActKind.Return or LogoActKind.Refuse;

    private static bool IsTakenFrom(LogoRequest request, LogoActor actor) =>
        request.Reviewer is { } reviewer && reviewer != actor.Address && actor.Role != LogoRole.Head
        && !actor.StandsInFor.Contains(reviewer) && LogoStates.Pending.Contains(request.State);

    private static LogoDenial? StateDenial(LogoRequest request, LogoAct act, LogoActor actor)
    {
        var from = request.State == LogoState.Submitted && IsDecision(act.Kind) ? LogoState.InReview : request.State;
        if (LogoMachine.Next(from, act.Kind) is null)
        {
            return LogoRights.IsOffice(act.Kind) && request.Last is { } last
                ? new AlreadyDecided(request.State, last.Actor, last.At)
                : new NotInThisState(request.State);
        }

        var isAgain = act.Kind == LogoActKind.Take && request.Reviewer == actor.Address;
        return LogoRights.IsOffice(act.Kind) && (IsTakenFrom(request, actor) || isAgain)
            ? new TakenBy(request.Reviewer!)
            : null;
    }

    private LogoDenial? Validate(LogoRequest request, LogoAct act, DateTimeOffset now) => act switch
    {
        LogoAct.Submit submit => ValidateFacts(request, submit.Facts, KazakhstanTime.DayOf(now)),
        LogoAct.Remind => ValidateReminder(request, now),
        LogoAct.HandOn { To: var to } => LogoRights.Check(request, LogoActKind.Take, to),
        LogoAct.Approve when request.Facts.Ground is LogoGround.None => new NoGround(),
        LogoAct.Approve { Scope: var scope } when !scope.IsWithin(request.Facts) => new ScopeTooWide(),
        LogoAct.Amend { Scope: var scope } when !scope.IsWithin(request.Facts) => new ScopeTooWide(),
        LogoAct.Return { Fields.Count: 0 } => new ReasonMissing(),
        LogoAct.Return or LogoAct.Refuse or LogoAct.Amend or LogoAct.Revoke
            when string.IsNullOrWhiteSpace(act.Words) => new ReasonMissing(),
        LogoAct.Expire when KazakhstanTime.DayOf(now) <= request.Scope!.Dates.To => new NotOver(request.Scope.Dates.To),
        _ => null,
    };

    private static LogoDenial? ValidateFacts(LogoRequest request, LogoFacts facts, DateOnly today)
    {
        var open = request.Facts.ChangedIn(facts).Except(request.Marked).ToList();
        if (request.State == LogoState.Returned && open.Count > 0)
        {
            return new NotMarked(open);
        }

        var findings = LogoChecks.Blocking(facts, today);
        return findings.Count > 0 ? new Incomplete(findings) : null;
    }

    private TooSoon? ValidateReminder(LogoRequest request, DateTimeOffset now)
    {
        var next = request.Audit.LastOrDefault(entry => entry.Act == LogoActKind.Remind)?.At
            .AddHours(options.RemindEveryHours);
        return next > now ? new TooSoon(next.Value) : null;
    }

    private static void Apply(LogoStep step, LogoAct act, LogoActor actor)
    {
        switch (act)
        {
            case LogoAct.Submit submit:
                step.Submit(submit.Facts, actor);
                break;
            case LogoAct.Take:
                step.Fire(act.Kind, actor).Change(one => one with { Reviewer = actor.Address });
                break;
            case LogoAct.HandOn { To.Address: var to }:
                step.Fire(act.Kind, actor, to).Change(one => one with { Reviewer = to });
                break;
            case LogoAct.AskReview:
                step.Fire(act.Kind, actor, act.Words).Change(one => one with { WaitsSince = step.Now });
                break;
            case LogoAct.Approve { Scope: var scope }:
                step.Fire(act.Kind, actor).Change(one => one with { Scope = scope });
                break;
            case LogoAct.Amend { Scope: var scope }:
                step.Fire(act.Kind, actor, act.Words, entry => entry with { FormerScope = step.Request.Scope })
                    .Change(one => one with { Scope = scope });
                break;
            case LogoAct.Return { Fields: var fields }:
                step.Fire(act.Kind, actor, act.Words, entry => entry with { Fields = fields })
                    .Change(one => one with { Marked = [.. fields.Distinct().Order()], Reviewer = null });
                break;
            case LogoAct.Refuse { Why: var why }:
                step.Fire(act.Kind, actor, act.Words, entry => entry with { Refusal = why });
                break;
            default:
                step.Fire(act.Kind, actor, act.Words);
                break;
        }
    }
}
