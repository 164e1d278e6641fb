using System.Globalization;
using System.Text.Json.Nodes;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>Writes activities as polling answers and stream frames have them.</summary>
internal static class ActivityFrame
{
    /// <summary>Begins the kept address of an uploaded file: <c>upload:{file}/{name}</c>.</summary>
    public const string UploadScheme = "upload:";

    /// <summary>The set with its watermark.</summary>
    /// <param name="entries">The activities.</param>
    /// <param name="watermark">The number after them.</param>
    /// <param name="files">
    /// How this client reaches the conversation's files: the address before <c>{file}/{name}</c>, and what follows it.
    /// </param>
    public static string Write(IEnumerable<LogEntry> entries, long watermark, (string Before, string After) files)
    {
        var activities = string.Join(',', entries.Select(entry => WithFiles(entry.Json, files)));
        return string.Create(
            CultureInfo.InvariantCulture, $$"""{"activities":[{{activities}}],"watermark":"{{watermark}}"}""");
    }

    private static string WithFiles(string json, (string Before, string After) files)
    {
        if (!json.Contains(UploadScheme, StringComparison.Ordinal) || JsonNode.Parse(json) is not JsonObject activity)
        {
            return json;
        }

        foreach (var attachment in Wire.Objects(activity, "attachments"))
        {
            if (Wire.String(attachment, "contentUrl") is { } kept
                && kept.StartsWith(UploadScheme, StringComparison.Ordinal))
            {
                attachment["contentUrl"] = files.Before + kept[UploadScheme.Length..] + files.After;
            }
        }

        return Wire.Text(activity);
    }
}
