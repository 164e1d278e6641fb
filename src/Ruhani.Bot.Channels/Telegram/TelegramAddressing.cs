using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>Whom a message is meant for, which command it is, and what is left of its words.</summary>
internal sealed class TelegramAddressing(TelegramIdentity bot)
{
    /// <summary>What a message says to us; null when it is for somebody else.</summary>
    public TelegramAddress? Read(Message message, bool isGroup)
    {
        var words = message.Text ?? message.Caption;
        var isMentioned = false;
        if (isGroup && words is not null)
        {
            var entities = message.Text is null ? message.CaptionEntities : message.Entities;
            isMentioned = CutMention(ref words, entities ?? []);
        }

        if (message.Text is not null && TelegramCommand.Read(words) is { } command)
        {
            var isOurs = command.BotName is null
                || string.Equals(command.BotName, bot.Name, StringComparison.OrdinalIgnoreCase);
            return isOurs ? new TelegramAddress(command.Name, command.Payload) : null;
        }

        return !isGroup || isMentioned || message.ReplyToMessage?.From?.Id == bot.Id
            ? new TelegramAddress(Command: null, words)
            : null;
    }

    /// <summary>Takes our name out of the words: it is an address, not part of the question.</summary>
    private bool CutMention(ref string words, MessageEntity[] entities)
    {
        for (var i = entities.Length - 1; i >= 0; i--)
        {
            var entity = entities[i];
            if (entity.Offset < 0 || entity.Length <= 0 || entity.Offset + entity.Length > words.Length
                || !IsUs(entity, words))
            {
                continue;
            }

            var before = words.AsSpan(0, entity.Offset).TrimEnd();
            var after = words.AsSpan(entity.Offset + entity.Length).TrimStart(" \t\r\n,:;");
            words = before.Length == 0 ? after.ToString()
                : after.Length == 0 ? before.ToString()
                : $"{before} {after}";
            return true;
        }

        return false;
    }

    private bool IsUs(MessageEntity entity, string words) => entity.Type switch
    {
        MessageEntityType.Mention => bot.Name is { } name && entity.Length == name.Length + 1
            && words.AsSpan(entity.Offset + 1, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase),
        MessageEntityType.TextMention => entity.User?.Id == bot.Id,
        _ => false,
    };
}

/// <summary>What a message says to us.</summary>
/// <param name="Command">The command's name in lower case; null for plain words.</param>
/// <param name="Words">The words, or what followed the command; null when there are none.</param>
internal readonly record struct TelegramAddress(string? Command, string? Words);
