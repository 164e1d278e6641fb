using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Forms;

/// <summary>Puts aside a form whose dialog has changed since it was begun: its answers become a draft.</summary>
internal static class FormSettler
{
    public static void Settle(Turn turn)
    {
        if (turn.Form is not { } run || FormDesk.Fits(turn, run))
        {
            return;
        }

        var isKept = FormDesk.Park(turn, isOutdated: true);
        if (!isKept || !turn.Content.Dialogs.TryGet(run.Root.Dialog, out var dialog))
        {
            turn.Say("form.gone");
            return;
        }

        turn.Say(
            "form.changed",
            TextArguments.Of(("form", turn.Title(dialog))),
            [turn.DialogChoice("form", "resume", turn.Label("form.resume"), FormToken.Write(run.Number, ""))]);
    }
}
