using Ruhani.Bot.Logo;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>Requests as offices make them, and the people around them.</summary>
internal static class Cases
{
    public const int Astana = 1;
    public static readonly LogoActor Aigul = LogoActor.Requester("telegram:1001");
    public static readonly LogoActor Stranger = LogoActor.Requester("telegram:1002");
    public static readonly LogoActor Bolat = new("telegram:bolat", LogoRole.Approver, [Astana]);
    public static readonly LogoActor Sofia = new("telegram:sofia", LogoRole.Approver, [Astana, 2]);
    public static readonly LogoActor Almaty = new("telegram:2003", LogoRole.Approver, [2]);
    public static readonly LogoActor Head = new("telegram:3001", LogoRole.Head, [0]);
    public static readonly DateTimeOffset Start = KazakhstanTime.At(new DateOnly(2027, 5, 3), new TimeOnly(10, 0));
    public static readonly FileReference Letter = new(new string('a', 64), "Хат №5.pdf", "application/pdf", 1000);
    public static readonly FileReference MockUp = new(new string('b', 64), "Баннер.png", "image/png", 2000);

    public static readonly LogoGround Plan = new LogoGround.Plan(
        "2027 жылғы іс-шаралар жоспары", "14", new DayRange(new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31)));

    public static readonly LogoGround Instruction = new LogoGround.Instruction("07-12/145", new DateOnly(2027, 4, 1));

    public static readonly LogoGround Agreement = new LogoGround.Agreement("5-3/88", new DateOnly(2027, 4, 20), Letter);

    public static readonly LogoFacts Forum = new()
    {
        Ground = Plan,
        TitleKazakh = "«Ұлттық құндылықтар» форумы",
        TitleRussian = "Форум «Национальные ценности»",
        Dates = new DayRange(new DateOnly(2027, 5, 25), new DateOnly(2027, 5, 27)),
        Place = "«Қазақстан» концерт залы",
        Materials = [new(LogoMaterialKind.Banner, "3 × 6 м"), new(LogoMaterialKind.Post)],
        MockUps = [MockUp],
        Organiser = "Мәдениет басқармасы",
        ContactName = "Айгүл Серікқызы",
        ContactPhone = "+7 701 000 00 01",
    };

    public static LogoRequest Draft(LogoFacts? facts = null) =>
        LogoRequest.Draft(Aigul.Address, "kk", "Мәдениет басқармасы", Astana, facts ?? Forum);
}

/// <summary>One request on its way, step by step, each a minute after the one before.</summary>
internal sealed class Walk(LogoRequest request)
{
    private readonly LogoLifecycle _lifecycle = new(new LogoOptions());

    public LogoRequest Request { get; private set; } = request;

    public DateTimeOffset Now { get; set; } = Cases.Start;

    public static Walk Submitted(LogoFacts? facts = null)
    {
        var draft = Cases.Draft(facts);
        return new Walk(draft).Do(new LogoAct.Submit(0, draft.Facts), Cases.Aigul);
    }

    public static Walk Approved() =>
        Submitted() is var walk ? walk.Do(new LogoAct.Approve(1, PermitScope.Whole(Cases.Forum)), Cases.Bolat) : null!;

    public Walk Do(LogoAct act, LogoActor actor)
    {
        Now = Now.AddMinutes(1);
        var outcome = _lifecycle.Decide(Request, act, actor, Now);
        Request = Assert.IsType<LogoOutcome.Done>(outcome).Request;
        return this;
    }

    public LogoDenial Denied(LogoAct act, LogoActor actor) =>
        Assert.IsType<LogoOutcome.Denied>(_lifecycle.Decide(Request, act, actor, Now)).Why;
}
