using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Ruhani.Bot.Files;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>
/// Writes everything that is kept about a person into one file, JSON with names that people read. Nobody needs the file
/// once it is sent: the file store forgets it after a while.
/// </summary>
public sealed class MyDataFile(IFileStore files, FileLimits limits)
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Writes it; null when it is larger than any file may be.</summary>
    public async Task<FileReference?> WriteAsync(
        Turn turn, IReadOnlyList<PersonalRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(records);
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, Readable))
        {
            Write(writer, turn, records);
        }

        content.Position = 0;
        var name = turn.Label("mydata.file-name") + ".json";
        var saving = await files.SaveAsync(content, name, limits.MaxBytes, cancellationToken).ConfigureAwait(false);
        return saving is FileSaving.Saved saved ? saved.File : null;
    }

    private static void Write(Utf8JsonWriter writer, Turn turn, IReadOnlyList<PersonalRecord> records)
    {
        writer.WriteStartObject();
        writer.WriteString(turn.Label("mydata.file-made"), turn.Dates.Moment(turn.Now));
        foreach (var kind in records.GroupBy(record => record.Kind))
        {
            writer.WriteStartArray(turn.Label("mydata.kind-" + kind.Key));
            foreach (var record in kind)
            {
                writer.WriteStartObject();

                // A form may ask two questions by the same name.
                foreach (var (label, fields) in record.Fields.GroupBy(field => field.Label)
                    .Select(same => (same.Key, same.ToList())))
                {
                    writer.WriteString(label, string.Join("; ", fields.Select(field => field.Value)));
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
