using System.Globalization;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>What Telegram's answers mean for the message and its person.</summary>
internal static class TelegramOutcome
{
    /// <summary>An edit that changes nothing: as good as done.</summary>
    public static bool IsUnchanged(TelegramReply reply) => reply.Code == 400 && Says(reply, "message is not modified");

    /// <summary>An edit Telegram doesn't take any more: the message is gone, too old or not ours.</summary>
    public static bool IsUneditable(TelegramReply reply) => reply.Code == 400
        && (Says(reply, "message to edit not found") || Says(reply, "message can't be edited")
            || Says(reply, "there is no text in the message to edit") || Says(reply, "MESSAGE_ID_INVALID"));

    /// <summary>A file known by an id that Telegram has forgotten, or that another bot's token got.</summary>
    public static bool IsFileUnknown(TelegramReply reply) => reply.Code == 400
        && (Says(reply, "wrong file") || Says(reply, "wrong remote file") || Says(reply, "invalid file_id")
            || Says(reply, "temporarily unavailable"));

    /// <summary>A file larger than bots may fetch.</summary>
    public static bool IsFileTooLarge(TelegramReply reply) => reply.Code == 400 && Says(reply, "file is too big");

    /// <summary>Reads an answer.</summary>
    public static DeliveryOutcome Of(TelegramReply reply)
    {
        if (reply.IsOk)
        {
            return new DeliveryOutcome.Sent(
                reply.ReadMessageId()?.ToString(CultureInfo.InvariantCulture));
        }

        var code = reply.Code == 0 ? reply.Status : reply.Code;
        var reason = ReasonOf(code, reply.Description);
        return code switch
        {
            _ when reply.MigrateToChat is { } chat =>
                new DeliveryOutcome.Moved(chat.ToString(CultureInfo.InvariantCulture)),
            429 => new DeliveryOutcome.Retry(reply.RetryAfter, RetryScope.Channel, reason),
            // 404 is how Telegram answers a token that was never one.
            401 or 404 => new DeliveryOutcome.Halted(reason),
            403 => new DeliveryOutcome.Unreachable(reason),
            400 when IsGone(reply) => new DeliveryOutcome.Unreachable(reason),
            >= 400 and < 500 => new DeliveryOutcome.Rejected(reason),
            // 5xx, and answers that aren't Telegram's: a proxy in between.
            _ => Failed(reason),
        };
    }

    /// <summary>The network or the server failed: only this conversation waits.</summary>
    public static DeliveryOutcome Failed(string reason) =>
        new DeliveryOutcome.Retry(After: null, RetryScope.Conversation, reason);

    private static bool IsGone(TelegramReply reply) =>
        Says(reply, "chat not found") || Says(reply, "PEER_ID_INVALID") || Says(reply, "USER_IS_BLOCKED")
        || Says(reply, "INPUT_USER_DEACTIVATED") || Says(reply, "group chat was deactivated");

    /// <summary>Telegram quotes the offending tag of the text; the text has no place in the log.</summary>
    private static string ReasonOf(int code, string description)
    {
        var quote = description.IndexOf('"', StringComparison.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{code} {(quote < 0 ? description : description[..quote].TrimEnd())}");
    }

    private static bool Says(TelegramReply reply, string words) =>
        reply.Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
