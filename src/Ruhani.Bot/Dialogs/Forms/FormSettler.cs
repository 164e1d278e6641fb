using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Forms;

/// <summary>
/// Puts aside a form that can't go on as it is: its dialog has changed since it was begun, or the consent text has. Its
/// answers become a draft.
/// </summary>
internal static class FormSettler
{
    public static void Settle(Turn turn)
    {
        if (turn.Form is not { } run)
        {
            return;
        }

        // Whoever is reading the consent text is being asked already.
        var fits = FormDesk.Fits(turn, run);
        if (fits && (run.Dialog == turn.Content.Dialogs.Consent?.Name
            || !FormDesk.LacksConsent(turn, turn.Content.Dialogs.Get(run.Root.Dialog))))
        {
            return;
        }

        // Nothing was answered yet: the form begins anew, with the consent text first.
        if (fits && !run.HasAnswers && run.Root.Parent is null)
        {
            var root = turn.Content.Dialogs.Get(run.Root.Dialog);
            turn.Form = null;
            turn.Say(
                "consent.raised-first",
                TextArguments.Of(("form", turn.Title(root))),
                [
                    turn.DialogChoice(
                        run.Root.Dialog,
                        run.Root.Entry,
                        turn.Label("form.resume"),
                        run.Root.Argument),
                ]);
            return;
        }

        var isKept = FormDesk.Park(turn, isOutdated: true);
        if (!isKept || !turn.Content.Dialogs.TryGet(run.Root.Dialog, out var dialog))
        {
            turn.Say("form.gone");
            return;
        }

        turn.Say(
            fits ? "consent.raised" : "form.changed",
            TextArguments.Of(("form", turn.Title(dialog))),
            [turn.DialogChoice("form", "resume", turn.Label("form.resume"), FormToken.Write(run.Number, ""))]);
    }
}
