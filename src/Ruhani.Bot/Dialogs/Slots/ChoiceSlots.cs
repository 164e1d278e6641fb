using System.Globalization;
using Ruhani.Bot.Linguistics.Answers;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Reads picked options: by number, several numbers, words, or the beginning of a word.</summary>
internal static class ChoiceSlots
{
    // Shorter beginnings fit too many labels by accident.
    private const int ShortestBeginning = 3;
    private static readonly char[] Separators = [',', ';', ' ', '.', '\n', '+'];

    public static SlotReading One(string text, IReadOnlyList<SlotOption> options) => Find(text, options) is { } option
        ? new SlotReading.Filled(new SlotValue.Choice(option.Id))
        : new SlotReading.NoAnswer("slots.expected-choice");

    public static SlotReading Event(string text, IReadOnlyList<SlotOption> events) => Find(text, events) is { } one
        ? new SlotReading.Filled(new SlotValue.Event(one.Id, one.Label))
        : new SlotReading.NoAnswer("slots.expected-event");

    public static SlotReading Several(
        string text, IReadOnlyList<SlotOption> options, IReadOnlyList<string> picked)
    {
        var found = new List<string>();
        if (Find(text, options) is { } one)
        {
            found.Add(one.Id);
        }
        else
        {
            var parts = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            foreach (var part in parts.All(part => part.All(char.IsAsciiDigit)) ? parts : text.Split(
                [',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (Find(part, options) is not { } option)
                {
                    return new SlotReading.NoAnswer("slots.expected-choices");
                }

                found.Add(option.Id);
            }
        }

        var all = picked.Concat(found).ToHashSet(StringComparer.Ordinal);
        return found.Count == 0
            ? new SlotReading.NoAnswer("slots.expected-choices")
            : new SlotReading.Partial(new SlotValue.Choices(
                [.. options.Select(option => option.Id).Where(all.Contains)]));
    }

    public static SlotValue.Choices Toggle(
        IReadOnlyList<string> picked, string option, IReadOnlyList<SlotOption> options) => new(
        [
            .. options.Select(one => one.Id)
                .Where(id => id == option ? !picked.Contains(id) : picked.Contains(id)),
        ]);

    public static SlotReading YesNo(string text) => YesNoReader.Read(text) switch
    {
        Linguistics.Answers.YesNo.Yes => new SlotReading.Filled(new SlotValue.YesNo(true)),
        Linguistics.Answers.YesNo.No => new SlotReading.Filled(new SlotValue.YesNo(false)),
        _ => new SlotReading.NoAnswer("slots.expected-yes-no"),
    };

    private static SlotOption? Find(string text, IReadOnlyList<SlotOption> options)
    {
        if (int.TryParse(text.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= options.Count)
        {
            return options[number - 1];
        }

        var key = PhraseBook.Key(text);
        if (key.Length == 0)
        {
            return null;
        }

        if (options.FirstOrDefault(option => PhraseBook.Key(option.Label) == key) is { } exact)
        {
            return exact;
        }

        var begun = key.Length < ShortestBeginning
            ? []
            : options.Where(option => Begins(PhraseBook.Key(option.Label), key)).ToList();
        return begun.Count == 1 ? begun[0] : null;
    }

    // The words may begin within the label: «Шымкент» is «Город Шымкент».
    private static bool Begins(string label, string key) => label.StartsWith(key, StringComparison.Ordinal)
        || label.Contains(" " + key, StringComparison.Ordinal);
}
