using Ruhani.Bot.Logo;
using Ruhani.Bot.Texts;
using static Ruhani.Bot.Tests.Logo.Cases;

namespace Ruhani.Bot.Tests.Logo;

public sealed class LogoLifecycleTests
{
    private static readonly PermitScope Whole = PermitScope.Whole(Forum);

    [Theory]
    [InlineData("plan")]
    [InlineData("instruction")]
    [InlineData("agreement")]
    public void Each_ground_can_become_a_permit(string kind)
    {
        var facts = Forum with
        {
            Ground = kind switch { "plan" => Plan, "instruction" => Instruction, _ => Agreement },
        };
        var request = Walk.Submitted(facts)
            .Do(new LogoAct.Take(1), Bolat)
            .Do(new LogoAct.Approve(1, PermitScope.Whole(facts)), Bolat).Request;
        Assert.Equal(LogoState.Approved, request.State);
        Assert.Equal(
            [LogoActKind.Submit, LogoActKind.Take, LogoActKind.Approve], request.Audit.Select(entry => entry.Act));
        Assert.Equal([1, 1, 2], request.Audit.Select(entry => entry.Version));
        Assert.Equal(Start.AddMinutes(3), request.DecidedAt);
    }

    [Fact]
    public void Own_initiative_is_refused_by_the_rule_at_once_and_a_person_can_be_asked()
    {
        var walk = Walk.Submitted(Forum with { Ground = new LogoGround.None("Мектеп мерекесі") });
        Assert.Equal(LogoState.AutoRefused, walk.Request.State);
        Assert.Equal(
            ("system", RefusalReason.NoGround), (walk.Request.Audit[^1].Actor, walk.Request.Audit[^1].Refusal));

        walk.Do(new LogoAct.AskReview("Жоспарда бар"), Aigul);
        Assert.Equal(LogoState.HumanReview, walk.Request.State);
        var shown = walk.Request.Version;
        Assert.Equal(
            new LogoDenial.AlreadyDecided(LogoState.HumanReview, Aigul.Address, walk.Now),
            walk.Denied(new LogoAct.Approve(shown, Whole), Bolat));

        walk.Do(new LogoAct.Return(shown, [LogoField.Ground], "Жоспардың тармағын көрсетіңіз"), Bolat)
            .Do(new LogoAct.Submit(shown + 1, walk.Request.Facts with { Ground = Plan }), Aigul)
            .Do(new LogoAct.Approve(shown + 2, Whole), Bolat);
        Assert.Equal(LogoState.Approved, walk.Request.State);
    }

    [Fact]
    public void What_the_rule_refused_can_be_let_be() => Assert.Equal(
        LogoState.Closed,
        Walk.Submitted(Forum with { Ground = new LogoGround.None() }).Do(new LogoAct.Close(), Aigul).Request.State);

    [Fact]
    public void A_returned_request_opens_the_marked_fields_only_and_loses_nothing()
    {
        var walk = Walk.Submitted()
            .Do(new LogoAct.Return(1, [LogoField.Dates, LogoField.Place], "Залдың атын нақтылаңыз"), Bolat);
        Assert.Equal([LogoField.Dates, LogoField.Place], walk.Request.Marked);
        Assert.Null(walk.Request.Reviewer);

        var more = Forum with { Place = "«Астана» залы", Organiser = "Басқа біреу" };
        var denial = Assert.IsType<LogoDenial.NotMarked>(walk.Denied(new LogoAct.Submit(2, more), Aigul));
        Assert.Equal([LogoField.Organiser], denial.Fields);

        var corrected = Forum with { Place = "«Астана» залы" };
        var request = walk.Do(new LogoAct.Submit(2, corrected), Aigul).Request;
        Assert.Equal((LogoState.Submitted, 3), (request.State, request.Version));
        Assert.Equal(corrected, request.Facts);
        Assert.Equal(Forum, request.Audit[^1].Former);
        Assert.Equal([LogoField.Place], request.Audit[^1].Fields);
        Assert.Empty(request.Marked);
        Assert.Equal(walk.Now, request.WaitsSince);
        Assert.Equal(Start.AddMinutes(1), request.SubmittedAt);
    }

    [Fact]
    public void Nobody_decides_on_their_own_request()
    {
        var own = new LogoActor(Aigul.Address, LogoRole.Head, [0]);
        LogoAct[] acts =
        [
            new LogoAct.Take(1), new LogoAct.Approve(1, Whole), new LogoAct.Return(1, [LogoField.Place], "x"),
            new LogoAct.Refuse(1, RefusalReason.Other, "x"),
        ];
        Assert.All(acts, act => Assert.IsType<LogoDenial.OwnRequest>(Walk.Submitted().Denied(act, own)));
    }

