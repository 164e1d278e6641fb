using System.Text.Json;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// What the server answered: <c>{"ok":true,"result":…}</c> or an error. Holds a rented buffer until disposal.
/// </summary>
internal sealed class TelegramReply : IDisposable
{
    private readonly PooledBody _body;
    private readonly Range _result;

    /// <summary>Reads the envelope; a body that isn't Telegram's leaves only the status.</summary>
    public TelegramReply(int status, PooledBody body)
    {
        _body = body;
        Status = status;
        try
        {
            _result = ReadEnvelope(body.Bytes.Span);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            IsOk = false;
            Description = "the answer isn't Telegram's";
        }
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>True when the call did what it should.</summary>
    public bool IsOk { get; private set; }

    /// <summary>Telegram's error code; 0 when it gave none.</summary>
    public int Code { get; private set; }

    /// <summary>Telegram's words for an error.</summary>
    public string Description { get; private set; } = "";

    /// <summary>How long to wait after a 429.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>The supergroup a group has become.</summary>
    public long? MigrateToChat { get; private set; }

    /// <summary>The JSON of the result; valid until disposal.</summary>
    public ReadOnlySpan<byte> Result => _body.Bytes.Span[_result];

    /// <inheritdoc/>
    public void Dispose() => _body.Dispose();

    /// <summary>The id of the message that is the result; null when the result is none.</summary>
    public int? ReadMessageId()
    {
        var reader = new Utf8JsonReader(Result);
        if (!IsOk || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("message_id"u8);
            reader.Read();
            if (isId)
            {
                return reader.TryGetInt32(out var id) ? id : null;
            }

            reader.Skip();
        }

        return null;
    }

    private Range ReadEnvelope(ReadOnlySpan<byte> json)
    {
        var result = default(Range);
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("result"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                result = start..(int)reader.BytesConsumed;
            }
            else if (reader.ValueTextEquals("parameters"u8))
            {
                reader.Read();
                ReadParameters(ref reader);
            }
            else
            {
                ReadField(ref reader);
            }
        }

        return result;
    }

    private void ReadField(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("ok"u8))
        {
            reader.Read();
            IsOk = reader.GetBoolean() && Status is >= 200 and < 300;
        }
        else if (reader.ValueTextEquals("error_code"u8))
        {
            reader.Read();
            Code = reader.GetInt32();
        }
        else if (reader.ValueTextEquals("description"u8))
        {
            reader.Read();
            Description = reader.GetString() ?? "";
        }
        else
        {
            reader.Skip();
        }
    }

    private void ReadParameters(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("retry_after"u8))
            {
                reader.Read();
                RetryAfter = TimeSpan.FromSeconds(reader.GetInt64());
            }
            else if (reader.ValueTextEquals("migrate_to_chat_id"u8))
            {
                reader.Read();
                MigrateToChat = reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
