namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>One activity of a conversation as clients get it.</summary>
/// <param name="Number">
/// Its position, from 1; the watermark after it. 0 for a passing one that is not kept (typing).
/// </param>
/// <param name="ActivityId">Its id on the wire.</param>
/// <param name="Json">The activity.</param>
/// <param name="IsRepeat">True when it was in the log before it was added.</param>
internal sealed record LogEntry(long Number, string ActivityId, string Json, bool IsRepeat = false);
