using Ruhani.Bot.Linguistics.When;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Reads days and times of day, within the bounds of the question.</summary>
internal static class DateSlots
{
    public const int MostMeanings = 3;

    public static SlotReading Date(string text, SlotDefinition slot, DateOnly today) =>
        DateReader.Read(text, today, IsBehind(slot)) switch
        {
            DateReading.Found { Date: var day } => Within(slot, day, today),
            DateReading.Ambiguous { Dates: var days } => Which(slot, days, today),
            DateReading.Invalid why => Wrong(why),
            _ => new SlotReading.NoAnswer("slots.expected-date"),
        };

    public static SlotReading Time(string text) => TimeReader.Read(text) switch
    {
        TimeReading.Found { Time: var time } => new SlotReading.Filled(new SlotValue.Time(time)),
        TimeReading.Ambiguous { Times: var times } => new SlotReading.Which(
            [.. times.Take(MostMeanings).Select(time => new SlotValue.Time(time))]),
        TimeReading.Invalid why => Wrong(why),
        _ => new SlotReading.NoAnswer("slots.expected-time"),
    };

    /// <summary>What is wrong with a day for the question; null when it is within its bounds.</summary>
    public static SlotReading.Wrong? Fault(SlotDefinition slot, DateOnly day, DateOnly today)
    {
        if (slot.NotPast && day < today)
        {
            return new SlotReading.Wrong("slots.past");
        }

        if (IsBehind(slot) && day > today)
        {
            return new SlotReading.Wrong("slots.ahead");
        }

        return slot.WithinDays is { } days && day.DayNumber - today.DayNumber > days
            ? new SlotReading.Wrong("slots.too-far", TextArguments.Of(("max", days), ("count", days)))
            : null;
    }

    /// <summary>No calendar has the day.</summary>
    public static SlotReading.Wrong Wrong(DateReading.Invalid why) => new(
        why.Fault switch
        {
            DateFault.Day => "slots.bad-day",
            DateFault.Month => "slots.bad-month",
            DateFault.Year => "slots.bad-year",
            DateFault.DayOfMonth => "slots.bad-day-of-month",
            DateFault.DayOfYear => "slots.bad-day-of-year",
            _ => "slots.bad-weekday",
        },
        TextArguments.Of(("value", why.As)));

    /// <summary>No clock shows the time.</summary>
    public static SlotReading.Wrong Wrong(TimeReading.Invalid why) => new(
        why.Fault == TimeFault.Hour ? "slots.bad-hour" : "slots.bad-minute", TextArguments.Of(("value", why.As)));

    /// <summary>One of several days, of those within the question's bounds.</summary>
    public static SlotReading Which(SlotDefinition slot, IReadOnlyList<DateOnly> days, DateOnly today)
    {
        var fitting = days.Where(day => Fault(slot, day, today) is null).Take(MostMeanings).ToList();
        return fitting.Count switch
        {
            0 => Fault(slot, days[0], today)!,
            1 => new SlotReading.Filled(new SlotValue.Date(fitting[0])),
            _ => new SlotReading.Which([.. fitting.Select(day => new SlotValue.Date(day))]),
        };
    }

    private static SlotReading Within(SlotDefinition slot, DateOnly day, DateOnly today) =>
        (SlotReading?)Fault(slot, day, today) ?? new SlotReading.Filled(new SlotValue.Date(day));

    // A question that takes nothing ahead asks for what has been: a day without a year lies behind.
    private static bool IsBehind(SlotDefinition slot) => slot.WithinDays == 0 && !slot.NotPast;
}
