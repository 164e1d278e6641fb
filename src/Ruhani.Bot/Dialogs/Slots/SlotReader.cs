using Ruhani.Bot.Activities;
using Ruhani.Bot.Linguistics.Answers;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Reads answers: what a person typed, sent or pressed, as the kind of value the slot holds.</summary>
public sealed class SlotReader(VerbCatalog verbs, IFileKeeper files)
{
    private const int DefaultTextLength = 1000;
    private const string IinRefusal = "slots.no-iin";

    /// <summary>Reads the turn's activity as the answer.</summary>
    public async ValueTask<SlotReading> ReadAsync(
        Turn turn, DialogDefinition dialog, SlotDefinition slot, CancellationToken cancellationToken)
    {
        switch (turn.Activity)
        {
            case TextActivity text:
                return await ReadTextAsync(turn, dialog, slot, text.Text.Trim(), cancellationToken)
                    .ConfigureAwait(false);
            case FileActivity or PhotoActivity or VoiceActivity when slot.Type == SlotType.Files:
                return await FileSlots.ReadAsync(slot, turn.Form?.Collected, turn.Activity, files, cancellationToken)
                    .ConfigureAwait(false);
            case FileActivity { Caption: { Length: > 0 } caption } when slot.Type == SlotType.Text:
                return ReadWords(slot, caption.Trim());
            case ContactActivity contact when slot.Type == SlotType.Phone:
                return PhoneSlots.ReadContact(contact.Phone);
            case LocationActivity location when slot.Type == SlotType.Place:
                return new SlotReading.Filled(new SlotValue.Place(null, location.Latitude, location.Longitude));
            default:
                return Expected(slot);
        }
    }

    /// <summary>Reads a text as the answer, without a list of options to look it up in.</summary>
    public static SlotReading ReadWords(SlotDefinition slot, string text) => slot.Type switch
    {
        _ when HasIin(text) => new SlotReading.Wrong(IinRefusal),
        SlotType.Text => WordSlots.Text(text, slot.Min ?? 1, slot.Max ?? DefaultTextLength),
        SlotType.Place => WordSlots.Place(text, slot.Min ?? 2, slot.Max ?? DefaultTextLength),
        SlotType.Person => WordSlots.Person(text),
        _ => Expected(slot),
    };

    /// <summary>Whether a text holds an individual identification number, which no answer may.</summary>
    public static bool HasIin(string text) => IinDetector.Contains(text);

    /// <summary>Reads what a pressed option carries.</summary>
    /// <returns>Null when the option is gone.</returns>
    public async ValueTask<SlotReading?> PickAsync(
        Turn turn, DialogDefinition dialog, SlotDefinition slot, string code, CancellationToken cancellationToken)
    {
        if (slot.Type is not (SlotType.Choice or SlotType.Choices or SlotType.Event))
        {
            return SlotCode.Read(slot.Type, code) is not { } value ? null
                : slot.Type == SlotType.Moment ? MomentSlots.Pick(slot, value, turn.LocalNow)
                : new SlotReading.Filled(value);
        }

        var options = await OptionsAsync(turn, dialog, slot, cancellationToken).ConfigureAwait(false);
        return options.FirstOrDefault(option => option.Id == code) is not { } picked ? null : slot.Type switch
        {
            SlotType.Choice => new SlotReading.Filled(new SlotValue.Choice(code)),
            SlotType.Event => new SlotReading.Filled(new SlotValue.Event(code, picked.Label)),
            _ => new SlotReading.Partial(ChoiceSlots.Toggle(Picked(turn, slot), code, options)),
        };
    }

    /// <summary>What was picked or collected, as the answer.</summary>
    public static SlotReading Complete(SlotDefinition slot, SlotValue collected)
    {
        var count = collected switch
        {
            SlotValue.Choices choices => choices.Options.Count,
            SlotValue.Files files => files.Items.Count,
            _ => 1,
        };
        var least = slot.Min ?? (slot.IsOptional ? 0 : 1);
        return count >= least
            ? new SlotReading.Filled(collected)
            : new SlotReading.Wrong("slots.too-few", TextArguments.Of(("min", least), ("count", least)));
    }

