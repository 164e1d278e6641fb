using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Channels;

/// <summary>Where the bytes of files that people sent on one channel are fetched from.</summary>
public interface IFileSource
{
    /// <summary>The channel whose files it fetches.</summary>
    string Channel { get; }

    /// <summary>
    /// Opens a file somebody sent. Never throws for what the network or the server did: that is the outcome. Reading
    /// the content throws <see cref="IOException"/> when the line breaks.
    /// </summary>
    /// <param name="file">As the activity described it.</param>
    /// <param name="conversation">Where it was sent; nobody gets a file of another conversation.</param>
    /// <param name="cancellationToken">Gives up, also while the content is read.</param>
    Task<FileFetch> OpenAsync(Attachment file, ConversationKey conversation, CancellationToken cancellationToken);
}
