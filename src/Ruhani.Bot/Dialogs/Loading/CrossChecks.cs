using Ruhani.Bot.Content;

namespace Ruhani.Bot.Dialogs.Loading;

/// <summary>Checks dialogs against each other.</summary>
internal static class CrossChecks
{
    /// <summary>Reports what another dialog has already: the name, a command, what it starts on.</summary>
    public static bool IsNew(ContentNode file, DialogDefinition dialog, List<DialogDefinition> others)
    {
        foreach (var other in others)
        {
            if (other.Name == dialog.Name)
            {
                file.Report($"a dialog named '{dialog.Name}' stands in {other.Name}.dialog.yaml already");
                return false;
            }

            foreach (var (theirs, ours) in other.StartsOn.SelectMany(one => dialog.StartsOn.Select(two => (one, two))))
            {
                if (theirs.Command is { } command && command == ours.Command)
                {
                    file.Report($"/{command} starts '{other.Name}' already");
                    return false;
                }

                if ((theirs.AnyText && ours.AnyText) || (theirs.Letter && ours.Letter)
                    || (theirs.Number && ours.Number)
                    || (theirs.FirstContact && ours.FirstContact)
                    || (theirs.Intent is { } intent && intent == ours.Intent))
                {
                    file.Report($"'{other.Name}' starts on the same already");
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Reports states that enter a dialog which isn't there, is no form, or gives no such answer.</summary>
    public static void CheckEntered(ContentNode file, DialogDefinition dialog, List<DialogDefinition> all)
    {
        foreach (var state in dialog.States.Values.Where(state => state.Kind == StateKind.Enter))
        {
            var entered = all.FirstOrDefault(other => other.Name == state.Dialog);
            if (entered is null || !entered.IsForm || !dialog.IsForm)
            {
                file.Report($"'{state.Name}' enters '{state.Dialog}': both should be dialogs with slots");
                continue;
            }

            foreach (var (theirs, _) in state.Gives.Where(pair => entered.Slot(pair.Theirs) is null))
            {
                file.Report($"'{state.Name}' takes '{theirs}', which '{entered.Name}' has no slot for");
            }

            var outcomes = entered.States.Values.Select(one => one.Ends).OfType<string>();
            foreach (var outcome in outcomes.Distinct(StringComparer.Ordinal)
                .Where(outcome => outcome != Forms.FormDesk.Cancelled && !state.Has(outcome)))
            {
                file.Report($"'{state.Name}' has no edge for the end '{outcome}' of '{entered.Name}'");
            }
        }

        if (dialog.NeedsConsent && all.All(other => other.Name != "consent"))
        {
            file.Report("'consent: true' needs a dialog named 'consent'");
        }
    }
}
