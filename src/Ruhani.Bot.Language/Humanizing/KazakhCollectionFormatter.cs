using Humanizer;

namespace Ruhani.Bot.Linguistics.Humanizing;

/// <summary>Humanizer's lists in Kazakh: <c>тіл, дін және дәстүр</c>; no comma before «және».</summary>
internal sealed class KazakhCollectionFormatter : ICollectionFormatter
{
    private const string And = "және";

    public string Humanize<T>(IEnumerable<T> collection) => Join(collection, item => item?.ToString(), And);

    public string Humanize<T>(IEnumerable<T> collection, Func<T, string?> objectFormatter) =>
        Join(collection, objectFormatter, And);

    public string Humanize<T>(IEnumerable<T> collection, Func<T, object?> objectFormatter) =>
        Join(collection, item => objectFormatter(item)?.ToString(), And);

    public string Humanize<T>(IEnumerable<T> collection, string separator) =>
        Join(collection, item => item?.ToString(), separator);

    public string Humanize<T>(IEnumerable<T> collection, Func<T, string?> objectFormatter, string separator) =>
        Join(collection, objectFormatter, separator);

    public string Humanize<T>(IEnumerable<T> collection, Func<T, object?> objectFormatter, string separator) =>
        Join(collection, item => objectFormatter(item)?.ToString(), separator);

    private static string Join<T>(IEnumerable<T> collection, Func<T, string?> write, string separator)
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(write);
        var items = collection.Select(write).Where(item => !string.IsNullOrWhiteSpace(item)).ToList();
        return items.Count < 2
            ? string.Concat(items)
            : $"{string.Join(", ", items.SkipLast(1))} {separator} {items[^1]}";
    }
}
