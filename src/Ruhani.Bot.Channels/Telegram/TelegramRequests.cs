using System.Globalization;
using Ruhani.Bot.Outbox;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>Turns a rendered message into Telegram's requests.</summary>
internal static class TelegramRequests
{
    private static readonly LinkPreviewOptions _noPreview = new() { IsDisabled = true };

    /// <summary>The chat of a conversation: a number, or <c>@name</c> of a channel; null when it is neither.</summary>
    public static ChatId? ChatOf(string chat) =>
        long.TryParse(chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? new ChatId(id)
        : chat is ['@', _, ..] ? new ChatId(chat)
        : null;

    /// <summary>The message sent anew; in a group it quotes what it answers.</summary>
    public static SendMessageRequest Send(ChatId chat, OutboxMessage message) => new()
    {
        ChatId = chat,
        Text = message.Text,
        ParseMode = ParseMode.Html,
        LinkPreviewOptions = _noPreview,
        ReplyMarkup = KeyboardOf(message),
        ReplyParameters = QuoteOf(message),
    };

    /// <summary>The message with its file, shown or handed over; the text is its caption.</summary>
    public static IRequest SendFile(ChatId chat, OutboxMessage message, InputFile file)
    {
        var caption = message.Text.Length == 0 ? null : message.Text;
        return message.File!.AsPicture
            ? new SendPhotoRequest
            {
                ChatId = chat,
                Photo = file,
                Caption = caption,
                ParseMode = ParseMode.Html,
                ReplyMarkup = KeyboardOf(message),
                ReplyParameters = QuoteOf(message),
            }
            : new SendDocumentRequest
            {
                ChatId = chat,
                Document = file,
                DisableContentTypeDetection = true,
                Caption = caption,
                ParseMode = ParseMode.Html,
                ReplyMarkup = KeyboardOf(message),
                ReplyParameters = QuoteOf(message),
            };
    }

    /// <summary>The message in place of an earlier one; null when there is none to replace.</summary>
    public static EditMessageTextRequest? Edit(ChatId chat, OutboxMessage message) =>
        IdOf(message.EditMessageId) is not { } earlier ? null : new EditMessageTextRequest
        {
            ChatId = chat,
            MessageId = earlier,
            Text = message.Text,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = _noPreview,
            ReplyMarkup = KeyboardOf(message),
        };

    private static ReplyParameters? QuoteOf(OutboxMessage message) =>
        message.IsGroup && IdOf(message.InReplyTo) is { } quoted
            ? new ReplyParameters { MessageId = quoted, AllowSendingWithoutReply = true }
            : null;

    private static InlineKeyboardMarkup? KeyboardOf(OutboxMessage message)
    {
        if (message.Buttons.Count == 0)
        {
            return null;
        }

        var rows = new InlineKeyboardButton[message.Buttons.Count][];
        for (var row = 0; row < rows.Length; row++)
        {
            var buttons = message.Buttons[row];
            var keys = rows[row] = new InlineKeyboardButton[buttons.Count];
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = buttons[i].Address is { } address
                    ? InlineKeyboardButton.WithUrl(buttons[i].Label, address.AbsoluteUri)
                    : InlineKeyboardButton.WithCallbackData(buttons[i].Label, buttons[i].Token);
            }
        }

        return new InlineKeyboardMarkup(rows);
    }

    private static int? IdOf(string? message) =>
        int.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
