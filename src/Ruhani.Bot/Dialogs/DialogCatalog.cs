using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs;

/// <summary>All dialogs, checked. Immutable; a reload makes a new one.</summary>
public sealed class DialogCatalog
{
    private readonly FrozenDictionary<string, DialogDefinition> _byName;
    private readonly FrozenDictionary<string, DialogDefinition> _byCommand;
    private readonly FrozenDictionary<string, DialogDefinition> _byIntent;

    internal DialogCatalog(IReadOnlyList<DialogDefinition> dialogs)
    {
        Dialogs = dialogs;
        _byName = dialogs.ToFrozenDictionary(dialog => dialog.Name, StringComparer.Ordinal);
        _byCommand = dialogs.Where(dialog => dialog.StartsOn.Command is not null)
            .ToFrozenDictionary(dialog => dialog.StartsOn.Command!, StringComparer.Ordinal);
        _byIntent = dialogs.Where(dialog => dialog.StartsOn.Intent is not null)
            .ToFrozenDictionary(dialog => dialog.StartsOn.Intent!, StringComparer.Ordinal);
        FirstContact = dialogs.FirstOrDefault(dialog => dialog.StartsOn.FirstContact);
        Letter = dialogs.FirstOrDefault(dialog => dialog.StartsOn.Letter);
        AnyText = dialogs.FirstOrDefault(dialog => dialog.StartsOn.AnyText);
    }

    /// <summary>By name order.</summary>
    public IReadOnlyList<DialogDefinition> Dialogs { get; }

    /// <summary>The dialog that greets.</summary>
    public DialogDefinition? FirstContact { get; }

    /// <summary>The dialog that takes a message of a single letter.</summary>
    public DialogDefinition? Letter { get; }

    /// <summary>The dialog that takes any text.</summary>
    public DialogDefinition? AnyText { get; }

    /// <summary>A dialog by its name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out DialogDefinition? dialog) =>
        _byName.TryGetValue(name, out dialog);

    /// <summary>The dialog a command starts.</summary>
    public bool TryGetByCommand(string command, [NotNullWhen(true)] out DialogDefinition? dialog) =>
        _byCommand.TryGetValue(command, out dialog);

    /// <summary>The dialog a <c>dialog.*</c> entry starts.</summary>
    public bool TryGetByIntent(string entry, [NotNullWhen(true)] out DialogDefinition? dialog) =>
        _byIntent.TryGetValue(entry, out dialog);

    /// <summary>
    /// The dialogs the main menu offers: those with a title in <c>titles.yaml</c>, in that file's order.
    /// </summary>
    public IEnumerable<DialogDefinition> Menu(TextCatalog texts) => Dialogs
        .Where(dialog => texts.Has("titles." + dialog.Name)).OrderBy(dialog => texts.Order("titles." + dialog.Name));

    /// <summary>
    /// The commands in the order of the menu, which <c>commands.yaml</c> of the texts gives: a command without a
    /// description there is not shown.
    /// </summary>
    public IReadOnlyList<CommandText> Commands(TextCatalog texts, Language language) =>
    [
        .. Dialogs.Where(dialog => dialog.StartsOn.Command is { } name && texts.Has("commands." + name))
            .OrderBy(dialog => texts.Order("commands." + dialog.StartsOn.Command))
            .Select(dialog => new CommandText(
                dialog.StartsOn.Command!, texts.Label(language, "commands." + dialog.StartsOn.Command))),
    ];
}
