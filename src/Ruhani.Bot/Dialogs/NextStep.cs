namespace Ruhani.Bot.Dialogs;

/// <summary>Where a verb sends the turn when it returns. A closed family.</summary>
public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>Into another dialog.</summary>
    /// <param name="Dialog">Its name.</param>
    /// <param name="Argument">What it is about.</param>
    /// <param name="Trigger">The way in.</param>
    /// <param name="IsFresh">True to begin a form anew whatever drafts there are.</param>
    public sealed record Start(
        string Dialog, string Argument, string Trigger = DialogMachine.StartTrigger, bool IsFresh = false) : NextStep;

    /// <summary>To a form that was put aside.</summary>
    /// <param name="Number">Its number.</param>
    public sealed record Resume(int Number) : NextStep;

    /// <summary>Back to what the form at hand waits for.</summary>
    public sealed record Offer : NextStep;

    /// <summary>To a question of the form at hand that was answered before.</summary>
    /// <param name="State">The state that asks it.</param>
    public sealed record Revisit(string State) : NextStep;

    /// <summary>Along the form at hand from its start, past what is answered, to the first open question.</summary>
    public sealed record Walk : NextStep;
}
