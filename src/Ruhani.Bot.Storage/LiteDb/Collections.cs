using LiteDB;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>The names in the file.</summary>
internal static class Collections
{
    public const string Journal = "journal";

    public const string Outbox = "outbox";

    public const string Seen = "seen";

    /// <summary>
    /// The one index of documents: every document names its own keys, see <see cref="DocumentTable"/>.
    /// </summary>
    public const string ListIndex = "list";

    public static readonly BsonExpression ListKeys = BsonExpression.Create("$.l[*]");

    private static readonly Dictionary<DocumentKind, string> _ofKind = Enum.GetValues<DocumentKind>()
        .ToDictionary(kind => kind, kind => $"documents_{kind}");

    public static IEnumerable<string> OfDocuments => _ofKind.Values;

    public static IEnumerable<string> All => [.. OfDocuments, Outbox, Seen, Journal];

    public static string Of(DocumentKind kind) => _ofKind[kind];
}
