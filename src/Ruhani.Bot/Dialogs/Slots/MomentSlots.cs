using Ruhani.Bot.Linguistics.When;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Reads a day and a time, together or one after the other.</summary>
internal static class MomentSlots
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="slot">The question.</param>
    /// <param name="now">The moment by Kazakhstan's clock.</param>
    /// <param name="collected">The day or the time that was given before.</param>
    public static SlotReading Read(string text, SlotDefinition slot, DateTimeOffset now, SlotValue? collected) =>
        MomentReader.Read(text, now) switch
        {
            MomentReading.Found { At: var at } => Within(slot, at.DateTime, now),
            MomentReading.Ambiguous { Moments: var moments } => OneOf(
                slot, [.. moments.Select(moment => moment.DateTime)], now),
            MomentReading.Past { At: var at } when at.TimeOfDay != TimeSpan.Zero || slot.NotPast =>
                Within(slot, at.DateTime, now),
            MomentReading.Past { At: var at } => Half(
                slot, [DateOnly.FromDateTime(at.DateTime)], Times(collected), now),
            MomentReading.MissingTime { Date: var date } => Half(slot, Days(date), Times(collected), now),
            MomentReading.MissingDate { Time: var time } => Half(slot, Days(collected), Times(time), now),
            MomentReading.InvalidDate { Why: var why } => DateSlots.Wrong(why),
            MomentReading.InvalidTime { Why: var why } => DateSlots.Wrong(why),
            _ => ReadRest(text, slot, now, collected),
        };

    /// <summary>What a pressed half is: a day still lacks its time.</summary>
    public static SlotReading Pick(SlotDefinition slot, SlotValue value, DateTimeOffset now) => value switch
    {
        SlotValue.Date { Day: var day } => Half(slot, [day], [], now),
        SlotValue.Time { At: var time } => Half(slot, [], [time], now),
        _ => new SlotReading.Filled(value),
    };

    // What is a time or a day only because the other half was given: «10», «25».
    private static SlotReading ReadRest(string text, SlotDefinition slot, DateTimeOffset now, SlotValue? collected)
    {
        var reading = collected switch
        {
            SlotValue.Date => TimeReader.Read(text) is TimeReading.Invalid why
                ? DateSlots.Wrong(why)
                : Half(slot, Days(collected), Times(TimeReader.Read(text)), now, needsBoth: true),
            SlotValue.Time => DateReader.Read(text, Today(now)) is DateReading.Invalid why
                ? DateSlots.Wrong(why)
                : Half(slot, Days(DateReader.Read(text, Today(now))), Times(collected), now, needsBoth: true),
            _ => null,
        };
        return reading ?? new SlotReading.NoAnswer(collected switch
        {
            SlotValue.Date => "slots.expected-time",
            SlotValue.Time => "slots.expected-date",
            _ => "slots.expected-moment",
        });
    }

    private static SlotReading Half(
        SlotDefinition slot, IReadOnlyList<DateOnly> days, IReadOnlyList<TimeOnly> times, DateTimeOffset now) =>
        Half(slot, days, times, now, needsBoth: false)!;

    private static SlotReading? Half(
        SlotDefinition slot,
        IReadOnlyList<DateOnly> days,
        IReadOnlyList<TimeOnly> times,
        DateTimeOffset now,
        bool needsBoth)
    {
        if (days.Count > 0 && times.Count > 0)
        {
            return OneOf(slot, [.. days.SelectMany(day => times.Select(day.ToDateTime))], now);
        }

        if (needsBoth)
        {
            return null;
        }

        if (times.Count > 0)
        {
            return times.Count == 1
                ? new SlotReading.Partial(new SlotValue.Time(times[0]), "slots.moment-needs-day")
                : new SlotReading.Which(
                    [.. times.Take(DateSlots.MostMeanings).Select(time => new SlotValue.Time(time))]);
        }

        return DateSlots.Which(slot, days, Today(now)) is SlotReading.Filled { Value: var day }
            ? new SlotReading.Partial(day, "slots.moment-needs-time")
            : DateSlots.Which(slot, days, Today(now));
    }

    private static SlotReading OneOf(SlotDefinition slot, IReadOnlyList<DateTime> moments, DateTimeOffset now)
    {
        var fitting = moments.Where(moment => Within(slot, moment, now) is SlotReading.Filled)
            .Take(DateSlots.MostMeanings).ToList();
        return fitting.Count > 1
            ? new SlotReading.Which([.. fitting.Select(Value)])
            : Within(slot, fitting.Count == 1 ? fitting[0] : moments[0], now);
    }

    private static SlotReading Within(SlotDefinition slot, DateTime moment, DateTimeOffset now) =>
        slot.NotPast && moment < now.DateTime.AddMinutes(-1)
            ? new SlotReading.Wrong("slots.past-moment")
            : (SlotReading?)DateSlots.Fault(slot, DateOnly.FromDateTime(moment), Today(now))
                ?? new SlotReading.Filled(Value(moment));

    private static SlotValue.Moment Value(DateTime moment) =>
        new(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));

    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.DateTime);

    private static IReadOnlyList<DateOnly> Days(SlotValue? collected) =>
        collected is SlotValue.Date { Day: var day } ? [day] : [];

    private static IReadOnlyList<TimeOnly> Times(SlotValue? collected) =>
        collected is SlotValue.Time { At: var time } ? [time] : [];

    private static IReadOnlyList<DateOnly> Days(DateReading reading) => reading switch
    {
        DateReading.Found { Date: var day } => [day],
        DateReading.Ambiguous { Dates: var days } => days,
        _ => [],
    };

    private static IReadOnlyList<TimeOnly> Times(TimeReading reading) => reading switch
    {
        TimeReading.Found { Time: var time } => [time],
        TimeReading.Ambiguous { Times: var times } => times,
        _ => [],
    };
}
