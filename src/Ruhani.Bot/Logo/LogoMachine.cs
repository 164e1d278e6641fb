using Stateless;

namespace Ruhani.Bot.Logo;

/// <summary>Which acts lead from which state to which; nothing of who may do them.</summary>
internal static class LogoMachine
{
    /// <summary>Where an act leads; null when it is none for that state.</summary>
    public static LogoState? Next(LogoState state, LogoActKind act)
    {
        var machine = From(state);
        if (!machine.CanFire(act))
        {
            return null;
        }

        machine.Fire(act);
        return machine.State;
    }

    /// <summary>The acts there are for a state.</summary>
    public static IReadOnlyList<LogoActKind> Acts(LogoState state)
    {
        var machine = From(state);
        return [.. Enum.GetValues<LogoActKind>().Where(act => machine.CanFire(act))];
    }

    private static StateMachine<LogoState, LogoActKind> From(LogoState state)
    {
        var machine = new StateMachine<LogoState, LogoActKind>(state);
        machine.Configure(LogoState.Draft)
            .Permit(LogoActKind.Submit, LogoState.Submitted);
        machine.Configure(LogoState.Submitted)
            .Permit(LogoActKind.AutoRefuse, LogoState.AutoRefused)
            .Permit(LogoActKind.Take, LogoState.InReview)
            .Permit(LogoActKind.Withdraw, LogoState.Withdrawn)
            .PermitReentry(LogoActKind.Remind);
        machine.Configure(LogoState.InReview)
            .Permit(LogoActKind.Approve, LogoState.Approved)
            .Permit(LogoActKind.Return, LogoState.Returned)
            .Permit(LogoActKind.Refuse, LogoState.Refused)
            .Permit(LogoActKind.Withdraw, LogoState.Withdrawn)
            .PermitReentry(LogoActKind.Take)
            .PermitReentry(LogoActKind.HandOn)
            .PermitReentry(LogoActKind.Remind);
        machine.Configure(LogoState.Returned)
            .Permit(LogoActKind.Submit, LogoState.Submitted)
            .Permit(LogoActKind.Withdraw, LogoState.Withdrawn);
        machine.Configure(LogoState.AutoRefused)
            .Permit(LogoActKind.AskReview, LogoState.HumanReview)
            .Permit(LogoActKind.Close, LogoState.Closed);
        machine.Configure(LogoState.HumanReview)
            .Permit(LogoActKind.Return, LogoState.Returned)
            .Permit(LogoActKind.Refuse, LogoState.Refused)
            .Permit(LogoActKind.Withdraw, LogoState.Withdrawn)
            .PermitReentry(LogoActKind.Take)
            .PermitReentry(LogoActKind.HandOn)
            .PermitReentry(LogoActKind.Remind);
        machine.Configure(LogoState.Approved)
            .Permit(LogoActKind.Amend, LogoState.Amended)
            .Permit(LogoActKind.Revoke, LogoState.Revoked)
            .Permit(LogoActKind.Expire, LogoState.Expired);
        machine.Configure(LogoState.Amended)
            .PermitReentry(LogoActKind.Amend)
            .Permit(LogoActKind.Revoke, LogoState.Revoked)
            .Permit(LogoActKind.Expire, LogoState.Expired);
        return machine;
    }
}
