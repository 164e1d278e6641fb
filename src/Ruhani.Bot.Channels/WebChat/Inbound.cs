using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>What is known of an activity besides its own words.</summary>
internal sealed record Inbound(
    string Id, ConversationKey Conversation, Sender From, DateTimeOffset At, string? MessageId, bool IsGroup = false);
