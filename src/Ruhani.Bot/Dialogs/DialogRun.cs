using System.Text.Json.Serialization;
using Ruhani.Bot.Dialogs.Slots;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// A form on its way: which dialog, where it stands, what was answered. Kept with the conversation, with the version of
/// the definition it was made by, so that a changed dialog ends it politely instead of misreading it.
/// </summary>
public sealed record DialogRun
{
    /// <summary>The dialog's name.</summary>
    public required string Dialog { get; init; }

    /// <summary>The dialog's version when the run began.</summary>
    public required int Version { get; init; }

    /// <summary>Which run of the conversation this is; every button of a form carries it.</summary>
    public required int Number { get; init; }

    /// <summary>The state it waits in; empty before the first.</summary>
    public string State { get; init; } = "";

    /// <summary>The trigger that led into the dialog.</summary>
    public string Entry { get; init; } = DialogMachine.StartTrigger;

    /// <summary>What it was started about.</summary>
    public string Argument { get; init; } = "";

    /// <summary>What it is about in words, for its texts' <c>{subject}</c>; set by a verb.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What was answered, by slot.</summary>
    public IReadOnlyDictionary<string, SlotValue> Values { get; init; } = Answers.None.Values;

    /// <summary>
    /// Slots whose answers were taken over from elsewhere and are yet to be confirmed: each is asked, with its answer
    /// shown and offered to be kept.
    /// </summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];

    /// <summary>The states that were passed, each with the trigger that led on.</summary>
    public IReadOnlyList<PassedState> Trail { get; init; } = [];

    /// <summary>What was collected so far for the question at hand: options picked, files received.</summary>
    public SlotValue? Collected { get; init; }

    /// <summary>
    /// True while an earlier question is asked again; the way is walked anew from the start afterwards.
    /// </summary>
    public bool IsRevisiting { get; init; }

    /// <summary>Words that were taken for a question in the middle of a text answer; null for none.</summary>
    public string? Doubt { get; init; }

    /// <summary>The run that waits for this one to end; null for none.</summary>
    public DialogRun? Parent { get; init; }

    /// <summary>When the person was reminded of it, Unix milliseconds; 0 for never.</summary>
    public long RemindedAt { get; init; }

    /// <summary>When the person last did something in it, Unix milliseconds.</summary>
    public long TouchedAt { get; init; }

    /// <summary>The answers.</summary>
    [JsonIgnore]
    public Answers Answers => new(Values);

    /// <summary>The outermost run.</summary>
    [JsonIgnore]
    public DialogRun Root => Parent?.Root ?? this;

    /// <summary>True when something would be lost with it.</summary>
    [JsonIgnore]
    public bool HasAnswers => !Answers.IsEmpty || Collected is not null || Parent?.HasAnswers == true;
}

/// <summary>A state that was passed.</summary>
/// <param name="State">The state.</param>
/// <param name="Trigger">The trigger that led on.</param>
public sealed record PassedState(string State, string Trigger);
