using Ruhani.Bot.Logo;
using Ruhani.Bot.Office;
using static Ruhani.Bot.Tests.Logo.Cases;

namespace Ruhani.Bot.Tests.Logo;

public sealed class LogoChecksTests
{
    private static readonly DateOnly Today = new(2027, 5, 3);

    private static readonly WorkingCalendar Calendar = new(
        [new OpenHours(new TimeOnly(9, 0), new TimeOnly(18, 0))],
        [new WorkingYear(2027, true, new HashSet<DateOnly>(), new HashSet<DateOnly>(), new HashSet<DateOnly>())]);

    public static TheoryData<LogoFacts, LogoFinding> Blocking => new()
    {
        { Forum with { TitleRussian = " " }, new LogoFinding.Missing(LogoField.Title) },
        { Forum with { Place = "" }, new LogoFinding.Missing(LogoField.Place) },
        { Forum with { Materials = [] }, new LogoFinding.Missing(LogoField.Materials) },
        { Forum with { ContactPhone = "" }, new LogoFinding.Missing(LogoField.Contact) },
        { Forum with { Organiser = "" }, new LogoFinding.Missing(LogoField.Organiser) },
        { Forum with { Dates = new(new(2027, 5, 27), new(2027, 5, 25)) }, new LogoFinding.Backwards() },
        { Forum with { Dates = new(new(2027, 5, 27), new(2028, 5, 27)) }, new LogoFinding.TooLong() },
        { Forum with { Ground = new LogoGround.Plan("Жоспар", "", Forum.Dates) }, new LogoFinding.GroundIncomplete() },
        {
            Forum with { Ground = new LogoGround.Instruction("7", Today.AddDays(1)) },
            new LogoFinding.GroundIncomplete()
        },
        {
            Forum with { Ground = new LogoGround.Agreement("5", new(2016, 1, 1), Letter) },
            new LogoFinding.GroundIncomplete()
        },
    };

    [Theory]
    [MemberData(nameof(Blocking), DisableDiscoveryEnumeration = true)]
    public void What_can_t_be_is_not_submitted(LogoFacts facts, LogoFinding finding)
    {
        Assert.Equal([finding], LogoChecks.Blocking(facts, Today));
        var draft = Draft(facts);
        var denial = Assert.IsType<LogoDenial.Incomplete>(
            new Walk(draft).Denied(new LogoAct.Submit(0, facts), Aigul));
        Assert.Equal([finding], denial.Findings);
    }

    [Fact]
    public void A_full_request_has_nothing_to_look_at() => Assert.Empty(Findings(Forum));

    [Fact]
    public void The_approver_sees_what_does_not_fit()
    {
        var plan = new DayRange(new DateOnly(2027, 6, 1), new DateOnly(2027, 12, 31));
        Assert.Equal(
            [new LogoFinding.PlanDoesNotCover(plan, Forum.Dates)],
            Findings(Forum with { Ground = new LogoGround.Plan("Жоспар", "3", plan) }));
        Assert.Equal(
            [new LogoFinding.LetterMissing(), new LogoFinding.MockUpMissing()],
            Findings(Forum with
            {
                Ground = new LogoGround.Agreement("5", new DateOnly(2027, 4, 1), null),
                MockUps = [],
            }));
        Assert.Equal(
            [new LogoFinding.EventPassed(new DateOnly(2027, 5, 2))],
            Findings(Forum with { Dates = new(new(2027, 5, 1), new(2027, 5, 2)) }));
        Assert.Equal(
            [new LogoFinding.EventNear(new DateOnly(2027, 5, 10))],
            Findings(Forum with { Dates = new(new(2027, 5, 10), new(2027, 5, 12)) }));
        var other = Walk.Approved().Request with { Number = "RZ-01-2027-00007-0" };
        Assert.Equal(
            [new LogoFinding.SameEvent(other.Number, LogoState.Approved)], Findings(Forum, other));
    }

    private static IReadOnlyList<LogoFinding> Findings(LogoFacts facts, params LogoRequest[] same) =>
        LogoChecks.Findings(facts, Today, same, Calendar, new LogoOptions());
}
