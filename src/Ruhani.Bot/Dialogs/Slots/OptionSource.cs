using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>
/// Options that a file can't list because they are data: topics, districts, events, requests. Named
/// <c>feature.options</c> in a slot's <c>from</c>.
/// </summary>
/// <param name="Name"><c>feature.options</c>.</param>
/// <param name="List">The options as of this turn, in the order they are offered; at most a few dozen.</param>
public sealed record OptionSource(
    string Name, Func<Turn, CancellationToken, ValueTask<IReadOnlyList<SlotOption>>> List);

/// <summary>One option.</summary>
/// <param name="Id">What is kept; a-z, 0-9, '_', '.' and '-', at most 24 characters.</param>
/// <param name="Label">What the person reads.</param>
public sealed record SlotOption(string Id, string Label);

/// <summary>
/// A feature's own check of an answer, named <c>feature.check</c> in a slot's <c>check</c>; for what bounds can't say.
/// </summary>
/// <param name="Name"><c>feature.check</c>.</param>
/// <param name="Check">What is wrong with the answer; null when nothing is.</param>
public sealed record AnswerCheck(
    string Name, Func<Turn, SlotValue, CancellationToken, ValueTask<SlotReading.Wrong?>> Check);
