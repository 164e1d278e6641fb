using LiteDB;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>The names in the file.</summary>
internal static class Collections
{
    public const string Journal = "journal";

    public const string Outbox = "outbox";

    public const string Seen = "seen";

    /// <summary>The one index of documents: every document names its own keys, see <see cref="DocumentTable"/>.</summary>
    public const string ListIndex = "list";

    public static readonly BsonExpression ListKeys = BsonExpression.Create("$.l[*]");

    public static readonly string[] OfDocuments = [.. Enum.GetValues<DocumentKind>().Select(Of)];

    public static readonly string[] All = [.. OfDocuments, Outbox, Seen, Journal];

    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Conversation => "conversations",
        DocumentKind.Person => "people",
        DocumentKind.Question => "questions",
        DocumentKind.Feedback => "feedback",
        DocumentKind.Secret => "secrets",
        DocumentKind.WebChatActivity => "webchat",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a collection."),
    };
}
