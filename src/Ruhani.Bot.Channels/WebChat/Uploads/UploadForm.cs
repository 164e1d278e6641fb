using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ruhani.Bot.Channels.WebChat.Uploads;

/// <summary>
/// Reads the multipart form in which clients send files with their activity, file by file, within bounds.
/// </summary>
internal sealed class UploadForm(UploadStore store, int maxActivity, long maxFiles)
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int MaxParts = 11;
    private readonly List<(SavedFile Saved, string Name)> _files = [];

    /// <summary>The activity, with the files as its attachments; null until the form was read well.</summary>
    public JsonObject? Activity { get; private set; }

    /// <summary>Reads the request. Null when all is well, otherwise the refusal.</summary>
    public async Task<IResult?> ReadAsync(HttpRequest request, string conversation, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            return Malformed();
        }

        var reader = new MultipartReader(boundary.Value!, request.Body);
        JsonObject? activity = null;
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } part; parts++)
            {
                if (parts == MaxParts)
                {
                    return Malformed();
                }

                if (IsActivity(part))
                {
                    activity = await ReadActivityAsync(part, cancellationToken);
                    if (activity is null)
                    {
                        return Malformed();
                    }
                }
                else if (await SaveAsync(part, conversation, cancellationToken) is { } refusal)
                {
                    return refusal;
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Malformed();
        }

        if (_files.Count == 0)
        {
            return Malformed();
        }

        Activity = Attach(activity ?? new JsonObject { ["type"] = "message" });
        return null;
    }

    private static IResult Malformed() =>
        Wire.Error(StatusCodes.Status400BadRequest, "BadForm", "The body is not a form with an activity and files.");

    private static bool IsActivity(MultipartSection part) =>
        part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true
        || part.GetContentDispositionHeader()?.Name.Value?.Trim('"') == "activity";

    private async Task<JsonObject?> ReadActivityAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        var buffer = new byte[maxActivity + 1];
        var read = await part.Body.ReadAtLeastAsync(
            buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > maxActivity ? null : Wire.Read(buffer.AsMemory(0, read));
    }

    private async Task<IResult?> SaveAsync(
        MultipartSection part, string conversation, CancellationToken cancellationToken)
    {
        var disposition = part.GetContentDispositionHeader();
        var name = HeaderUtilities.RemoveQuotes(disposition?.FileNameStar ?? default).Value
            ?? HeaderUtilities.RemoveQuotes(disposition?.FileName ?? default).Value;
        if (string.IsNullOrEmpty(name))
        {
            return Malformed();
        }

        name = Path.GetFileName(name.Replace('\\', '/'));
        var left = maxFiles - _files.Sum(file => file.Saved.Size);
        var saved = await store.SaveAsync(conversation, name, part.Body, left, cancellationToken);
        if (ReferenceEquals(saved, SavedFile.TooLarge))
        {
            return Wire.Error(StatusCodes.Status413PayloadTooLarge, "TooLarge", "The files are too large.");
        }

        if (saved.File is null)
        {
            return Wire.Error(
                StatusCodes.Status415UnsupportedMediaType, "BadKind", "Files of this kind are not taken.");
        }

        _files.Add((saved, name));
        return null;
    }

    private JsonObject Attach(JsonObject activity)
    {
        activity["attachments"] = new JsonArray([.. _files.Select(file => new JsonObject
        {
            ["contentType"] = file.Saved.MediaType,
            ["contentUrl"] =
                $"{DirectLine.ActivityFrame.UploadScheme}{file.Saved.File}/{Uri.EscapeDataString(file.Name)}",
            ["name"] = file.Name,
        })]);
        var data = Wire.Object(activity, "channelData")?.DeepClone().AsObject() ?? [];
        data["attachmentSizes"] = new JsonArray([.. _files.Select(file => JsonValue.Create(file.Saved.Size))]);
        activity["channelData"] = data;
        return activity;
    }
}
