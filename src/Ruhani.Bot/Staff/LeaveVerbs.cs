using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Timers;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>Absences: from a day to a day, with a deputy who receives the work and is told.</summary>
public sealed class LeaveVerbs(RoleBook book) : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("leave.look", ["free", "away", "nobody", "none"], LookAsync),
        new Verb("leave.save", ["saved", "nobody"], SaveAsync),
        new Verb("leave.end", ["ended"], End),
        new Verb("leave.deputy", [], DeputyAsync),
    ];

    private async ValueTask<VerbResult> LookAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (turn.Account.Membership is not { } mine)
        {
            return new VerbResult("none");
        }

        if (mine.Absence is { } absence && absence.To >= turn.Today)
        {
            turn.SetAnswer("days", new SlotValue.Period(absence.From, absence.To));
            return new VerbResult("away");
        }

        var deputies = await book.DeputiesAsync(turn.AccountAddress, mine, cancellationToken).ConfigureAwait(false);
        return new VerbResult(deputies.Count > 0 ? "free" : "nobody");
    }

    private async ValueTask<VerbResult> SaveAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var deputy = await book.FindAsync(turn.Answers.Words("deputy")!, cancellationToken).ConfigureAwait(false);
        if (deputy is null || turn.Account.Membership is not { } mine)
        {
            return new VerbResult("nobody");
        }

        var days = turn.Answers.Find<SlotValue.Period>("days")!;
        turn.Account = turn.Account with
        {
            Membership = mine with { Absence = new Absence(days.From, days.To, deputy.Address) },
        };
        turn.Audit("leave.set", deputy.Address, $"{days.From:yyyy-MM-dd} {days.To:yyyy-MM-dd}");
        turn.Schedule("deputy", turn.Now, new BotTimer
        {
            Conversation = deputy.Membership.Home,
            Person = deputy.Address,
            Dialog = "staffnews",
            Trigger = "deputy",
            Argument = StaffMember.KeyOf(turn.AccountAddress),
        });
        return new VerbResult("saved");
    }

    private static VerbResult End(Turn turn, string argument)
    {
        turn.Account = turn.Account with { Membership = turn.Account.Membership! with { Absence = null } };
        turn.Audit("leave.ended", turn.AccountAddress);
        return new VerbResult("ended");
    }

    private async ValueTask<VerbResult> DeputyAsync(Turn turn, string key, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(key, cancellationToken).ConfigureAwait(false)
            is { Membership: { Absence: { } absence } member })
        {
            turn.Say("leave.deputy", TextArguments.Of(
                ("name", member.Name), ("days", turn.Dates.Period(absence.From, absence.To))));
        }

        return VerbResult.Wait;
    }
}
