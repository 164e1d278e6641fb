namespace Ruhani.Bot.Dialogs;

/// <summary>Where a turn is in a dialog, and what leads on.</summary>
/// <param name="Dialog">The dialog.</param>
/// <param name="State">The state; empty before the first.</param>
/// <param name="Trigger">The trigger to fire there; null to show the state as it is.</param>
/// <param name="Argument">What the trigger is about.</param>
public sealed record Place(DialogDefinition Dialog, string State, string? Trigger, string Argument);
