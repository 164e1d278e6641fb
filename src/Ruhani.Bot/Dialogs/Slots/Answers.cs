namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>What was answered so far, by slot. Immutable; every change makes a new one.</summary>
public sealed class Answers(IReadOnlyDictionary<string, SlotValue> values)
{
    /// <summary>No answers.</summary>
    public static Answers None { get; } = new(new Dictionary<string, SlotValue>(StringComparer.Ordinal));

    /// <summary>The values by slot.</summary>
    public IReadOnlyDictionary<string, SlotValue> Values { get; } = values;

    /// <summary>How many there are.</summary>
    public int Count => Values.Count;

    /// <summary>True when nothing but skipped questions is lost with them.</summary>
    public bool IsEmpty => Values.Values.All(value => value is SlotValue.Nothing);

    /// <summary>The answer to a slot; null when it was not answered yet.</summary>
    public SlotValue? Find(string slot) => Values.GetValueOrDefault(slot);

    /// <summary>The answer to a slot as a kind; null when there is none of that kind.</summary>
    public T? Find<T>(string slot)
        where T : SlotValue => Values.GetValueOrDefault(slot) as T;

    /// <summary>The words of a text, name, place or option; null when there are none.</summary>
    public string? Words(string slot) => Find(slot) switch
    {
        SlotValue.Text text => text.Words,
        SlotValue.Choice choice => choice.Option,
        SlotValue.FullName person => person.Name,
        SlotValue.Phone phone => phone.Digits,
        SlotValue.Place place => place.Words,
        _ => null,
    };

    /// <summary>The day of a date; null when there is none.</summary>
    public DateOnly? Day(string slot) => Find<SlotValue.Date>(slot)?.Day;

    /// <summary>With another answer to a slot.</summary>
    public Answers With(string slot, SlotValue value) =>
        new(new Dictionary<string, SlotValue>(Values, StringComparer.Ordinal) { [slot] = value });

    /// <summary>Without the answer to a slot.</summary>
    public Answers Without(string slot)
    {
        var values = new Dictionary<string, SlotValue>(Values, StringComparer.Ordinal);
        values.Remove(slot);
        return new Answers(values);
    }
}
