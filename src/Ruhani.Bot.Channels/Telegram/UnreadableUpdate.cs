namespace Ruhani.Bot.Channels.Telegram;

/// <summary>An update Telegram.Bot threw on, as far as it can be read without it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="PrivateSender">The person, when it is a message in a private chat and not from a bot.</param>
/// <param name="LanguageCode">The language of the person's client.</param>
internal sealed record UnreadableUpdate(int Id, long? PrivateSender, string? LanguageCode);
