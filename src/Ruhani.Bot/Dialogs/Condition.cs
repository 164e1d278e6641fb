using Ruhani.Bot.Dialogs.Slots;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// What was answered, as an edge asks for it: each named slot must hold one of the listed values. A value is an option
/// of a choice, <c>yes</c> or <c>no</c>, <c>given</c> or <c>skipped</c>; so every condition can be compared with every
/// other when the dialogs are loaded.
/// </summary>
/// <param name="Slots">Slot to the values that satisfy it.</param>
public sealed record Condition(IReadOnlyDictionary<string, IReadOnlyList<string>> Slots)
{
    /// <summary>The value of an answer that was given but has no word of its own.</summary>
    public const string Given = "given";

    /// <summary>The value of a question that was skipped.</summary>
    public const string Skipped = "skipped";

    /// <summary>True when the answers satisfy it.</summary>
    public bool Holds(Answers answers) => Slots.All(
        pair => answers.Find(pair.Key) is { } value && Words(value).Any(pair.Value.Contains));

    /// <summary>True when some answers would satisfy both.</summary>
    public bool Overlaps(Condition other) => Slots.All(
        pair => !other.Slots.TryGetValue(pair.Key, out var theirs) || pair.Value.Any(theirs.Contains));

    private static IEnumerable<string> Words(SlotValue value) => value switch
    {
        SlotValue.Nothing => [Skipped],
        SlotValue.Choice choice => [choice.Option, Given],
        SlotValue.YesNo { Yes: true } => ["yes", Given],
        SlotValue.YesNo => ["no", Given],
        _ => [Given],
    };
}
