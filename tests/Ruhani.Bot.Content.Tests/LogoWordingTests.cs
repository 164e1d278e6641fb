using Ruhani.Bot.Logo;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Content.Tests;

public sealed class LogoWordingTests
{
    private const int LongestRow = 24;
    private static readonly TextCatalog Texts = RealContent.Bot.Content.Current.Texts;
    private static readonly DateTimeOffset Now = KazakhstanTime.At(new DateOnly(2027, 5, 3), new TimeOnly(10, 0));
    private static readonly DateOnly Day = new(2027, 5, 25);
    private static readonly DayRange Days = new(Day, Day.AddDays(2));

    private static readonly LogoFinding[] Findings =
    [
        new LogoFinding.Missing(LogoField.MockUps), new LogoFinding.Backwards(), new LogoFinding.TooLong(),
        new LogoFinding.GroundIncomplete(), new LogoFinding.PlanDoesNotCover(Days, Days),
        new LogoFinding.LetterMissing(), new LogoFinding.MockUpMissing(), new LogoFinding.EventPassed(Day),
        new LogoFinding.EventNear(Day), new LogoFinding.SameEvent("RZ-01-2027-00042-5", LogoState.InReview),
    ];

    private static readonly LogoDenial[] Denials =
    [
        new LogoDenial.Unknown(), new LogoDenial.NotYours(), new LogoDenial.OwnRequest(),
        new LogoDenial.WrongRegion(2), new LogoDenial.WrongRole(LogoRole.Approver), new LogoDenial.Outdated(1, 2),
        new LogoDenial.AlreadyDecided(LogoState.Approved, "telegram:1", Now), new LogoDenial.TakenBy("telegram:1"),
        new LogoDenial.NotInThisState(LogoState.Approved), new LogoDenial.NoGround(),
        new LogoDenial.Incomplete(Findings), new LogoDenial.NotMarked([LogoField.Place]),
        new LogoDenial.ScopeTooWide(), new LogoDenial.ReasonMissing(), new LogoDenial.TooSoon(Now),
        new LogoDenial.NotOver(Day),
    ];

    public static TheoryData<Language> Both => [.. Languages.All];

    [Theory]
    [MemberData(nameof(Both))]
    public void Everything_a_request_can_be_is_said_in_words_of_its_own(Language language)
    {
        var wording = new LogoWording(Texts, new DateWording(language, Now));

        // A permit taken away is one thing, a request sent in another: no two states may read the same.
        AreDistinct(Enum.GetValues<LogoState>().Select(wording.Say));
        AreDistinct(Enum.GetValues<LogoMaterialKind>().Select(kind => wording.Say(new LogoMaterial(kind))));
        AreDistinct(Enum.GetValues<LogoField>().Select(wording.Say));
        AreDistinct(Enum.GetValues<RefusalReason>().Select(wording.Say));
        AreDistinct(Enum.GetValues<LogoRole>().Select(wording.Say));
        AreDistinct(Enum.GetValues<LogoActKind>().Select(wording.Say));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_finding_and_every_denial_there_is_has_its_text(Language language)
    {
        var wording = new LogoWording(Texts, new DateWording(language, Now));

        AreAll(typeof(LogoFinding), Findings);
        AreAll(typeof(LogoDenial), Denials);
        AreDistinct(Findings.Select(wording.Say));
        AreDistinct(Denials.Select(denial =>
            Texts.Label(language, LogoWording.Key(denial), wording.Arguments(denial))));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void What_is_picked_from_a_list_fits_its_rows_in_either_script(Language language)
    {
        var keys = Enum.GetValues<LogoMaterialKind>().Select(LogoWording.Key)
            .Concat(Enum.GetValues<LogoField>().Select(LogoWording.Key))
            .Concat(Enum.GetValues<RefusalReason>().Select(LogoWording.Key));
        foreach (var label in keys.Select(key => Texts.Render(language, key)))
        {
            Assert.InRange(label.Length, 1, LongestRow);
            Assert.InRange(label.In(Script.Latin).Length, 1, LongestRow);
        }
    }

    [Theory]
    [InlineData(Language.Kazakh,
        "Бекітілген жұмыс жоспары: «Руханият» жоспары, 3.2-тармақ, 2027 жылғы 25–27 мамыр",
        "Президент Әкімшілігінің тапсырмасы: № 07-12/145, 2027 жылғы 25 мамыр",
        "Министрлікпен келісу: № 5-3/88 хат, 2027 жылғы 25 мамыр")]
    [InlineData(Language.Russian,
        "Утверждённый план работы: «Руханият» жоспары, пункт 3.2, 25–27 мая 2027 года",
        "Поручение Администрации Президента: № 07-12/145, 25 мая 2027 года",
        "Согласование с министерством: письмо № 5-3/88, 25 мая 2027 года")]
    public void A_ground_is_said_with_its_evidence(Language language, string plan, string instruction, string letter)
    {
        var wording = new LogoWording(Texts, new DateWording(language, Now));

        Assert.Equal(plan, wording.Say(new LogoGround.Plan("«Руханият» жоспары", "3.2", Days)));
        Assert.Equal(instruction, wording.Say(new LogoGround.Instruction("07-12/145", Day)));
        Assert.Equal(letter, wording.Say(new LogoGround.Agreement("5-3/88", Day, null)));
    }

    private static void AreDistinct(IEnumerable<string> words)
    {
        var all = words.ToList();
        Assert.Equal(all.Distinct().Count(), all.Count);
    }

    private static void AreAll(Type family, IEnumerable<object> members) => Assert.Equal(
        family.GetNestedTypes().Select(type => type.Name).Order(),
        members.Select(member => member.GetType().Name).Order());
}