    /// <summary>
    /// The options a question offers: the file's, the feature's, or yes and no; empty for other kinds.
    /// </summary>
    public async ValueTask<IReadOnlyList<SlotOption>> OptionsAsync(
        Turn turn, DialogDefinition dialog, SlotDefinition slot, CancellationToken cancellationToken)
    {
        if (slot.Type == SlotType.YesNo)
        {
            return [new SlotOption("yes", turn.Label("form.yes")), new SlotOption("no", turn.Label("form.no"))];
        }

        return slot.From is { } source
            ? await verbs.FindOptions(source)!.List(turn, cancellationToken).ConfigureAwait(false)
            : [.. slot.Options.Select(option => new SlotOption(option, turn.Label($"{dialog.Name}.{option}")))];
    }

    private async ValueTask<SlotReading> ReadTextAsync(
        Turn turn, DialogDefinition dialog, SlotDefinition slot, string text, CancellationToken cancellationToken)
    {
        if (HasIin(text))
        {
            return new SlotReading.Wrong(IinRefusal);
        }

        var today = turn.Today;
        switch (slot.Type)
        {
            case SlotType.Choice or SlotType.Choices or SlotType.Event:
                var options = await OptionsAsync(turn, dialog, slot, cancellationToken).ConfigureAwait(false);
                return slot.Type switch
                {
                    SlotType.Choice => ChoiceSlots.One(text, options),
                    SlotType.Event => ChoiceSlots.Event(text, options),
                    _ => ChoiceSlots.Several(text, options, Picked(turn, slot)),
                };
            case SlotType.YesNo:
                return ChoiceSlots.YesNo(text);
            case SlotType.Number:
                return NumberSlots.Read(text, slot);
            case SlotType.Date:
                return DateSlots.Date(text, slot, today);
            case SlotType.Time:
                return DateSlots.Time(text);
            case SlotType.Moment:
                return MomentSlots.Read(text, slot, turn.LocalNow, turn.Form?.Collected);
            case SlotType.Period:
                return PeriodSlots.Read(text, slot, today, turn.Form?.Collected);
            case SlotType.Phone:
                return PhoneSlots.Read(text);
            case SlotType.Files when slot.NoLinks:
                return Expected(slot);
            case SlotType.Files:
                return FileSlots.ReadLink(slot, turn.Form?.Collected, text);
            default:
                return ReadWords(slot, text);
        }
    }

    // What was picked already, or was answered before and is now being changed.
    private static IReadOnlyList<string> Picked(Turn turn, SlotDefinition slot) =>
        (turn.Form?.Collected as SlotValue.Choices ?? turn.Answers.Find<SlotValue.Choices>(slot.Name))?.Options ?? [];

    private static SlotReading.NoAnswer Expected(SlotDefinition slot) => new(slot.Type switch
    {
        SlotType.Choice => "slots.expected-choice",
        SlotType.Choices => "slots.expected-choices",
        SlotType.YesNo => "slots.expected-yes-no",
        SlotType.Number => "slots.expected-number",
        SlotType.Date => "slots.expected-date",
        SlotType.Time => "slots.expected-time",
        SlotType.Moment => "slots.expected-moment",
        SlotType.Period => "slots.expected-period",
        SlotType.Phone => "slots.expected-phone",
        SlotType.Person => "slots.expected-person",
        SlotType.Place => "slots.expected-place",
        SlotType.Files when slot.NoLinks => "slots.expected-file-itself",
        SlotType.Files => "slots.expected-file",
        SlotType.Event => "slots.expected-event",
        _ => "slots.expected-text",
    });
}
