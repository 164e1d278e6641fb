using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs;

/// <summary>All dialogs, checked. Immutable; a reload makes a new one.</summary>
public sealed class DialogCatalog
{
    private readonly FrozenDictionary<string, DialogDefinition> _byName;
    private readonly FrozenDictionary<string, DialogEntry> _byCommand;
    private readonly FrozenDictionary<string, DialogEntry> _byIntent;

    internal DialogCatalog(IReadOnlyList<DialogDefinition> dialogs)
    {
        Dialogs = dialogs;
        _byName = dialogs.ToFrozenDictionary(dialog => dialog.Name, StringComparer.Ordinal);
        var starts = dialogs
            .SelectMany(dialog => dialog.StartsOn.Select(start => (Start: start, Entry: Entry(dialog, start))))
            .ToList();
        _byCommand = starts.Where(pair => pair.Start.Command is not null)
            .ToFrozenDictionary(pair => pair.Start.Command!, pair => pair.Entry, StringComparer.Ordinal);
        _byIntent = starts.Where(pair => pair.Start.Intent is not null)
            .ToFrozenDictionary(pair => pair.Start.Intent!, pair => pair.Entry, StringComparer.Ordinal);
        FirstContact = starts.FirstOrDefault(pair => pair.Start.FirstContact).Entry;
        Letter = starts.FirstOrDefault(pair => pair.Start.Letter).Entry;
        Number = starts.FirstOrDefault(pair => pair.Start.Number).Entry;
        AnyText = starts.FirstOrDefault(pair => pair.Start.AnyText).Entry?.Dialog;
    }

    /// <summary>By name order.</summary>
    public IReadOnlyList<DialogDefinition> Dialogs { get; }

    /// <summary>The dialog that greets.</summary>
    public DialogEntry? FirstContact { get; }

    /// <summary>The dialog that takes a message of a single letter.</summary>
    public DialogEntry? Letter { get; }

    /// <summary>The dialog that takes a request's number, or a picture of its code.</summary>
    public DialogEntry? Number { get; }

    /// <summary>The dialog that takes any text.</summary>
    public DialogDefinition? AnyText { get; }

    /// <summary>The dialog that asks for consent; null when there is none.</summary>
    public DialogDefinition? Consent => _byName.GetValueOrDefault("consent");

    /// <summary>A dialog by its name; an unknown one is a bug and throws.</summary>
    public DialogDefinition Get(string name) => TryGet(name, out var dialog)
        ? dialog
        : throw new InvalidOperationException($"There is no dialog '{name}'.");

    /// <summary>A dialog by its name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out DialogDefinition? dialog) =>
        _byName.TryGetValue(name, out dialog);

    /// <summary>The dialog a command starts.</summary>
    public bool TryGetByCommand(string command, [NotNullWhen(true)] out DialogEntry? entry) =>
        _byCommand.TryGetValue(command, out entry);

    /// <summary>The dialog a <c>dialog.*</c> entry starts.</summary>
    public bool TryGetByIntent(string id, [NotNullWhen(true)] out DialogEntry? entry) =>
        _byIntent.TryGetValue(id, out entry);

    /// <summary>
    /// The dialogs the main menu offers a person of these roles: those with a title in <c>titles.yaml</c>, in that
    /// file's order.
    /// </summary>
    public IEnumerable<DialogDefinition> Menu(TextCatalog texts, IReadOnlyCollection<Role> roles) => Dialogs
        .Where(dialog => texts.Has("titles." + dialog.Name) && dialog.IsFor(roles))
        .OrderBy(dialog => texts.Order("titles." + dialog.Name));

    /// <summary>
    /// The commands a person of these roles may use, in the order of the menu, which <c>commands.yaml</c> of the texts
    /// gives: a command without a description there is not shown.
    /// </summary>
    public IReadOnlyList<CommandText> Commands(
        TextCatalog texts, Language language, IReadOnlyCollection<Role> roles) =>
    [
        .. Dialogs.Where(dialog => dialog.IsFor(roles)).SelectMany(dialog => dialog.StartsOn)
            .Select(start => start.Command).OfType<string>().Where(command => texts.Has("commands." + command))
            .OrderBy(command => texts.Order("commands." + command))
            .Select(command => new CommandText(command, texts.Label(language, "commands." + command))),
    ];

    internal static DialogEntry Entry(DialogDefinition dialog, DialogStart start) => new(
        dialog, start.At == dialog.Start ? DialogMachine.StartTrigger : start.At);
}
