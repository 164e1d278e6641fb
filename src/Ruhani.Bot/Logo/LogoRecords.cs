using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Logo;

/// <summary>Reads requests from the store.</summary>
public sealed class LogoRecords(IStore store)
{
    private const int PageSize = 200;

    /// <summary>A request by its number; null when there is none.</summary>
    public async ValueTask<LogoRequest?> FindAsync(string number, CancellationToken cancellationToken) =>
        await FindDocumentAsync(number, cancellationToken).ConfigureAwait(false) is { } document
            ? Read(document)
            : null;

    /// <summary>The requests of a region in a state, those that wait longest first.</summary>
    /// <param name="region">The region's code.</param>
    /// <param name="state">Where they stand.</param>
    /// <param name="limit">At most this many, 1 to 1000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<LogoRequest>> ListAsync(
        int region, LogoState state, int limit, CancellationToken cancellationToken)
    {
        var page = await store.ListAsync(
            new DocumentQuery(DocumentKind.LogoRequest, Group(region, state), Limit: limit), cancellationToken)
            .ConfigureAwait(false);
        return [.. page.Select(Read)];
    }

    /// <summary>What the office has to do in some regions, those that wait longest first.</summary>
    /// <param name="regions">The regions' codes; each is read by itself.</param>
    /// <param name="limit">At most this many of each region and state, 1 to 1000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<LogoRequest>> PendingAsync(
        IEnumerable<int> regions, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(regions);
        var found = new List<LogoRequest>();
        foreach (var region in regions.Distinct())
        {
            foreach (var state in LogoStates.Pending)
            {
                found.AddRange(await ListAsync(region, state, limit, cancellationToken).ConfigureAwait(false));
            }
        }

        return [.. found.OrderBy(request => request.WaitsSince).ThenBy(request => request.Number)];
    }

    /// <summary>The requests of an office, newest first.</summary>
    public Task<IReadOnlyList<LogoRequest>> OfOfficeAsync(
        string office, int limit, CancellationToken cancellationToken) =>
        FollowAsync(LogoIndex.Office(office), limit, cancellationToken);

    /// <summary>The requests of a person, newest first; drafts are not among them.</summary>
    public Task<IReadOnlyList<LogoRequest>> OfPersonAsync(
        string address, int limit, CancellationToken cancellationToken) =>
        FollowAsync(LogoIndex.Person(address), limit, cancellationToken);

    /// <summary>
    /// Other living requests for what seems to be the same event: the same name in one of the languages, in the same
    /// region, on a day of these.
    /// </summary>
    /// <param name="region">The region's code.</param>
    /// <param name="facts">The event.</param>
    /// <param name="own">The number of the request itself; null for a draft.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<LogoRequest>> SameEventAsync(
        int region, LogoFacts facts, string? own, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var found = new List<LogoRequest>();
        foreach (var group in LogoIndex.Events(region, facts))
        {
            found.AddRange(await FollowAsync(group, PageSize, cancellationToken).ConfigureAwait(false));
        }

        return
        [
            .. found.DistinctBy(request => request.Number).Where(request => request.Number != own
                && request.State.IsAlive() && request.Facts.Dates.Meets(facts.Dates)),
        ];
    }

    /// <summary>Every request that was ever submitted, however many.</summary>
    public async IAsyncEnumerable<LogoRequest> AllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (StoredDocument? last = null; ;)
        {
            var page = await store.ListAsync(
                new DocumentQuery(
                    DocumentKind.LogoRequest, AfterSort: last?.Sort, Limit: PageSize, AfterId: last?.Id),
                cancellationToken).ConfigureAwait(false);
            foreach (var document in page)
            {
                yield return Read(document);
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            last = page[^1];
        }
    }

    internal ValueTask<StoredDocument?> FindDocumentAsync(string number, CancellationToken cancellationToken) =>
        store.FindAsync(DocumentKind.LogoRequest, number, cancellationToken);

    internal static LogoRequest Read(StoredDocument document) =>
        JsonSerializer.Deserialize(document.Json, LogoJson.Stored.LogoRequest)!;

    internal static StoredDocument Write(LogoRequest request, long version) => new(
        DocumentKind.LogoRequest,
        request.Number!,
        version,
        JsonSerializer.Serialize(request, LogoJson.Stored.LogoRequest),
        Group(request.Region, request.State),
        (request.WaitsSince ?? request.SubmittedAt)!.Value.ToUnixTimeMilliseconds());

    private static string Group(int region, LogoState state) =>
        string.Create(CultureInfo.InvariantCulture, $"{region:D2}/{state}");

    private async Task<IReadOnlyList<LogoRequest>> FollowAsync(
        string group, int limit, CancellationToken cancellationToken)
    {
        var page = await store.ListAsync(
            new DocumentQuery(DocumentKind.LogoIndex, group, Limit: limit), cancellationToken).ConfigureAwait(false);
        var found = new List<LogoRequest>();
        foreach (var document in page)
        {
            if (await FindAsync(LogoIndex.NumberOf(document), cancellationToken).ConfigureAwait(false) is { } request)
            {
                found.Add(request);
            }
        }

        return found;
    }
}
