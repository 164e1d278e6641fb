using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>Everything that is kept about a person, by all features together: to read it, to delete it.</summary>
public sealed class MyData(PersonalScopes scopes, IEnumerable<IPersonalData> sources)
{
    /// <summary>Reads it, in the order it is shown in.</summary>
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(Turn turn, CancellationToken cancellationToken)
    {
        var scope = await scopes.OfAsync(turn, cancellationToken).ConfigureAwait(false);
        var found = new List<PersonalRecord>();
        foreach (var source in sources)
        {
            found.AddRange(await source.ReadAsync(turn, scope, cancellationToken).ConfigureAwait(false));
        }

        return [.. found.OrderBy(record => Place(record.Kind))];

        static int Place(string kind) =>
            PersonalKinds.All.Index().First(one => one.Item == kind).Index;
    }

    /// <summary>Deletes all of it with the turn's commit, under every address the person is linked with.</summary>
    public async Task EraseAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var erasure = Erasure.Of(await scopes.OfAsync(turn, cancellationToken).ConfigureAwait(false));
        turn.Erasure = erasure;
        foreach (var source in sources)
        {
            await source.EraseAsync(turn, erasure, cancellationToken).ConfigureAwait(false);
        }
    }
}
