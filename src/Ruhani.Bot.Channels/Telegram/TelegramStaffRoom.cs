using Microsoft.Extensions.Options;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Staff;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>The group of <c>Telegram:StaffChatId</c>.</summary>
internal sealed class TelegramStaffRoom(IOptions<TelegramOptions> options, TelegramIdentity bot) : IStaffRoom
{
    /// <inheritdoc/>
    public ConversationKey? Conversation => string.IsNullOrWhiteSpace(options.Value.StaffChatId)
        ? null
        : new ConversationKey(TelegramActivityReader.Channel, options.Value.StaffChatId.Trim());

    /// <inheritdoc/>
    public Uri? PrivateChat(string payload) =>
        bot.Name is { } name ? new Uri($"https://t.me/{name}?start={Uri.EscapeDataString(payload)}") : null;
}
