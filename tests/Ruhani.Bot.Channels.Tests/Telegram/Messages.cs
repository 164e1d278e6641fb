using System.Globalization;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Telegram;

namespace Ruhani.Bot.Channels.Tests.Telegram;

internal static class Messages
{
    /// <summary>A message to a chat; each row is label, token, label, token …</summary>
    public static OutboxMessage To(TelegramChat chat, string text, string[][]? rows = null) => new()
    {
        Id = "telegram:1:1/1",
        Conversation = new ConversationKey("telegram", chat.Id.ToString(CultureInfo.InvariantCulture)),
        Order = 1,
        Text = text,
        Language = "kk",
        CreatedAt = DateTimeOffset.UnixEpoch,
        DueAt = DateTimeOffset.UnixEpoch,
        Buttons = [.. (rows ?? []).Select(row =>
            (IReadOnlyList<OutboxButton>)[.. row.Chunk(2).Select(pair => new OutboxButton(pair[0], pair[1]))])],
    };
}
