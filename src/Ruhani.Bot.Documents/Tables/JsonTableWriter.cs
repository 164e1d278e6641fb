using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Documents.Tables;

/// <summary>
/// JSON for programs: an array of objects by the columns' ids, empty cells as null, days and moments as ISO 8601 with
/// Kazakhstan's offset, Cyrillic as it is.
/// </summary>
internal sealed class JsonTableWriter : ITableWriter
{
    private const int FlushAt = 64 * 1024;

    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public string MediaType => "application/json";

    /// <inheritdoc/>
    public async Task WriteAsync(
        Stream target,
        TableHead table,
        IAsyncEnumerable<IReadOnlyList<TableValue>> rows,
        CancellationToken cancellationToken)
    {
        var writer = new Utf8JsonWriter(target, Options);
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartArray();
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                writer.WriteStartObject();
                for (var i = 0; i < table.Columns.Count; i++)
                {
                    writer.WritePropertyName(table.Columns[i].Id);
                    Write(writer, row[i]);
                }

                writer.WriteEndObject();
                if (writer.BytesPending > FlushAt)
                {
                    await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            writer.WriteEndArray();
            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Write(Utf8JsonWriter writer, TableValue value)
    {
        switch (value)
        {
            case TableValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case TableValue.Named named:
                writer.WriteStringValue(named.Code);
                break;
            case TableValue.Number number:
                writer.WriteNumberValue(number.Value);
                break;
            case TableValue.Day day:
                writer.WriteStringValue(day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case TableValue.Moment moment:
                writer.WriteStringValue(KazakhstanTime.Of(moment.Value)
                    .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
