using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo;

/// <summary>
/// What people hear of requests without having asked: approvers of what waits, requesters of what became of theirs.
/// Each is a turn in the person's own conversation; what is no longer so when it comes is not said.
/// </summary>
public sealed class LogoNewsVerbs(
    LogoRecords records, LogoStaff staff, LogoNews news, LogoOptions options) : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("logonews.arrived", [], (turn, about, token) => WaitingAsync(turn, about, "arrived", token)),
        new Verb("logonews.reminded", [], (turn, about, token) => WaitingAsync(turn, about, "reminded", token)),
        new Verb("logonews.waiting", [], (turn, about, token) => WaitingAsync(turn, about, "waiting", token)),
        new Verb("logonews.deputy", [], (turn, about, token) => WaitingAsync(turn, about, "deputy", token)),
        new Verb("logonews.head", [], (turn, about, token) => WaitingAsync(turn, about, "head", token)),
        new Verb("logonews.changed", [], ChangedAsync),
        new Verb("logonews.waits", [], WaitsAsync),
    ];

    private async ValueTask<VerbResult> WaitingAsync(
        Turn turn, string about, string news, CancellationToken cancellationToken)
    {
        if (await FindAsync(about, cancellationToken).ConfigureAwait(false) is (var ticket, { } request)
            && request.Version == ticket.Mark && LogoStates.Pending.Contains(request.State))
        {
            turn.Say($"logonews.{news}", TextArguments.Of(
                ("number", request.Number!),
                ("title", LogoWording.Of(turn).Title(request.Facts)),
                ("office", request.Office),
                ("dates", turn.Dates.Period(request.Facts.Dates.From, request.Facts.Dates.To))));
        }

        return VerbResult.Wait;
    }

    // The mark is the place in the audit of what is told: what came after it is told by itself.
    private async ValueTask<VerbResult> ChangedAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindAsync(about, cancellationToken).ConfigureAwait(false) is not (var ticket, { } request)
            || ticket.Mark >= request.Audit.Count)
        {
            return VerbResult.Wait;
        }

        if (turn.SavedLanguage is null && Languages.FromTag(request.Language) is { } asked)
        {
            turn.Language = asked;
        }

        var entry = request.Audit[ticket.Mark];
        var key = entry.Act switch
        {
            LogoActKind.Take => "taken",
            LogoActKind.Return => "returned",
            LogoActKind.Approve => "approved",
            LogoActKind.Refuse => "refused",
            LogoActKind.Amend => "amended",
            LogoActKind.Revoke => "revoked",
            LogoActKind.Expire => "expired",
            _ => null,
        };
        if (key is not null)
        {
            turn.Say($"logonews.{key}", TextArguments.Of(
                ("number", request.Number!),
                ("title", LogoWording.Of(turn).Title(request.Facts)),
                ("by", await staff.NameAsync(turn, entry.Actor, cancellationToken).ConfigureAwait(false)),
                ("reason", entry.Reason ?? "")));
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
