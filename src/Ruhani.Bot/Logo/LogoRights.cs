using static Ruhani.Bot.Logo.LogoDenial;

namespace Ruhani.Bot.Logo;

/// <summary>Who may do what, wherever the request stands.</summary>
internal static class LogoRights
{
    /// <summary>True for what the office does, false for what the requester or the bot does.</summary>
    public static bool IsOffice(LogoActKind act) => act
        is LogoActKind.Take or LogoActKind.HandOn or LogoActKind.Approve or LogoActKind.Return or LogoActKind.Refuse
        or LogoActKind.Amend or LogoActKind.Revoke;

    /// <summary>Why somebody may not; null when they may.</summary>
    public static LogoDenial? Check(LogoRequest request, LogoActKind act, LogoActor actor)
    {
        if (act is LogoActKind.Expire or LogoActKind.AutoRefuse)
        {
            return actor.Role == LogoRole.System ? null : new WrongRole(LogoRole.System);
        }

        if (!IsOffice(act))
        {
            return actor.Role != LogoRole.Requester ? new WrongRole(LogoRole.Requester)
                : actor.Address != request.Requester ? new NotYours()
                : null;
        }

        return actor.Role is not (LogoRole.Approver or LogoRole.Head) ? new WrongRole(LogoRole.Approver)
            : actor.Address == request.Requester ? new OwnRequest()
            : !actor.Decides(request.Region) ? new WrongRegion(request.Region)
            : null;
    }
}
