using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat.BotFramework;

/// <summary>
/// Files on their way to a Bot Framework service: within the activity, as a <c>data:</c> address, since the service
/// can't come to us to fetch them. An activity may have 256 KB, and the bytes grow by a third.
/// </summary>
internal static class InlineFiles
{
    private const int Most = 160 * 1024;

    /// <summary>What can go so.</summary>
    public static FileCapabilities Capabilities { get; } = new()
    {
        MaxCaption = 8000,
        MaxFile = Most,
        MaxPicture = Most,
    };

    /// <summary>The file as an address; null when it is no longer kept.</summary>
    public static async Task<string?> WriteAsync(
        IFileStore files, OutboxFile file, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(file.File.Id, cancellationToken) is not { } content)
        {
            return null;
        }

        await using (content)
        {
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellationToken);
            return $"data:{file.File.MediaType};base64,{Convert.ToBase64String(bytes.ToArray())}";
        }
    }
}
