using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>
/// What a feature keeps about a person. Every kind of document that may name one is covered by somebody; a test sees to
/// it.
/// </summary>
public interface IPersonalData
{
    /// <summary>The kinds of documents it answers for.</summary>
    IReadOnlyList<DocumentKind> Covers { get; }

    /// <summary>What it keeps about the person, in the turn's language.</summary>
    ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken);
}
