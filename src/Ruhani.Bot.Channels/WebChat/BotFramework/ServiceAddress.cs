namespace Ruhani.Bot.Channels.WebChat.BotFramework;

/// <summary>Where the replies of one conversation go, as kept in the store.</summary>
/// <param name="Url">The service's address.</param>
/// <param name="ConversationId">The conversation's id there.</param>
/// <param name="ChannelId">The channel behind it (<c>msteams</c>, <c>emulator</c>).</param>
/// <param name="Bot">The id under which the bot is known there.</param>
/// <param name="BotName">Its name there.</param>
/// <param name="User">Whom it talks with.</param>
internal sealed record ServiceAddress(
    string Url, string ConversationId, string ChannelId, string? Bot, string? BotName, string? User);
