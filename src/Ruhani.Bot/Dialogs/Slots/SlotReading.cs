using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>What an activity turned out to be as an answer.</summary>
public abstract record SlotReading
{
    private SlotReading()
    {
    }

    /// <summary>The answer.</summary>
    /// <param name="Value">What it says.</param>
    public sealed record Filled(SlotValue Value) : SlotReading;

    /// <summary>A part of the answer; more may come.</summary>
    /// <param name="Value">What was collected so far.</param>
    /// <param name="Key">What to say to it; null to show the question again in place.</param>
    /// <param name="Arguments">What fills the text's placeholders.</param>
    public sealed record Partial(SlotValue Value, string? Key = null, TextArguments? Arguments = null) : SlotReading;

    /// <summary>Meant as an answer, but it can't be one.</summary>
    /// <param name="Key">What is wrong, with an example.</param>
    /// <param name="Arguments">What fills the text's placeholders.</param>
    public sealed record Wrong(string Key, TextArguments? Arguments = null) : SlotReading;

    /// <summary>Meant as an answer that may mean one of several things.</summary>
    /// <param name="Meanings">What it may mean; two or three.</param>
    public sealed record Which(IReadOnlyList<SlotValue> Meanings) : SlotReading;

    /// <summary>Nothing this question asks for.</summary>
    /// <param name="Key">What the question takes, with an example; said when nothing else understands it.</param>
    /// <param name="Arguments">What fills the text's placeholders.</param>
    public sealed record NoAnswer(string Key, TextArguments? Arguments = null) : SlotReading;
}
