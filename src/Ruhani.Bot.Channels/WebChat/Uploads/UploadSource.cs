using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.WebChat.DirectLine;

namespace Ruhani.Bot.Channels.WebChat.Uploads;

/// <summary>Fetches what people uploaded to the web chat, from their own conversation and from nowhere else.</summary>
internal sealed class UploadSource(UploadStore uploads) : IFileSource
{
    public string Channel => WebChatChannel.ChannelName;

    public Task<FileFetch> OpenAsync(
        Attachment file, ConversationKey conversation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Open(file.Id, conversation.Chat));
    }

    private FileFetch Open(string address, string conversation)
    {
        if (!address.StartsWith(ActivityFrame.UploadScheme, StringComparison.Ordinal))
        {
            return new FileFetch.Refused("not uploaded here");
        }

        var path = uploads.Find(conversation, address[ActivityFrame.UploadScheme.Length..].Split('/')[0]);
        try
        {
            return path is null
                ? new FileFetch.Expired()
                : Fetched(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        }
        catch (FileNotFoundException)
        {
            return new FileFetch.Expired();
        }
        catch (IOException)
        {
            return new FileFetch.Unavailable("the disk failed");
        }
    }

    private static FileFetch.Fetched Fetched(FileStream content) => new(content, content.Length);
}
