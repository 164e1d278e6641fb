using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Ruhani.Bot.Knowledge;

/// <summary>All entries, in the catalogue's order. Immutable; a reload makes a new one.</summary>
public sealed class KnowledgeBase
{
    private readonly FrozenDictionary<string, Entry> _byId;

    internal KnowledgeBase(IReadOnlyList<Entry> entries, IReadOnlyList<OutsideTopic>? outside = null)
    {
        Entries = entries;
        Outside = outside ?? [];
        _byId = entries.ToFrozenDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>Every entry.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>What people ask that no entry answers.</summary>
    public IReadOnlyList<OutsideTopic> Outside { get; }

    /// <summary>Finds an entry by its id, which may come from outside.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Entry? entry) => _byId.TryGetValue(id, out entry);

    /// <summary>Entries of a kind, in order.</summary>
    public IEnumerable<Entry> OfKind(EntryKind kind) => Entries.Where(entry => entry.Kind == kind);
}
