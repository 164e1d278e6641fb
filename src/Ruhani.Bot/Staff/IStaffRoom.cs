using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Staff;

/// <summary>
/// Where the office's people meet on a network: a group that is shown what waits, without private data.
/// </summary>
public interface IStaffRoom
{
    /// <summary>The group; null while none is configured.</summary>
    ConversationKey? Conversation { get; }

    /// <summary>An address that opens a private chat with the bot there; null while it isn't known.</summary>
    /// <param name="payload">What the bot then gets: letters, digits, a low line; at most 64.</param>
    Uri? PrivateChat(string payload);
}
