using System.Globalization;
using Ruhani.Bot.Activities;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// Hop 2: turns an update into an activity, or into null when it is none of ours: bots, edited messages, channel posts,
/// service messages, and in groups whatever isn't addressed to the bot.
/// </summary>
internal sealed class TelegramActivityReader(TelegramIdentity bot)
{
    /// <summary>The channel's name in every key.</summary>
    public const string Channel = "telegram";

    private readonly TelegramAddressing _addressing = new(bot);
    private readonly string _idPrefix = string.Create(CultureInfo.InvariantCulture, $"{Channel}:{bot.Id}:");

    /// <summary>Reads one update.</summary>
    /// <param name="update">What Telegram sent.</param>
    /// <param name="receivedAt">Taken for updates that carry no time of their own.</param>
    public Activity? Read(Update update, DateTimeOffset receivedAt)
    {
        if (update.Message is { } message)
        {
            return ReadMessage(update.Id, message);
        }

        if (update.CallbackQuery is { } query)
        {
            return ReadButton(update.Id, query, receivedAt);
        }

        return update.MyChatMember is { } member ? ReadMembership(update.Id, member) : null;
    }

    /// <summary>
    /// The activity of an update that Telegram.Bot couldn't read, when a person sent it privately: a kind that came
    /// after this version. Null for all others.
    /// </summary>
    public UnsupportedActivity? Read(UnreadableUpdate update, DateTimeOffset receivedAt) =>
        update.PrivateSender is { } sender
            ? OriginOf(update.Id, sender, SenderOf(sender, update.LanguageCode, name: null), receivedAt)
                .Unsupported("unreadable")
            : null;

    private Activity? ReadMessage(int updateId, Message message)
    {
        if (message.From is not { IsBot: false } from || message.Chat.Type == ChatType.Channel)
        {
            return null;
        }

        var isGroup = message.Chat.Type != ChatType.Private;
        if (_addressing.Read(message, isGroup) is not { } address)
        {
            return null;
        }

        var origin = OriginOf(updateId, message.Chat.Id, SenderOf(from), TimeOf(message.Date)) with
        {
            IsGroup = isGroup,
            MessageId = IdOf(message.Id),
        };
        return message.Text is null ? TelegramContent.Read(origin, message, address.Words)
            : address.Command is { } command ? origin.Command(command, address.Words ?? "")
            : origin.Text(address.Words ?? "");
    }

    /// <summary>A press of a button. One without data (a game) or under an inline message isn't ours.</summary>
    private ButtonActivity? ReadButton(int updateId, CallbackQuery query, DateTimeOffset receivedAt)
    {
        if (query is not { Data: { } data, Message: { } source, From.IsBot: false })
        {
            return null;
        }

        var id = IdOf(source.Id);
        var origin = OriginOf(updateId, source.Chat.Id, SenderOf(query.From), receivedAt) with
        {
            IsGroup = source.Chat.Type != ChatType.Private,
            MessageId = id,
        };
        // A message Telegram no longer lets the bot touch comes with the date 0 (InaccessibleMessage).
        return origin.Button(data, source.Date == default ? null : id);
    }

    private MembershipActivity? ReadMembership(int updateId, ChatMemberUpdated update)
    {
        var isGroup = update.Chat.Type is ChatType.Group or ChatType.Supergroup;
        if (!isGroup && update.Chat.Type != ChatType.Private)
        {
            return null;
        }

        var before = update.OldChatMember;
        var after = update.NewChatMember;
        MembershipChange? change = isGroup
            ? (before.IsInChat, after.IsInChat) switch
            {
                (false, true) => MembershipChange.AddedToGroup,
                (true, false) => MembershipChange.RemovedFromGroup,
                _ => null,
            }
            : after.Status == ChatMemberStatus.Kicked ? MembershipChange.Blocked
            : before.Status == ChatMemberStatus.Kicked && after.IsInChat ? MembershipChange.Unblocked
            : null;
        var origin = OriginOf(updateId, update.Chat.Id, SenderOf(update.From), TimeOf(update.Date));
        return change is { } known ? (origin with { IsGroup = isGroup }).Membership(known) : null;
    }

    // The bot's id is part of the activity's: another token means another count of updates.
    private TelegramOrigin OriginOf(int updateId, long chatId, Sender from, DateTimeOffset at) =>
        new(
            _idPrefix + IdOf(updateId),
            new ConversationKey(Channel, IdOf(chatId)),
            from,
            at,
            IsGroup: false,
            MessageId: null);

    private static Sender SenderOf(User user) =>
        SenderOf(
            user.Id,
            user.LanguageCode,
            user.LastName is null ? user.FirstName : $"{user.FirstName} {user.LastName}");

    private static Sender SenderOf(long id, string? language, string? name) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Channel}:{id}"), language, name);

    private static DateTimeOffset TimeOf(DateTime date) => new(date, TimeSpan.Zero);

    private static string IdOf(long id) => id.ToString(CultureInfo.InvariantCulture);
}
