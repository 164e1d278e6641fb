namespace Ruhani.Bot.Documents;

/// <summary>Bars to draw; all words in the reader's language.</summary>
/// <param name="Title">What is counted, and for when.</param>
/// <param name="Parts">What the parts of each bar are called, 1 to 5; with one there is no legend.</param>
/// <param name="Bars">The bars from top to bottom, 1 to 20.</param>
/// <param name="Note">Small words at the foot: a source, a date; null for none.</param>
public sealed record BarChart(
    string Title, IReadOnlyList<string> Parts, IReadOnlyList<Bar> Bars, string? Note = null);

/// <summary>One bar.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Values">How much of each part; none negative.</param>
public sealed record Bar(string Label, IReadOnlyList<int> Values);
