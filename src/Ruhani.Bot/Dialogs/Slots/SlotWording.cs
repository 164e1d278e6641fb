using System.Globalization;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Says answers back, in full, in the turn's language.</summary>
public sealed class SlotWording(SlotReader reader)
{
    /// <summary>The name of a slot as people read it: the text <c>dialog.slot-label</c>.</summary>
    public static string Label(Turn turn, DialogDefinition dialog, SlotDefinition slot) =>
        turn.Label($"{dialog.Name}.{slot.Name}-label");

    /// <summary>A value in words.</summary>
    public async ValueTask<string> SayAsync(
        Turn turn,
        DialogDefinition dialog,
        SlotDefinition slot,
        SlotValue value,
        CancellationToken cancellationToken)
    {
        switch (value)
        {
            case SlotValue.Choice choice:
                return (await LabelsAsync(turn, dialog, slot, [choice.Option], cancellationToken)
                    .ConfigureAwait(false))[0];
            case SlotValue.Choices choices:
                return string.Join(", ", await LabelsAsync(turn, dialog, slot, choices.Options, cancellationToken)
                    .ConfigureAwait(false));
            case SlotValue.Event one:
                // In the turn's language as long as it is known.
                var label = (await LabelsAsync(turn, dialog, slot, [one.Id], cancellationToken)
                    .ConfigureAwait(false))[0];
                return label == one.Id ? one.Name : label;
            case SlotValue.Nothing when turn.Content.Texts.Has($"{dialog.Name}.{slot.Name}-nothing"):
                return turn.Label($"{dialog.Name}.{slot.Name}-nothing");
            default:
                return Say(turn, value);
        }
    }

    private static string Say(Turn turn, SlotValue value) => value switch
    {
        SlotValue.Nothing => turn.Label("form.nothing"),
        SlotValue.Text text => text.Words,
        SlotValue.YesNo yesNo => turn.Label(yesNo.Yes ? "form.yes" : "form.no"),
        SlotValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        SlotValue.Date date => turn.Dates.Day(date.Day),
        SlotValue.Time time => turn.Dates.Time(time.At),
        SlotValue.Moment moment => turn.Dates.Moment(moment.Day, moment.At),
        SlotValue.Period period => turn.Dates.Period(period.From, period.To),
        SlotValue.Phone phone => PhoneSlots.Show(phone, turn.Label("slots.extension")),
        SlotValue.FullName person => person.Name,
        SlotValue.Place { Words: { } words } => words,
        SlotValue.Place place => string.Create(
            CultureInfo.InvariantCulture, $"{place.Latitude:0.#####}, {place.Longitude:0.#####}"),
        SlotValue.Files files => string.Join(", ", files.Items.Select(file => file.Name)),
        _ => throw new InvalidOperationException($"There is no wording of {value.GetType().Name}."),
    };

    private async ValueTask<IReadOnlyList<string>> LabelsAsync(
        Turn turn,
        DialogDefinition dialog,
        SlotDefinition slot,
        IReadOnlyList<string> options,
        CancellationToken cancellationToken)
    {
        var all = await reader.OptionsAsync(turn, dialog, slot, cancellationToken).ConfigureAwait(false);
        return [.. options.Select(id => all.FirstOrDefault(option => option.Id == id)?.Label ?? id)];
    }
}
