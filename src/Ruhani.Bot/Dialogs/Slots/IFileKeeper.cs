using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Takes the files people answer with into the bot's own keeping, before the network forgets them.</summary>
public interface IFileKeeper
{
    /// <summary>
    /// Fetches a file and keeps it. Never throws for what the network did or the file is: that is the outcome.
    /// </summary>
    /// <param name="file">As the activity described it.</param>
    /// <param name="conversation">Where it was sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<FileKeeping> KeepAsync(Attachment file, ConversationKey conversation, CancellationToken cancellationToken);
}
