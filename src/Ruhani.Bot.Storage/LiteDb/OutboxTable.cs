using System.Text;
using LiteDB;
using LiteDB.Engine;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>Outbox rows in LiteDB: the message as one string of JSON, and what became of it as another.</summary>
internal sealed class OutboxTable(LiteEngine engine)
{
    public void Put(OutboxRow row, byte[] message) => engine.Upsert(
        Collections.Outbox,
        [
            new BsonDocument
            {
                ["_id"] = row.Sequence,
                ["m"] = Encoding.UTF8.GetString(message),
                ["s"] = Encoding.UTF8.GetString(StoredJson.Write(row.Status)),
            },
        ],
        BsonAutoId.Int64);

    public void Delete(long row) => engine.Delete(Collections.Outbox, [row]);

    /// <summary>The message of a stored row.</summary>
    public byte[] Message(long row)
    {
        var query = new Query { Limit = 1 };
        query.Where.Add(BsonExpression.Create("$._id = @0", row));
        using var reader = engine.Query(Collections.Outbox, query);
        return reader.Read()
            ? Encoding.UTF8.GetBytes(reader.Current["m"].AsString)
            : throw new InvalidDataException($"Row {row} of the outbox is missing in the file.");
    }

    /// <summary>Every row; read once, at the start.</summary>
    public List<OutboxRow> All()
    {
        var rows = new List<OutboxRow>();
        using var reader = engine.Query(Collections.Outbox, new Query());
        while (reader.Read())
        {
            var stored = reader.Current.AsDocument;
            var message = StoredJson.Message(Encoding.UTF8.GetBytes(stored["m"].AsString));
            rows.Add(new OutboxRow(stored["_id"].AsInt64, message)
            {
                Status = StoredJson.Status(Encoding.UTF8.GetBytes(stored["s"].AsString)),
                IsStored = true,
            });
        }

        return rows;
    }
}
