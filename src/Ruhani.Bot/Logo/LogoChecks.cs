using Ruhani.Bot.Office;

namespace Ruhani.Bot.Logo;

/// <summary>
/// Looks a request over: what hinders its submission, and what the approver should see before deciding. Finds, never
/// decides.
/// </summary>
public static class LogoChecks
{
    private const int LongestDays = 366;

    /// <summary>No ground is older than the programme.</summary>
    public static readonly DateOnly Oldest = new(2017, 4, 12);

    /// <summary>What hinders a submission.</summary>
    /// <param name="facts">What is asked for.</param>
    /// <param name="today">The day: no ground is dated after it.</param>
    public static IReadOnlyList<LogoFinding> Blocking(LogoFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var found = new List<LogoFinding>();
        Need(LogoField.Title, facts.TitleKazakh, facts.TitleRussian);
        Need(LogoField.Place, facts.Place);
        Need(LogoField.Organiser, facts.Organiser);
        Need(LogoField.Contact, facts.ContactName, facts.ContactPhone);
        if (facts.Materials.Count == 0)
        {
            found.Add(new LogoFinding.Missing(LogoField.Materials));
        }

        if (facts.Dates.To < facts.Dates.From)
        {
            found.Add(new LogoFinding.Backwards());
        }
        else if (facts.Dates.To.DayNumber - facts.Dates.From.DayNumber >= LongestDays)
        {
            found.Add(new LogoFinding.TooLong());
        }

        if (!IsComplete(facts.Ground, today))
        {
            found.Add(new LogoFinding.GroundIncomplete());
        }

        return found;

        void Need(LogoField field, params string[] texts)
        {
            if (texts.Any(string.IsNullOrWhiteSpace))
            {
                found.Add(new LogoFinding.Missing(field));
            }
        }
    }

    /// <summary>What the approver should look at.</summary>
    /// <param name="facts">What is asked for.</param>
    /// <param name="today">The day.</param>
    /// <param name="sameEvent">Other living requests for what seems to be the same event.</param>
    /// <param name="calendar">When the office works.</param>
    /// <param name="options">From when on an event is near.</param>
    public static IReadOnlyList<LogoFinding> Findings(
        LogoFacts facts,
        DateOnly today,
        IEnumerable<LogoRequest> sameEvent,
        WorkingCalendar calendar,
        LogoOptions options)
    {
        ArgumentNullException.ThrowIfNull(sameEvent);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(options);
        var found = Blocking(facts, today).ToList();
        if (facts.Ground is LogoGround.Plan plan && !plan.Period.Covers(facts.Dates))
        {
            found.Add(new LogoFinding.PlanDoesNotCover(plan.Period, facts.Dates));
        }

        if (facts.Ground is LogoGround.Agreement { Letter: null })
        {
            found.Add(new LogoFinding.LetterMissing());
        }

        if (facts.MockUps.Count == 0)
        {
            found.Add(new LogoFinding.MockUpMissing());
        }

        if (facts.Dates.To < today)
        {
            found.Add(new LogoFinding.EventPassed(facts.Dates.To));
        }
        else if (today >= calendar.AddWorkingDays(facts.Dates.From, -options.UrgentDays))
        {
            found.Add(new LogoFinding.EventNear(facts.Dates.From));
        }

        found.AddRange(sameEvent.Where(other => other.Number is not null)
            .Select(other => new LogoFinding.SameEvent(other.Number!, other.State)));
        return found;
    }

    // No ground is older than the programme, and none is dated tomorrow.
    private static bool IsComplete(LogoGround ground, DateOnly today) => ground switch
    {
        LogoGround.Plan plan => Says(plan.Name) && Says(plan.Item) && plan.Period.From <= plan.Period.To,
        LogoGround.Instruction one => Says(one.Number) && one.Date >= Oldest && one.Date <= today,
        LogoGround.Agreement letter => Says(letter.Number) && letter.Date >= Oldest && letter.Date <= today,
        _ => true,
    };

    private static bool Says(string? text) => !string.IsNullOrWhiteSpace(text);
}