    [Fact]
    public void Rights_are_by_region_and_by_role()
    {
        var walk = Walk.Submitted();
        Assert.Equal(new LogoDenial.WrongRegion(Astana), walk.Denied(new LogoAct.Take(1), Almaty));
        Assert.Equal(new LogoDenial.WrongRole(LogoRole.Approver), walk.Denied(new LogoAct.Take(1), Stranger));
        Assert.Equal(new LogoDenial.NotYours(), walk.Denied(new LogoAct.Withdraw(null), Stranger));
        Assert.Equal(new LogoDenial.WrongRole(LogoRole.Requester), walk.Denied(new LogoAct.Remind(), Bolat));
        Assert.Equal(new LogoDenial.WrongRole(LogoRole.System), walk.Denied(new LogoAct.Expire(), Head));
        Assert.Equal(LogoState.Approved, walk.Do(new LogoAct.Approve(1, Whole), Head).Request.State);
    }

    [Fact]
    public void The_first_of_two_wins_and_the_other_hears_who()
    {
        var walk = Walk.Submitted().Do(new LogoAct.Approve(1, Whole), Bolat);
        Assert.Equal(
            new LogoDenial.AlreadyDecided(LogoState.Approved, Bolat.Address, walk.Now),
            walk.Denied(new LogoAct.Refuse(1, RefusalReason.Other, "Кеш"), Sofia));

        var taken = Walk.Submitted().Do(new LogoAct.Take(1), Bolat);
        Assert.Equal(new LogoDenial.TakenBy(Bolat.Address), taken.Denied(new LogoAct.Take(1), Sofia));
        Assert.Equal(new LogoDenial.TakenBy(Bolat.Address), taken.Denied(new LogoAct.Take(1), Bolat));
        Assert.Equal(
            new LogoDenial.TakenBy(Bolat.Address), taken.Denied(new LogoAct.Approve(1, Whole), Sofia));
        Assert.Equal(LogoState.Approved, taken.Do(new LogoAct.Approve(1, Whole), Head).Request.State);
    }

    [Fact]
    public void What_is_handed_on_is_the_others_to_decide()
    {
        var walk = Walk.Submitted().Do(new LogoAct.Take(1), Bolat);
        Assert.Equal(new LogoDenial.WrongRegion(Astana), walk.Denied(new LogoAct.HandOn(Almaty), Bolat));
        walk.Do(new LogoAct.HandOn(Sofia), Bolat);
        Assert.Equal(new LogoDenial.TakenBy(Sofia.Address), walk.Denied(new LogoAct.Approve(1, Whole), Bolat));
        Assert.Equal(LogoState.Approved, walk.Do(new LogoAct.Approve(1, Whole), Sofia).Request.State);
    }

    [Fact]
    public void Only_the_version_that_was_shown_is_decided()
    {
        var walk = Walk.Submitted().Do(new LogoAct.Return(1, [LogoField.Place], "Орны?"), Bolat)
            .Do(new LogoAct.Submit(2, Forum with { Place = "Саябақ" }), Aigul);
        Assert.Equal(new LogoDenial.Outdated(1, 3), walk.Denied(new LogoAct.Approve(1, Whole), Bolat));

        walk.Do(new LogoAct.Approve(3, Whole), Bolat).Do(new LogoAct.Amend(4, Whole, "Күні"), Bolat);
        Assert.Equal(new LogoDenial.Outdated(4, 5), walk.Denied(new LogoAct.Revoke(4, "Ескі түйме"), Sofia));
        Assert.Equal(LogoState.Amended, walk.Request.State);
    }

    [Fact]
    public void A_withdrawn_request_is_not_approved()
    {
        var walk = Walk.Submitted().Do(new LogoAct.Withdraw("Өтпейтін болды"), Aigul);
        Assert.Equal(
            new LogoDenial.AlreadyDecided(LogoState.Withdrawn, Aigul.Address, walk.Now),
            walk.Denied(new LogoAct.Approve(1, Whole), Bolat));
        Assert.Equal(
            new LogoDenial.NotInThisState(LogoState.Withdrawn), walk.Denied(new LogoAct.Withdraw(null), Aigul));
    }

