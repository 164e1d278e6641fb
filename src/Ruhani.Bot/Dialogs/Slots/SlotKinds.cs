namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Which values a slot may hold.</summary>
public static class SlotKinds
{
    /// <summary>True when a value is of the slot's kind and, for a listed choice, still one of its options.</summary>
    public static bool Takes(SlotDefinition slot, SlotValue value) => (slot.Type, value) switch
    {
        (_, SlotValue.Nothing) => slot.IsOptional,
        (SlotType.Text, SlotValue.Text) => true,
        (SlotType.Choice, SlotValue.Choice choice) => IsListed(slot, choice.Option),
        (SlotType.Choices, SlotValue.Choices choices) => choices.Options.All(option => IsListed(slot, option)),
        (SlotType.YesNo, SlotValue.YesNo) => true,
        (SlotType.Number, SlotValue.Number) => true,
        (SlotType.Date, SlotValue.Date) => true,
        (SlotType.Time, SlotValue.Time) => true,
        (SlotType.Moment, SlotValue.Moment) => true,
        (SlotType.Period, SlotValue.Period) => true,
        (SlotType.Phone, SlotValue.Phone) => true,
        (SlotType.Person, SlotValue.FullName) => true,
        (SlotType.Place, SlotValue.Place) => true,
        (SlotType.Files, SlotValue.Files) => true,
        (SlotType.Event, SlotValue.Event) => true,
        _ => false,
    };

    private static bool IsListed(SlotDefinition slot, string option) =>
        slot.Options.Count == 0 || slot.Options.Contains(option);
}
