using System.Collections.Frozen;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// What a dialog's <c>do:</c> names. The code lives with its feature; a verb reads the turn, replies, and says which of
/// its outcomes came about. It never sends and never writes: what it adds to the turn is committed with it.
/// </summary>
/// <param name="Name"><c>feature.verb</c>.</param>
/// <param name="Outcomes">
/// Every trigger it may fire by itself or offer on a button; a state that does it has an edge for each.
/// </param>
/// <param name="Run">Does it; the argument is what the trigger that led here was about.</param>
public sealed record Verb(string Name, IReadOnlyList<string> Outcomes, Func<Turn, string, VerbResult> Run);

/// <summary>How a verb ended.</summary>
/// <param name="Trigger">The outcome that leads on; null to wait for the person.</param>
/// <param name="Argument">What the outcome is about.</param>
public readonly record struct VerbResult(string? Trigger, string Argument = "")
{
    /// <summary>Waits for the person.</summary>
    public static VerbResult Wait => default;
}

/// <summary>A feature's verbs.</summary>
public interface IVerbSource
{
    /// <summary>Its verbs.</summary>
    IReadOnlyList<Verb> Verbs { get; }
}

/// <summary>Every verb there is.</summary>
public sealed class VerbCatalog(IEnumerable<IVerbSource> sources)
{
    private readonly FrozenDictionary<string, Verb> _verbs = sources.SelectMany(source => source.Verbs)
        .ToFrozenDictionary(verb => verb.Name, StringComparer.Ordinal);

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => _verbs.Keys.Order(StringComparer.Ordinal);

    /// <summary>A verb by name; null when there is none.</summary>
    public Verb? Find(string name) => _verbs.GetValueOrDefault(name);
}
