namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>What names a document.</summary>
internal readonly record struct DocumentKey(DocumentKind Kind, string Id)
{
    public static DocumentKey Of(StoredDocument document) => new(document.Kind, document.Id);
}
