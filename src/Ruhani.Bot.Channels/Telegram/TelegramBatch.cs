namespace Ruhani.Bot.Channels.Telegram;

/// <summary>The updates of one answer: in order within a chat, chats side by side.</summary>
internal sealed class TelegramBatch(TelegramUpdateHandler handler, IReadOnlyList<ParsedUpdate> updates)
{
    /// <summary>Runs all turns.</summary>
    /// <param name="stopping">After it no further turn begins.</param>
    /// <param name="abandon">Gives up the turns in hand.</param>
    /// <returns>
    /// False when some turns were not begun. Throws what a turn threw, when all that began have ended.
    /// </returns>
    public async Task<bool> RunAsync(CancellationToken stopping, CancellationToken abandon)
    {
        var chats = new Dictionary<string, List<TelegramIntake>>(updates.Count, StringComparer.Ordinal);
        foreach (var update in updates)
        {
            var intake = handler.Read(update);
            // What has no activity has no chat that could be kept in order: at most a press to answer.
            var chat = intake.Activity?.Conversation.Chat ?? "";
            if (!chats.TryGetValue(chat, out var list))
            {
                chats.Add(chat, list = []);
            }

            list.Add(intake);
        }

        var runs = new List<Task<bool>>(chats.Count);
        foreach (var chat in chats.Values)
        {
            runs.Add(RunChatAsync(chat, stopping, abandon));
        }

        var ends = await Task.WhenAll(runs).ConfigureAwait(false);
        return Array.TrueForAll(ends, isDone => isDone);
    }

    private async Task<bool> RunChatAsync(
        List<TelegramIntake> chat, CancellationToken stopping, CancellationToken abandon)
    {
        foreach (var intake in chat)
        {
            if (stopping.IsCancellationRequested)
            {
                return false;
            }

            await handler.HandleAsync(intake, abandon).ConfigureAwait(false);
        }

        return true;
    }
}
