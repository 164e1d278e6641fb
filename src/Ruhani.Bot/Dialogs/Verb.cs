using System.Collections.Frozen;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// What a dialog's <c>do:</c> names. The code lives with its feature; a verb reads the turn and the store, replies, and
/// says which of its outcomes came about. It never sends and never writes: what it adds to the turn is committed with
/// it. Between a form's questions it may run again, when an earlier answer was changed.
/// </summary>
public sealed record Verb
{
    /// <summary>A verb that reads the store.</summary>
    /// <param name="name"><c>feature.verb</c>.</param>
    /// <param name="outcomes">
    /// Every trigger it may fire by itself or offer on a button; a state that does it has an edge for each.
    /// </param>
    /// <param name="run">Does it; the argument is what the trigger that led here was about.</param>
    public Verb(
        string name, IReadOnlyList<string> outcomes, Func<Turn, string, CancellationToken, ValueTask<VerbResult>> run)
    {
        Name = name;
        Outcomes = outcomes;
        RunAsync = run;
    }

    /// <summary>A verb that needs nothing but the turn.</summary>
    public Verb(string name, IReadOnlyList<string> outcomes, Func<Turn, string, VerbResult> run)
        : this(name, outcomes, (turn, argument, _) => ValueTask.FromResult(run(turn, argument)))
    {
    }

    /// <summary><c>feature.verb</c>.</summary>
    public string Name { get; }

    /// <summary>Every trigger it may fire by itself or offer on a button.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>Does it.</summary>
    public Func<Turn, string, CancellationToken, ValueTask<VerbResult>> RunAsync { get; }
}

/// <summary>How a verb ended.</summary>
/// <param name="Trigger">The outcome that leads on; null to wait for the person.</param>
/// <param name="Argument">What the outcome is about.</param>
public readonly record struct VerbResult(string? Trigger, string Argument = "")
{
    /// <summary>Waits for the person.</summary>
    public static VerbResult Wait => default;
}

/// <summary>A feature's verbs, and what else its dialogs name.</summary>
public interface IVerbSource
{
    /// <summary>Its verbs.</summary>
    IReadOnlyList<Verb> Verbs { get; }

    /// <summary>Lists of options that are data.</summary>
    IReadOnlyList<OptionSource> Options => [];

    /// <summary>Its own checks of answers.</summary>
    IReadOnlyList<AnswerCheck> Checks => [];
}

/// <summary>Every verb, option list and check there is.</summary>
public sealed class VerbCatalog(IEnumerable<IVerbSource> sources)
{
    private readonly FrozenDictionary<string, Verb> _verbs = sources.SelectMany(source => source.Verbs)
        .ToFrozenDictionary(verb => verb.Name, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, OptionSource> _options = sources.SelectMany(source => source.Options)
        .ToFrozenDictionary(options => options.Name, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, AnswerCheck> _checks = sources.SelectMany(source => source.Checks)
        .ToFrozenDictionary(check => check.Name, StringComparer.Ordinal);

    /// <summary>The verbs' names.</summary>
    public IEnumerable<string> Names => _verbs.Keys.Order(StringComparer.Ordinal);

    /// <summary>The option lists' names.</summary>
    public IEnumerable<string> OptionNames => _options.Keys.Order(StringComparer.Ordinal);

    /// <summary>The checks' names.</summary>
    public IEnumerable<string> CheckNames => _checks.Keys.Order(StringComparer.Ordinal);

    /// <summary>A verb by name; null when there is none.</summary>
    public Verb? Find(string name) => _verbs.GetValueOrDefault(name);

    /// <summary>An option list by name; null when there is none.</summary>
    public OptionSource? FindOptions(string name) => _options.GetValueOrDefault(name);

    /// <summary>A check by name; null when there is none.</summary>
    public AnswerCheck? FindCheck(string name) => _checks.GetValueOrDefault(name);
}
