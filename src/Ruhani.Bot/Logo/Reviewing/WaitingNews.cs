using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>
/// What approvers, deputies and heads hear of requests that wait. Each is a turn in the person's own conversation; what
/// is no longer so when it comes is not said.
/// </summary>
public sealed class WaitingNews(
    LogoRecords records,
    LogoStaff staff,
    LogoNews news,
    LogoCard card,
    GroupCard group,
    Digest digest,
    LogoOptions options) : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("logonews.arrived", [], (turn, about, token) => WaitingAsync(turn, about, "arrived", token)),
        new Verb("logonews.reminded", [], (turn, about, token) => WaitingAsync(turn, about, "reminded", token)),
        new Verb("logonews.handed", [], (turn, about, token) => WaitingAsync(turn, about, "handed", token)),
        new Verb("logonews.waiting", [], (turn, about, token) => WaitingAsync(turn, about, "waiting", token)),
        new Verb("logonews.deputy", [], (turn, about, token) => WaitingAsync(turn, about, "deputy", token)),
        new Verb("logonews.head", [], (turn, about, token) => WaitingAsync(turn, about, "head", token)),
        new Verb("logonews.waits", [], WaitsAsync),
        new Verb("logonews.card", [], CardAsync),
        new Verb("logonews.group", [], GroupAsync),
    ];

    // A card with the news above it.
    private async ValueTask<VerbResult> WaitingAsync(
        Turn turn, string about, string news, CancellationToken cancellationToken)
    {
        if (await FindAsync(about, cancellationToken).ConfigureAwait(false) is (var ticket, { } request)
            && request.Version == ticket.Mark && LogoStates.Pending.Contains(request.State))
        {
            var actor = await staff.ActorAsync(turn, request, cancellationToken).ConfigureAwait(false);
            var key = news != "arrived" ? news
                : request.State == LogoState.HumanReview ? "appealed"
                : request.Audit.Any(entry => entry.Act == LogoActKind.Return) ? "corrected"
                : news;
            await card.SayAsync(turn, request, actor, "logonews." + key, updates: false, cancellationToken)
                .ConfigureAwait(false);
            await digest.EnsureAsync(turn, cancellationToken).ConfigureAwait(false);
        }

        return VerbResult.Wait;
    }

    // A card that is shown already changes in place; where that can't be done, a line says what was done and by whom.
    private async ValueTask<VerbResult> CardAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindAsync(about, cancellationToken).ConfigureAwait(false) is not (var ticket, { } request)
            || ticket.Mark >= request.Audit.Count)
        {
            return VerbResult.Wait;
        }

        if (turn.Activity.IsGroup)
        {
            await group.SayAsync(turn, request, updates: true, cancellationToken).ConfigureAwait(false);
            return VerbResult.Wait;
        }

        var entry = request.Audit[ticket.Mark];
        var actor = await staff.ActorAsync(turn, request, cancellationToken).ConfigureAwait(false);
        if (!actor.Decides(request.Region))
        {
            return VerbResult.Wait;
        }

        turn.IsOffered = true;
        if (turn.Capabilities.CanEdit)
        {
            await card.SayAsync(turn, request, actor, "pending.card", updates: true, cancellationToken)
                .ConfigureAwait(false);
        }
        else if (entry.Actor != actor.Address && LogoNews.IsTold(entry.Act))
        {
            var words = LogoWording.Of(turn);
            turn.Say("logonews.card", TextArguments.Of(
                ("number", request.Number!),
                ("title", words.Quoted(request.Facts)),
                ("act", words.Say(entry.Act)),
                ("by", await staff.FindNameAsync(entry.Actor, cancellationToken).ConfigureAwait(false)
                    ?? words.Say(entry.Role))));
        }

        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> GroupAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindAsync(about, cancellationToken).ConfigureAwait(false) is (_, { } request)
            && LogoStates.Pending.Contains(request.State))
        {
            await group.SayAsync(turn, request, updates: false, cancellationToken).ConfigureAwait(false);
        }

        return VerbResult.Wait;
    }

    // Comes in the requester's conversation and says nothing there: it looks who has to hear that the request waits.
    private async ValueTask<VerbResult> WaitsAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindAsync(about, cancellationToken).ConfigureAwait(false) is not (var ticket, { } request)
            || request.Version != ticket.Mark || !LogoStates.Pending.Contains(request.State))
        {
            return VerbResult.Wait;
        }

        var escalation = Escalation.Of(
            request.WaitsSince!.Value, request.Facts.Dates.From, turn.Content.Calendar, options);
        var steps = new[]
        {
            (At: escalation.RemindAt, Step: EscalationStep.Remind),
            (At: escalation.DeputyAt, Step: EscalationStep.Deputy),
            (At: escalation.HeadAt, Step: EscalationStep.Head),
        };
        foreach (var (_, step) in steps.Where(step => step.At >= turn.Activity.At && step.At <= turn.Now))
        {
            await news.EscalateAsync(turn, request, step, cancellationToken).ConfigureAwait(false);
        }

        if (steps.FirstOrDefault(step => step.At > turn.Now) is { Step: not EscalationStep.None } next)
        {
            turn.Again(next.At);
        }

        return VerbResult.Wait;
    }

    private async ValueTask<(LogoTicket Ticket, LogoRequest? Request)> FindAsync(
        string about, CancellationToken cancellationToken) => LogoTicket.Read(about) is { } ticket
            ? (ticket, await records.FindAsync(ticket.Number, cancellationToken).ConfigureAwait(false))
            : default;
}
