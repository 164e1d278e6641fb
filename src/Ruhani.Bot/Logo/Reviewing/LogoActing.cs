using Ruhani.Bot.Logo.Requesting;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>
/// Lets an approver act on a request within a turn: what is written, who hears of it, why it was not done.
/// </summary>
public sealed class LogoActing(
    LogoDesk desk, LogoLifecycle lifecycle, LogoRecords records, LogoStaff staff, LogoNews news)
{
    /// <summary>Does an act, written with the turn; tells the person when it is denied.</summary>
    /// <returns>The request as it is then; null when it was not done.</returns>
    public async ValueTask<LogoRequest?> DoAsync(
        Turn turn, string number, LogoAct act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var actor = await ActorAsync(turn, number, cancellationToken).ConfigureAwait(false);
        var result = await desk.ActAsync(number, act, actor, turn.Now, cancellationToken).ConfigureAwait(false);
        if (result.Outcome is not LogoOutcome.Done done)
        {
            await DenyAsync(turn, number, ((LogoOutcome.Denied)result.Outcome).Why, cancellationToken)
                .ConfigureAwait(false);
            return null;
        }

        turn.Put(result);
        await news.TellAsync(turn, done, cancellationToken).ConfigureAwait(false);
        return done.Request;
    }

    /// <summary>True when an act would be done as things stand; else the person is told why not.</summary>
    public async ValueTask<bool> CanAsync(
        Turn turn, string number, LogoAct act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var denial = await records.FindAsync(number, cancellationToken).ConfigureAwait(false) is not { } request
            ? new LogoDenial.Unknown()
            : lifecycle.Decide(
                request,
                act,
                await staff.ActorAsync(turn, request, cancellationToken).ConfigureAwait(false),
                turn.Now) is LogoOutcome.Denied { Why: var why } ? why : null;
        if (denial is not null)
        {
            await DenyAsync(turn, number, denial, cancellationToken).ConfigureAwait(false);
        }

        return denial is null;
    }

    /// <summary>Says why something was not done, who was first and when, with the way to what there is now.</summary>
    public async ValueTask DenyAsync(
        Turn turn, string number, LogoDenial denial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var name = LogoWording.Who(denial) is { } who
            ? await staff.FindNameAsync(who, cancellationToken).ConfigureAwait(false)
            : null;
        var isMine = denial is LogoDenial.TakenBy taken && taken.Reviewer == turn.AccountAddress;
        turn.Say(
            isMine ? "pending.taken-already" : LogoWording.Key(denial),
            LogoWording.Of(turn).Arguments(denial, name),
            [
                .. denial is LogoDenial.Unknown or LogoDenial.WrongRegion
                    ? Array.Empty<Choice>()
                    : [LogoCard.Open(turn, number)],
                LogoCard.List(turn),
            ]);
    }

    private async ValueTask<LogoActor> ActorAsync(Turn turn, string number, CancellationToken cancellationToken) =>
        await staff.ActorAsync(
            turn,
            await records.FindAsync(number, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
}
