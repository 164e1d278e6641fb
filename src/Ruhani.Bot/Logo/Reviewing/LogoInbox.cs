using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>What waits for somebody's decision.</summary>
public sealed class LogoInbox(LogoRecords records, LogoOptions options)
{
    private const int MostOfARegion = 500;

    /// <summary>Everything that waits for a person, what is urgent first, then what has waited longest.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who decides; their own requests are not among it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<QueuedRequest>> OfAsync(
        Turn turn, LogoActor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        var regions = actor.Regions.Contains(0) ? Regions.All(turn.Content.Texts) : actor.Regions;
        var pending = await records.PendingAsync(regions, MostOfARegion, cancellationToken).ConfigureAwait(false);
        return
        [
            .. pending.Where(request => request.Requester != actor.Address)
                .Select(request => new QueuedRequest(request, turn, options))
                .OrderByDescending(one => one.IsUrgent)
                .ThenBy(one => one.Request.WaitsSince).ThenBy(one => one.Request.Number, StringComparer.Ordinal),
        ];
    }
}
