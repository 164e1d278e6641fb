using Ruhani.Bot.Activities;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>What a message without text carries.</summary>
internal static class TelegramContent
{
    /// <summary>
    /// Reads it; null for a service message (somebody joined, a message was pinned, a group moved …).
    /// </summary>
    /// <param name="origin">Where it came from.</param>
    /// <param name="message">The message.</param>
    /// <param name="caption">Its caption without the bot's name.</param>
    public static Activity? Read(TelegramOrigin origin, Message message, string? caption) => message.Type switch
    {
        MessageType.Photo when message.Photo is { Length: > 0 } sizes => origin.Photo(Largest(sizes), caption),
        MessageType.Document => origin.File(Of(message.Document!, message.Document!.FileName, message.Document.MimeType,
            message.Document.FileSize), caption),
        MessageType.Audio => origin.File(Of(message.Audio!, message.Audio!.FileName, message.Audio.MimeType,
            message.Audio.FileSize), caption),
        MessageType.Video => origin.File(Of(message.Video!, message.Video!.FileName, message.Video.MimeType,
            message.Video.FileSize), caption),
        MessageType.Voice => origin.Voice(Of(message.Voice!, name: null, message.Voice!.MimeType,
            message.Voice.FileSize)),
        MessageType.Location or MessageType.Venue when message.Location is { } point =>
            origin.Location(point.Latitude, point.Longitude),
        MessageType.Contact => origin.Contact(message.Contact!.PhoneNumber, message.Contact.UserId == message.From!.Id),
        // A group's members chat in stickers and polls among themselves; only a person in a private chat waits for a
        // word.
        _ when origin.IsGroup => null,
        var kind when IsPersonal(kind) => origin.Unsupported(kind.ToString().ToLowerInvariant()),
        _ => null,
    };

    /// <summary>True for what a person sends on purpose; Unknown is a kind that came after this version.</summary>
    private static bool IsPersonal(MessageType kind) => kind is MessageType.Unknown
        or MessageType.Photo or MessageType.Sticker or MessageType.Animation or MessageType.VideoNote
        or MessageType.LivePhoto
        or MessageType.Dice or MessageType.Poll or MessageType.Game or MessageType.Story or MessageType.Checklist
        or MessageType.PaidMedia or MessageType.RichMessage or MessageType.Invoice or MessageType.Gift
        or MessageType.UniqueGift or MessageType.Giveaway or MessageType.UsersShared or MessageType.ChatShared
        or MessageType.PassportData;

    private static Attachment Largest(PhotoSize[] sizes)
    {
        var largest = sizes.MaxBy(size => (long)size.Width * size.Height)!;
        return Of(largest, name: null, "image/jpeg", largest.FileSize);
    }

    private static Attachment Of(FileBase file, string? name, string? mediaType, long? size) =>
        new(file.FileId, name, mediaType, size);
}
