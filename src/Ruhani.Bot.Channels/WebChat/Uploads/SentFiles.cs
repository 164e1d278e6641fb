using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat.Uploads;

/// <summary>
/// Puts a file the bot sends among the files of its conversation, where the conversation's own token opens it and
/// nobody else's, and where it goes when the conversation goes.
/// </summary>
internal sealed class SentFiles(IFileStore files, UploadStore uploads)
{
    /// <summary>What the web chat takes: whatever a browser can save.</summary>
    public static FileCapabilities Capabilities { get; } = new()
    {
        MaxCaption = 8000,
        MaxFile = 100L * 1024 * 1024,
        MaxPicture = 100L * 1024 * 1024,
    };

    /// <summary>The address of the file within the conversation; null when it is no longer kept.</summary>
    public async Task<string?> PutAsync(OutboxFile file, string conversation, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(file.File.Id, cancellationToken) is not { } content)
        {
            return null;
        }

        await using (content)
        {
            var saved = await uploads.SaveAsync(
                conversation, file.File.Name, content, long.MaxValue, cancellationToken);
            return saved.File is { } kept
                ? $"{DirectLine.ActivityFrame.UploadScheme}{kept}/{Uri.EscapeDataString(file.File.Name)}"
                : null;
        }
    }
}
