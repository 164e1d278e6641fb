using System.Collections.Frozen;
using Ruhani.Bot.Dialogs.Slots;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// A dialog as its file declares it: a state machine that knows texts and verbs by name only. Immutable.
/// </summary>
public sealed record DialogDefinition
{
    /// <summary>The folder's and file's name.</summary>
    public required string Name { get; init; }

    /// <summary>Raised when buttons or saved answers can no longer mean what they said.</summary>
    public required int Version { get; init; }

    /// <summary>What starts it; empty for a dialog that only others start.</summary>
    public IReadOnlyList<DialogStart> StartsOn { get; init; } = [];

    /// <summary>The state it starts in.</summary>
    public required string Start { get; init; }

    /// <summary>All states by name.</summary>
    public required FrozenDictionary<string, DialogState> States { get; init; }

    /// <summary>What it asks for, in the file's order; empty for a dialog that keeps nothing between turns.</summary>
    public IReadOnlyList<SlotDefinition> Slots { get; init; } = [];

    /// <summary>Who may start it: any one of these roles; empty for everyone.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>True when the person must have accepted the consent text before it starts.</summary>
    public bool NeedsConsent { get; init; }

    /// <summary>True when its phrases are understood even where a free text is being asked for.</summary>
    public bool Steers { get; init; }

    /// <summary>True when it holds the conversation from its first question to its end.</summary>
    public bool IsForm => Slots.Count > 0;

    /// <summary>A slot by name; null when there is none.</summary>
    public SlotDefinition? Slot(string name) => Slots.FirstOrDefault(slot => slot.Name == name);

    /// <summary>True when a person of these roles may start it.</summary>
    public bool IsFor(IReadOnlyCollection<Role> roles) => Roles.Count == 0 || Roles.Any(roles.Contains);
}

/// <summary>One thing that starts a dialog, and where.</summary>
/// <param name="At">The state it starts in.</param>
/// <param name="Command">A command's name without the slash.</param>
/// <param name="Phrase">A key of <c>phrases.yaml</c>: words that, as a whole message, mean the same.</param>
/// <param name="Intent">
/// A <c>dialog.*</c> entry of the knowledge: a question found to mean this starts the dialog.
/// </param>
/// <param name="FirstContact">True for the one dialog that greets a person who opens the conversation.</param>
/// <param name="Letter">True for the one dialog that takes a message of a single letter.</param>
/// <param name="AnyText">True for the one dialog that takes every text nothing else takes.</param>
/// <param name="Number">True for the one dialog that takes a request's number, or a picture of one.</param>
public sealed record DialogStart(
    string At,
    string? Command = null,
    string? Phrase = null,
    string? Intent = null,
    bool FirstContact = false,
    bool Letter = false,
    bool AnyText = false,
    bool Number = false);

/// <summary>A dialog and the trigger that leads into it.</summary>
/// <param name="Dialog">The dialog.</param>
/// <param name="Trigger">The trigger to fire from outside any state.</param>
public sealed record DialogEntry(DialogDefinition Dialog, string Trigger = DialogMachine.StartTrigger);
