using Ruhani.Bot.Content;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Loading;

/// <summary>Reads <c>slots</c>: what a form asks for.</summary>
internal static class SlotsFile
{
    private const int MostCharacters = 3500;

    private static readonly Dictionary<string, SlotType> Types = new(StringComparer.Ordinal)
    {
        ["text"] = SlotType.Text,
        ["choice"] = SlotType.Choice,
        ["choices"] = SlotType.Choices,
        ["yes_no"] = SlotType.YesNo,
        ["number"] = SlotType.Number,
        ["date"] = SlotType.Date,
        ["time"] = SlotType.Time,
        ["moment"] = SlotType.Moment,
        ["period"] = SlotType.Period,
        ["phone"] = SlotType.Phone,
        ["person"] = SlotType.Person,
        ["place"] = SlotType.Place,
        ["files"] = SlotType.Files,
        ["event"] = SlotType.Event,
    };

    public static IReadOnlyList<SlotDefinition> Read(
        ContentNode node, string dialog, TextCatalog texts, VerbCatalog verbs) =>
        [.. node.Fields().Select(pair => ReadOne(pair.Key, pair.Value, dialog, texts, verbs)).OfType<SlotDefinition>()];

    private static SlotDefinition? ReadOne(
        string name, ContentNode node, string dialog, TextCatalog texts, VerbCatalog verbs)
    {
        var fields = node.Fields(
            "type", "optional", "min", "max", "options", "from", "not_past", "within_days", "default", "check",
            "no_links");
        var typeName = node.Required(fields, "type")?.Text();
        if (typeName is null || !Types.TryGetValue(typeName, out var type))
        {
            node.Report($"there is no type '{typeName}'; known are: {string.Join(", ", Types.Keys)}");
            return null;
        }

        if (!DialogLoader.NamePattern().IsMatch(name))
        {
            node.Report($"the slot '{name}' should be lower-case letters, digits and '_', 12 at most");
        }

        if (!texts.Has($"{dialog}.{name}-label"))
        {
            node.Report($"there is no text '{dialog}.{name}-label' to name the answer by");
        }

        var slot = new SlotDefinition
        {
            Name = name,
            Type = type,
            IsOptional = DialogLoader.Flag(fields, "optional"),
            Min = Number(fields, "min"),
            Max = Number(fields, "max"),
            Options = fields.TryGetValue("options", out var options) ? options.Texts() : [],
            From = Text(fields, "from"),
            NotPast = DialogLoader.Flag(fields, "not_past"),
            WithinDays = Number(fields, "within_days"),
            Default = Text(fields, "default"),
            Check = Text(fields, "check"),
            NoLinks = DialogLoader.Flag(fields, "no_links"),
        };
        CheckChoice(slot, node, dialog, texts, verbs);
        CheckBounds(slot, node, verbs);
        return slot;
    }

    private static void CheckChoice(
        SlotDefinition slot, ContentNode node, string dialog, TextCatalog texts, VerbCatalog verbs)
    {
        var isChoice = slot.Type is SlotType.Choice or SlotType.Choices;
        if (slot.Type == SlotType.Event)
        {
            if (slot.From is null || slot.Options.Count > 0)
            {
                node.Report("an event needs 'from': the feature that knows the events");
            }
        }
        else if (isChoice != (slot.Options.Count > 0 || slot.From is not null))
        {
            node.Report(isChoice ? "a choice needs 'options' or 'from'" : "only a choice has 'options' or 'from'");
        }

        if (slot.Options.Count > 0 && slot.From is not null)
        {
            node.Report("a choice has either 'options' or 'from'");
        }

        foreach (var option in slot.Options)
        {
            if (!DialogLoader.NamePattern().IsMatch(option))
            {
                node.Report($"the option '{option}' should be lower-case letters, digits and '_', 12 at most");
            }

            if (!texts.Has($"{dialog}.{option}"))
            {
                node.Report($"there is no text '{dialog}.{option}' to label the option '{option}'");
            }
        }

        if (slot.From is { } from && verbs.FindOptions(from) is null)
        {
            node.Report($"there are no options '{from}'; known are: {string.Join(", ", verbs.OptionNames)}");
        }
    }

    private static void CheckBounds(SlotDefinition slot, ContentNode node, VerbCatalog verbs)
    {
        if (slot.Min > slot.Max)
        {
            node.Report($"'min' ({slot.Min}) is more than 'max' ({slot.Max})");
        }

        if (slot.Type == SlotType.Text && slot.Max > MostCharacters)
        {
            node.Report($"'max' of a text is {MostCharacters} at most: a message holds no more");
        }

        if ((slot.NotPast || slot.WithinDays is not null)
            && slot.Type is not (SlotType.Date or SlotType.Moment or SlotType.Period))
        {
            node.Report("only a date, a moment or a period has 'not_past' or 'within_days'");
        }

        if (slot.NoLinks && slot.Type != SlotType.Files)
        {
            node.Report("only files have 'no_links'");
        }

        if (slot.Default is { } initial && (SlotCode.Read(slot.Type, initial) is not { } value
            || !SlotKinds.Takes(slot, value)))
        {
            node.Report($"the default '{initial}' is no answer to this question");
        }

        if (slot.Check is { } check && verbs.FindCheck(check) is null)
        {
            node.Report($"there is no check '{check}'; known are: {string.Join(", ", verbs.CheckNames)}");
        }
    }

    private static int? Number(IReadOnlyDictionary<string, ContentNode> fields, string key) =>
        fields.TryGetValue(key, out var node) ? node.Number(0, 1_000_000_000) : null;

    private static string? Text(IReadOnlyDictionary<string, ContentNode> fields, string key) =>
        fields.TryGetValue(key, out var node) ? node.Text() : null;
}
