using System.Globalization;
using LiteDB;
using LiteDB.Engine;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// Documents in LiteDB: the JSON as one string, and an array of the keys it is listed by, one for all of its kind and
/// one for its group. A key is the group, the sort as sixteen hexadecimal digits, and the id, so that the index is the
/// order.
/// </summary>
internal sealed class DocumentTable(LiteEngine engine)
{
    private const string InRange = "$.l[*] ANY BETWEEN @0 AND @1";

    public StoredDocument? Find(DocumentKey key)
    {
        var query = new Query { Limit = 1 };
        query.Where.Add(BsonExpression.Create("$._id = @0", key.Id));
        using var reader = engine.Query(Collections.Of(key.Kind), query);
        return reader.Read() ? Read(key.Kind, reader.Current.AsDocument) : null;
    }

    public void Put(StoredDocument document)
    {
        var keys = new BsonArray { ListKey(null, document.Sort, document.Id) };
        if (document.Group is not null)
        {
            keys.Add(ListKey(document.Group, document.Sort, document.Id));
        }

        engine.Upsert(
            Collections.Of(document.Kind),
            [
                new BsonDocument
                {
                    ["_id"] = document.Id,
                    ["v"] = document.Version,
                    ["s"] = document.Sort,
                    ["g"] = document.Group,
                    ["l"] = keys,
                    ["j"] = document.Json,
                },
            ],
            BsonAutoId.Int64);
    }

    public void Delete(DocumentKey key) => engine.Delete(Collections.Of(key.Kind), [key.Id]);

    /// <summary>The next <paramref name="limit"/> documents of a list.</summary>
    public List<StoredDocument> List(DocumentQuery list, int limit)
    {
        if (list is { AfterSort: long.MaxValue, AfterId: null })
        {
            return [];
        }

        var from = list switch
        {
            { AfterSort: null } => ListKey(list.Group, long.MinValue, ""),
            { AfterId: null } => ListKey(list.Group, list.AfterSort.Value + 1, ""),
            _ => ListKey(list.Group, list.AfterSort.Value, list.AfterId) + "\0",
        };
        var query = new Query { Limit = limit };
        query.Where.Add(BsonExpression.Create(InRange, from, Prefix(list.Group) + "g"));
        using var reader = engine.Query(Collections.Of(list.Kind), query);
        var documents = new List<StoredDocument>();
        while (reader.Read())
        {
            documents.Add(Read(list.Kind, reader.Current.AsDocument));
        }

        return documents;
    }

    private static string ListKey(string? group, long sort, string id) => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix(group)}{(ulong)sort ^ 0x8000_0000_0000_0000:x16}{id}");

    private static string Prefix(string? group) => group is null ? "a" : $"g{group}\u0001";

    private static StoredDocument Read(DocumentKind kind, BsonDocument stored) => new(
        kind,
        stored["_id"].AsString,
        stored["v"].AsInt64,
        stored["j"].AsString,
        stored["g"].IsNull ? null : stored["g"].AsString,
        stored["s"].AsInt64);
}
