using Ruhani.Bot.Linguistics.Answers;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Reads whole numbers within the bounds of the question; nothing is counted below zero.</summary>
internal static class NumberSlots
{
    public static SlotReading Read(string text, SlotDefinition slot) => NumberReader.Read(text) switch
    {
        NumberReading.Found { Value: var number } => Within(number, slot.Min ?? 0, slot.Max),
        NumberReading.Refused { Fault: NumberFault.NotWhole } => new SlotReading.Wrong("slots.not-whole"),
        NumberReading.Refused { Fault: NumberFault.Several } => new SlotReading.Wrong("slots.several-numbers"),
        NumberReading.Refused { Fault: NumberFault.TooLarge } when slot.Max is { } most => TooLarge(most),
        _ => new SlotReading.NoAnswer("slots.expected-number"),
    };

    private static SlotReading Within(long number, int least, int? most) =>
        number < least ? new SlotReading.Wrong("slots.too-small", TextArguments.Of(("min", least)))
        : number > most ? TooLarge(most.Value)
        : new SlotReading.Filled(new SlotValue.Number(number));

    private static SlotReading.Wrong TooLarge(int most) => new("slots.too-large", TextArguments.Of(("max", most)));
}
