using Ruhani.Bot.Linguistics.Answers;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Reads words: texts, places, names of people.</summary>
internal static class WordSlots
{
    public static SlotReading Text(string text, int min, int max) =>
        (SlotReading?)Bounds(text, min, max) ?? new SlotReading.Filled(new SlotValue.Text(text));

    public static SlotReading Place(string text, int min, int max) =>
        (SlotReading?)Bounds(text, min, max) ?? new SlotReading.Filled(new SlotValue.Place(text));

    public static SlotReading Person(string text) => PersonNameReader.Read(text) switch
    {
        PersonNameReading.Found { Name: var name } => new SlotReading.Filled(new SlotValue.FullName(name)),
        PersonNameReading.Refused { Fault: var fault } => fault switch
        {
            PersonNameFault.Digits or PersonNameFault.Symbols => new SlotReading.Wrong("slots.person-letters"),
            PersonNameFault.MixedScripts => new SlotReading.Wrong("slots.person-mixed"),
            PersonNameFault.TooManyParts or PersonNameFault.TooLong => new SlotReading.Wrong("slots.person-too-long"),
            _ => new SlotReading.NoAnswer("slots.expected-person"),
        },
        _ => new SlotReading.NoAnswer("slots.expected-person"),
    };

    private static SlotReading.Wrong? Bounds(string text, int min, int max)
    {
        if (PhraseBook.Key(text).Length == 0)
        {
            return new SlotReading.Wrong("slots.no-words");
        }

        if (text.Length < min)
        {
            return new SlotReading.Wrong("slots.too-short", TextArguments.Of(("min", min), ("count", min)));
        }

        return text.Length > max
            ? new SlotReading.Wrong(
                "slots.too-long", TextArguments.Of(("max", max), ("count", max), ("length", text.Length)))
            : null;
    }
}
