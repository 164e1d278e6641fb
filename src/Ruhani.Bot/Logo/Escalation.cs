using Ruhani.Bot.Office;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Logo;

/// <summary>Who has to hear of a request that waits.</summary>
public enum EscalationStep
{
    /// <summary>Nobody yet.</summary>
    None,

    /// <summary>The approver, again; the deputy when the approver is absent.</summary>
    Remind,

    /// <summary>The deputy.</summary>
    Deputy,

    /// <summary>The head.</summary>
    Head,
}

/// <summary>When a request that nobody decides goes on to the next person.</summary>
/// <param name="RemindAt">When the approver is reminded.</param>
/// <param name="DeputyAt">When the deputy is asked; not before <paramref name="RemindAt"/>.</param>
/// <param name="HeadAt">When the head is told; not before <paramref name="DeputyAt"/>.</param>
/// <param name="IsUrgent">True when the event is so near that the request goes before the others.</param>
public sealed record Escalation(
    DateTimeOffset RemindAt, DateTimeOffset DeputyAt, DateTimeOffset HeadAt, bool IsUrgent)
{
    /// <summary>
    /// Counts the moments. Each is its term of working days after the submission, but never later than a quarter, a
    /// half and three quarters of the office's hours that are left before the event: what is asked the day before
    /// reaches the head on that day. When no hour is left, all are due at once, at the next opening.
    /// </summary>
    /// <param name="submittedAt">When it was submitted, last.</param>
    /// <param name="eventBegins">The event's first day.</param>
    /// <param name="calendar">When the office works.</param>
    /// <param name="options">The terms.</param>
    public static Escalation Of(
        DateTimeOffset submittedAt, DateOnly eventBegins, WorkingCalendar calendar, LogoOptions options)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(options);
        var begin = calendar.NextOpening(submittedAt);
        var left = calendar.WorkingTimeBetween(begin, KazakhstanTime.At(eventBegins, TimeOnly.MinValue));
        var urgentFrom = calendar.AddWorkingDays(eventBegins, -options.UrgentDays);
        return new Escalation(
            At(options.RemindAfterDays, 0.25),
            At(options.DeputyAfterDays, 0.5),
            At(options.HeadAfterDays, 0.75),
            KazakhstanTime.DayOf(submittedAt) >= urgentFrom);

        DateTimeOffset At(int days, double share)
        {
            var term = calendar.Deadline(begin, days);
            var before = calendar.AddWorkingTime(begin, WholeMinutes(left * share));
            return before < term ? before : term;
        }
    }

    /// <summary>How far it has come at a moment.</summary>
    public EscalationStep StepAt(DateTimeOffset now) =>
        now >= HeadAt ? EscalationStep.Head
        : now >= DeputyAt ? EscalationStep.Deputy
        : now >= RemindAt ? EscalationStep.Remind
        : EscalationStep.None;

    private static TimeSpan WholeMinutes(TimeSpan time) => TimeSpan.FromMinutes(Math.Floor(time.TotalMinutes));
}
