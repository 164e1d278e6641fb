using Ruhani.Bot.Logo;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Testing.Logo;

/// <summary>Requests as offices make them, one for each ground.</summary>
public static class SampleRequests
{
    private static readonly FileReference Letter =
        new(new string('a', 64), "Хат №5-3-88.pdf", "application/pdf", 180_000);

    private static readonly FileReference MockUp = new(new string('b', 64), "Баннер.png", "image/png", 420_000);

    /// <summary>A forum by an approved plan, in May 2027.</summary>
    public static LogoFacts Plan { get; } = new()
    {
        Ground = new LogoGround.Plan(
            "2027 жылғы іс-шаралар жоспары", "14", new DayRange(new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31))),
        TitleKazakh = "Ұлттық құндылықтар форумы",
        TitleRussian = "Форум национальных ценностей",
        Dates = new DayRange(new DateOnly(2027, 5, 25), new DateOnly(2027, 5, 27)),
        Place = "«Қазақстан» концерт залы",
        Materials = [new(LogoMaterialKind.Banner, "3 × 6 м"), new(LogoMaterialKind.Post)],
        MockUps = [MockUp],
        Organiser = "Мәдениет басқармасы",
        ContactName = "Айгүл Серікқызы",
        ContactPhone = "+77010000001",
    };

    /// <summary>A contest instructed by the Presidential Administration.</summary>
    public static LogoFacts Instruction { get; } = Plan with
    {
        Ground = new LogoGround.Instruction("07-12/145", new DateOnly(2027, 1, 11)),
        TitleKazakh = "«Туған жер» байқауы",
        TitleRussian = "Конкурс «Туған жер»",
        Dates = new DayRange(new DateOnly(2027, 4, 12), new DateOnly(2027, 4, 12)),
        Materials = [new(LogoMaterialKind.Clip), new(LogoMaterialKind.Print, "500 дана")],
    };

    /// <summary>A feast agreed with the ministry.</summary>
    public static LogoFacts Agreement { get; } = Plan with
    {
        Ground = new LogoGround.Agreement("5-3/88", new DateOnly(2027, 1, 20), Letter),
        TitleKazakh = "Наурыз мерекесі",
        TitleRussian = "Праздник Наурыз",
        Dates = new DayRange(new DateOnly(2027, 3, 19), new DateOnly(2027, 3, 22)),
        Materials = [new(LogoMaterialKind.Stage), new(LogoMaterialKind.Banner)],
    };

    /// <summary>Somebody's own initiative.</summary>
    public static LogoFacts None { get; } = Plan with
    {
        Ground = new LogoGround.None("Өз бастамамыз"),
        TitleKazakh = "Аула мерекесі",
        TitleRussian = "Праздник двора",
    };

    /// <summary>A sample by its name: <c>plan</c>, <c>instruction</c>, <c>agreement</c>, <c>none</c>.</summary>
    public static LogoFacts Named(string name) => name switch
    {
        "plan" => Plan,
        "instruction" => Instruction,
        "agreement" => Agreement,
        "none" => None,
        _ => throw new InvalidOperationException($"'{name}' is no sample: plan, instruction, agreement, none"),
    };
}
