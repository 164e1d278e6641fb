using System.Globalization;

namespace Ruhani.Bot.Dialogs.Slots;

internal static class DaySlots
{
    public static SlotReading Date(string text, SlotDefinition slot, DateOnly today) => DateOnly.TryParseExact(
        text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new SlotReading.Filled(new SlotValue.Date(day))
        : new SlotReading.NoAnswer("slots.expected-date");

    public static SlotReading Time(string text) => new SlotReading.NoAnswer("slots.expected-time");

    public static SlotReading Moment(string text, SlotDefinition slot, DateTimeOffset now, SlotValue? collected) =>
        new SlotReading.NoAnswer("slots.expected-moment");

    public static SlotReading Period(string text, SlotDefinition slot, DateOnly today) =>
        new SlotReading.NoAnswer("slots.expected-period");
}

internal static class PhoneSlots
{
    public static SlotReading Read(string text) => new SlotReading.Filled(new SlotValue.Phone(text));

    public static string Show(string number) => number;
}

internal static class NumberSlots
{
    public static SlotReading Read(string text, SlotDefinition slot) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new SlotReading.Filled(new SlotValue.Number(number))
        : new SlotReading.NoAnswer("slots.expected-number");
}