    [Fact]
    public void A_scope_can_be_narrowed_and_never_widened()
    {
        var walk = Walk.Submitted();
        PermitScope[] wide =
        [
            Whole with { Dates = new DayRange(new DateOnly(2027, 5, 24), new DateOnly(2027, 5, 27)) },
            Whole with { Materials = [.. Whole.Materials, new LogoMaterial(LogoMaterialKind.Clip)] },
            Whole with { Materials = [] },
            Whole with { Dates = new DayRange(new DateOnly(2027, 5, 27), new DateOnly(2027, 5, 26)) },
        ];
        Assert.All(wide, scope => Assert.IsType<LogoDenial.ScopeTooWide>(
            walk.Denied(new LogoAct.Approve(1, scope), Bolat)));
        var narrow = Whole with { Materials = [Forum.Materials[0]] };
        Assert.Equal(narrow, walk.Do(new LogoAct.Approve(1, narrow), Bolat).Request.Scope);
    }

    [Fact]
    public void A_decision_against_somebody_has_a_reason()
    {
        var walk = Walk.Submitted();
        Assert.IsType<LogoDenial.ReasonMissing>(
            walk.Denied(new LogoAct.Refuse(1, RefusalReason.Other, "  "), Bolat));
        Assert.IsType<LogoDenial.ReasonMissing>(walk.Denied(new LogoAct.Return(1, [], "Орны?"), Bolat));
        Assert.IsType<LogoDenial.ReasonMissing>(walk.Denied(new LogoAct.Return(1, [LogoField.Place], ""), Bolat));
        Assert.IsType<LogoDenial.ReasonMissing>(Walk.Approved().Denied(new LogoAct.Revoke(2, ""), Bolat));
    }

    [Fact]
    public void Reminders_have_a_day_between_them()
    {
        var walk = Walk.Submitted().Do(new LogoAct.Remind(), Aigul);
        Assert.Equal(new LogoDenial.TooSoon(walk.Now.AddHours(24)), walk.Denied(new LogoAct.Remind(), Aigul));
        walk.Now = walk.Now.AddHours(24);
        Assert.Equal(2, walk.Do(new LogoAct.Remind(), Aigul).Request.Audit.Count(e => e.Act == LogoActKind.Remind));
        Assert.Equal(1, walk.Request.Version);
    }

    [Fact]
    public void A_permit_ends_after_its_last_day()
    {
        var walk = Walk.Approved();
        walk.Now = KazakhstanTime.At(new DateOnly(2027, 5, 27), new TimeOnly(23, 59));
        Assert.Equal(
            new LogoDenial.NotOver(new DateOnly(2027, 5, 27)), walk.Denied(new LogoAct.Expire(), LogoActor.Bot));
        walk.Now = walk.Now.AddMinutes(1);
        Assert.Equal(LogoState.Expired, walk.Do(new LogoAct.Expire(), LogoActor.Bot).Request.State);
    }

    [Fact]
    public void Cards_offer_what_can_be_done()
    {
        var walk = Walk.Submitted();
        Assert.Equal(
            [LogoActKind.Take, LogoActKind.Approve, LogoActKind.Return, LogoActKind.Refuse],
            LogoLifecycle.ActsFor(walk.Request, Bolat));
        Assert.Equal([LogoActKind.Withdraw, LogoActKind.Remind], LogoLifecycle.ActsFor(walk.Request, Aigul));
        Assert.Empty(LogoLifecycle.ActsFor(walk.Request, Almaty));
        walk.Do(new LogoAct.Take(1), Bolat);
        Assert.Empty(LogoLifecycle.ActsFor(walk.Request, Sofia));
        Assert.Equal(
            [LogoActKind.HandOn, LogoActKind.Approve, LogoActKind.Return, LogoActKind.Refuse],
            LogoLifecycle.ActsFor(walk.Request, Bolat));
        Assert.Equal([LogoActKind.Amend, LogoActKind.Revoke], LogoLifecycle.ActsFor(Walk.Approved().Request, Sofia));
    }

    [Fact]
    public void Every_state_can_be_reached_and_only_the_final_ones_are_ends()
    {
        var reached = new HashSet<LogoState> { LogoState.Draft };
        for (var before = 0; before != reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(reached.SelectMany(state => Enum.GetValues<LogoActKind>()
                .Select(act => LogoMachine.Next(state, act)).OfType<LogoState>()).ToList());
        }

        Assert.Equal(Enum.GetValues<LogoState>(), reached.Order());
        Assert.All(reached, state => Assert.Equal(LogoMachine.Acts(state).Count == 0, state.IsFinal()));
    }
}
