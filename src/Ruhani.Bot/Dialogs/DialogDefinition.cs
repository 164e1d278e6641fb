using System.Collections.Frozen;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// A dialog as its file declares it: a state machine that knows texts and verbs by name only. Immutable.
/// </summary>
/// <param name="Name">The folder's and file's name.</param>
/// <param name="Version">Raised when buttons of older messages can no longer mean what they said.</param>
/// <param name="StartsOn">What starts it.</param>
/// <param name="Start">The state it starts in.</param>
/// <param name="States">All states by name.</param>
public sealed record DialogDefinition(
    string Name, int Version, DialogStart StartsOn, string Start, FrozenDictionary<string, DialogState> States);

/// <summary>What starts a dialog; several may.</summary>
/// <param name="Command">A command's name without the slash.</param>
/// <param name="Phrase">A key of <c>phrases.yaml</c>: words that, as a whole message, mean the same.</param>
/// <param name="Intent">
/// A <c>dialog.*</c> entry of the knowledge: a question found to mean this starts the dialog.
/// </param>
/// <param name="FirstContact">True for the one dialog that greets a person who opens the conversation.</param>
/// <param name="Letter">True for the one dialog that takes a message of a single letter.</param>
/// <param name="AnyText">True for the one dialog that takes every text nothing else takes.</param>
public sealed record DialogStart(
    string? Command, string? Phrase, string? Intent, bool FirstContact, bool Letter, bool AnyText);

/// <summary>A state: it says a text or does a verb, and leads on by triggers.</summary>
/// <param name="Name">Its name within the dialog.</param>
/// <param name="Say">The key of the text it says; null when it does something.</param>
/// <param name="Do">The verb it does; null when it says something.</param>
/// <param name="Choices">
/// For a text: the triggers it offers as buttons, labelled by texts of the trigger's name.
/// </param>
/// <param name="On">Trigger to next state.</param>
public sealed record DialogState(
    string Name, string? Say, string? Do, IReadOnlyList<string> Choices, FrozenDictionary<string, string> On);
