using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>A request in the queue: how near its event is, and how long it has waited.</summary>
public sealed class QueuedRequest
{
    /// <summary>As it is at the moment of a turn.</summary>
    public QueuedRequest(LogoRequest request, Turn turn, LogoOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(options);
        Request = request;
        var calendar = turn.Content.Calendar;
        IsUrgent = turn.Today >= calendar.AddWorkingDays(request.Facts.Dates.From, -options.UrgentDays);
        Step = request.WaitsSince is { } since
            ? Escalation.Of(since, request.Facts.Dates.From, calendar, options).StepAt(turn.Now)
            : EscalationStep.None;
    }

    /// <summary>The request.</summary>
    public LogoRequest Request { get; }

    /// <summary>True when the event is near.</summary>
    public bool IsUrgent { get; }

    /// <summary>How far its escalation has come.</summary>
    public EscalationStep Step { get; }

    /// <summary>True when it has waited longer than it should.</summary>
    public bool IsLate => Step != EscalationStep.None;
}
