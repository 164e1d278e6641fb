using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>How messages are written: Cyrillic as it is, or the file would be four times as large.</summary>
[JsonSerializable(typeof(OutboxMessage))]
[JsonSerializable(typeof(RowStatus))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static StoredJson Context { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] Write(OutboxMessage message) =>
        JsonSerializer.SerializeToUtf8Bytes(message, Context.OutboxMessage);

    public static byte[] Write(RowStatus status) => JsonSerializer.SerializeToUtf8Bytes(status, Context.RowStatus);

    public static OutboxMessage Message(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Context.OutboxMessage)!;

    public static RowStatus Status(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Context.RowStatus)!;
}
