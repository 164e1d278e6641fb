using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>
/// What a feature keeps about a person, to show it and to delete it. Every kind of document that may name one is
/// covered by somebody; a test sees to it.
/// </summary>
public interface IPersonalData
{
    /// <summary>The kinds of documents it answers for.</summary>
    IReadOnlyList<DocumentKind> Covers { get; }

    /// <summary>What it keeps about the person, in the turn's language.</summary>
    ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes it, or puts the pseudonym in place of the person where something has to stay, by writes of the turn. The
    /// conversations' own states and messages are deleted by the turn itself.
    /// </summary>
    ValueTask EraseAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken);
}
