namespace Ruhani.Bot.Dialogs;

/// <summary>A state: what happens on entering it, and where its triggers lead.</summary>
public sealed record DialogState
{
    /// <summary>Its name within the dialog.</summary>
    public required string Name { get; init; }

    /// <summary>What it does when entered.</summary>
    public required StateKind Kind { get; init; }

    /// <summary>The key of the text it asks, says or shows a review by; null for the other kinds.</summary>
    public string? Text { get; init; }

    /// <summary>The verb it does; null for the other kinds.</summary>
    public string? Verb { get; init; }

    /// <summary>The slot an answer fills; null for the other kinds.</summary>
    public string? Slot { get; init; }

    /// <summary>The dialog it enters, to come back here when that ends; null for the other kinds.</summary>
    public string? Dialog { get; init; }

    /// <summary>Answers taken from that dialog: its slot to ours.</summary>
    public IReadOnlyList<(string Theirs, string Ours)> Gives { get; init; } = [];

    /// <summary>Triggers it offers as buttons, labelled by texts of the trigger's name.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The outcome the dialog ends with here; null when it goes on.</summary>
    public string? Ends { get; init; }

    /// <summary>Where its triggers lead; of several with one trigger the one whose condition holds.</summary>
    public IReadOnlyList<DialogEdge> Edges { get; init; } = [];

    /// <summary>The triggers that lead on.</summary>
    public IEnumerable<string> Triggers => Edges.Select(edge => edge.Trigger).Distinct(StringComparer.Ordinal);

    /// <summary>True when a trigger leads on, whatever was answered.</summary>
    public bool Has(string trigger) => Edges.Any(edge => edge.Trigger == trigger);
}

/// <summary>The kinds of states there are.</summary>
public enum StateKind
{
    /// <summary>Says a text, and waits when it offers choices.</summary>
    Say,

    /// <summary>Does a verb.</summary>
    Do,

    /// <summary>Asks for a slot and waits for the answer.</summary>
    Ask,

    /// <summary>Shows all answers, to be edited or sent.</summary>
    Review,

    /// <summary>Enters another dialog and goes on when that ends.</summary>
    Enter,

    /// <summary>Ends the dialog without a word.</summary>
    End,
}

/// <summary>Where a trigger leads.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Target">The state.</param>
/// <param name="When">The condition; null for always.</param>
/// <param name="IsElse">True for the one that holds when no other of the trigger's does.</param>
public sealed record DialogEdge(string Trigger, string Target, Condition? When = null, bool IsElse = false);
