using Ruhani.Bot.Linguistics.When;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Reads periods, whose beginning may be given before their end.</summary>
internal static class PeriodSlots
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="slot">The question; its bounds are in days.</param>
    /// <param name="today">The day it was typed on.</param>
    /// <param name="collected">The beginning that was given before.</param>
    public static SlotReading Read(string text, SlotDefinition slot, DateOnly today, SlotValue? collected)
    {
        var from = (collected as SlotValue.Date)?.Day;
        return (PeriodReader.Read(text, today), from) switch
        {
            (PeriodReading.Found { From: var day, To: var to }, { } begin) when day == to =>
                Within(slot, begin, day, today),
            (PeriodReading.MissingBeginning { To: var to }, { } begin) => Within(slot, begin, to, today),
            (PeriodReading.Found found, _) => Within(slot, found.From, found.To, today),
            (PeriodReading.Ambiguous { Periods: var periods }, _) => OneOf(slot, periods, today),
            (PeriodReading.MissingEnd { From: var day }, _) => (SlotReading?)DateSlots.Fault(slot, day, today)
                ?? new SlotReading.Partial(new SlotValue.Date(day), "slots.period-needs-end"),
            (PeriodReading.MissingBeginning, _) => new SlotReading.Wrong("slots.period-needs-beginning"),
            (PeriodReading.Backwards, _) => new SlotReading.Wrong("slots.backwards"),
            (PeriodReading.Invalid { Why: var why }, _) => DateSlots.Wrong(why),
            _ => new SlotReading.NoAnswer("slots.expected-period"),
        };
    }

    private static SlotReading OneOf(
        SlotDefinition slot, IReadOnlyList<(DateOnly From, DateOnly To)> periods, DateOnly today)
    {
        var readings = periods.Select(period => Within(slot, period.From, period.To, today)).ToList();
        var fitting = readings.OfType<SlotReading.Filled>().Take(DateSlots.MostMeanings).ToList();
        return fitting.Count switch
        {
            0 => readings[0],
            1 => fitting[0],
            _ => new SlotReading.Which([.. fitting.Select(reading => reading.Value)]),
        };
    }

    private static SlotReading Within(SlotDefinition slot, DateOnly from, DateOnly to, DateOnly today)
    {
        if (to < from)
        {
            return new SlotReading.Wrong("slots.backwards");
        }

        var days = to.DayNumber - from.DayNumber + 1;
        if (slot.Max is { } most && days > most)
        {
            return new SlotReading.Wrong("slots.period-too-long", TextArguments.Of(("max", most), ("count", most)));
        }

        // A period that has begun is not past yet; how far off it may lie is said of its beginning.
        var ending = slot.NotPast ? DateSlots.Fault(slot with { WithinDays = null }, to, today) : null;
        return ending ?? DateSlots.Fault(slot with { NotPast = false }, from, today)
            ?? (SlotReading)new SlotReading.Filled(new SlotValue.Period(from, to));
    }
}
