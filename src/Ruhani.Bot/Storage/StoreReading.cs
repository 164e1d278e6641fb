using System.Runtime.CompilerServices;

namespace Ruhani.Bot.Storage;

/// <summary>Reading more than a page.</summary>
public static class StoreReading
{
    private const int Page = 500;

    /// <summary>Every document of a kind, page by page; what is written meanwhile may be among them or not.</summary>
    /// <param name="store">The store.</param>
    /// <param name="kind">Which kind.</param>
    /// <param name="group">Only this group; null for all.</param>
    /// <param name="cancellationToken">Ends it between two pages.</param>
    public static async IAsyncEnumerable<StoredDocument> AllAsync(
        this IStore store,
        DocumentKind kind,
        string? group,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        for (StoredDocument? last = null; ;)
        {
            var page = await store.ListAsync(
                new DocumentQuery(kind, group, last?.Sort, Page, last?.Id), cancellationToken).ConfigureAwait(false);
            foreach (var document in page)
            {
                yield return document;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            last = page[^1];
        }
    }
}
