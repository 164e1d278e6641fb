using Ruhani.Bot.Logo;
using Ruhani.Bot.Testing.Logo;

namespace Ruhani.Bot.Storage.Tests.Logo;

/// <summary>What people of an office do to requests, sensible or not, drawn by lot.</summary>
internal sealed class LogoActs(Random random)
{
    private const string Aigul = "telegram:aigul";
    private static readonly LogoActor Bolat = new("telegram:bolat", LogoRole.Approver, [1]);
    private static readonly LogoActor Sofia = new("whatsapp:sofia", LogoRole.Approver, [1, 2]);
    private static readonly LogoActor Dina = new("telegram:dina", LogoRole.Approver, [2]);
    private static readonly LogoActor Erlan = new("webchat:erlan", LogoRole.Head, [0]);
    private static readonly LogoActor[] Office = [Bolat, Sofia, Dina, Erlan];

    /// <summary>A new request, by somebody who may be an approver too, with or without a ground.</summary>
    public LogoRequest Draft()
    {
        var facts = random.Next(3) == 0 ? SampleRequests.None : SampleRequests.Plan;
        var requester = random.Next(5) == 0 ? Sofia.Address : Aigul;
        return LogoRequest.Draft(requester, "kk", facts.Organiser, random.Next(1, 3), facts);
    }

    /// <summary>
    /// An act on a request as somebody sees it, now and then as it was before; by whom it concerns or by anybody.
    /// </summary>
    public (LogoAct Act, LogoActor Actor) On(LogoRequest request)
    {
        var shown = Math.Max(0, request.Version - (random.Next(8) == 0 ? 1 : 0));
        var scope = PermitScope.Whole(request.Facts);
        var who = Office[random.Next(Office.Length)];
        var requester = LogoActor.Requester(random.Next(8) == 0 ? "telegram:stranger" : request.Requester);
        var corrected = request.Facts with { Ground = SampleRequests.Plan.Ground, Place = $"Зал {random.Next(9)}" };
        return random.Next(14) switch
        {
            0 => (new LogoAct.Take(shown), who),
            1 => (new LogoAct.HandOn(Office[random.Next(Office.Length)]), who),
            2 or 3 => (new LogoAct.Approve(shown, scope), who),
            4 => (new LogoAct.Return(shown, [LogoField.Place, LogoField.Ground], "Нақтылаңыз"), who),
            5 => (new LogoAct.Refuse(shown, RefusalReason.Other, "Сай емес"), who),
            6 => (new LogoAct.Amend(shown, scope, "Күні өзгерді"), who),
            7 => (new LogoAct.Revoke(shown, "Макет басқа"), who),
            8 or 9 => (new LogoAct.Submit(shown, corrected), requester),
            10 => (new LogoAct.AskReview(null), requester),
            11 => (random.Next(2) == 0 ? new LogoAct.Close() : new LogoAct.Withdraw(null), requester),
            12 => (new LogoAct.Remind(), requester),
            _ => (new LogoAct.Expire(), LogoActor.Bot),
        };
    }
}
