using System.Globalization;
using System.Text.Json;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.WebChat.BotFramework;
using Ruhani.Bot.Channels.WebChat.DirectLine;
using Ruhani.Bot.Channels.WebChat.Uploads;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>
/// What a web page shows again when it is opened: all that was said in the person's conversations, the older ones too.
/// </summary>
internal sealed class WebChatPersonalData(IStore store, ConversationLogs logs, UploadStore uploads)
    : IPersonalData
{
    public IReadOnlyList<DocumentKind> Covers => [DocumentKind.WebChatActivity];

    public async ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        var count = (await FindAsync(scope, cancellationToken)).Count.ToString(CultureInfo.InvariantCulture);
        return count == "0" ? [] : [PersonalRecord.Of(turn, PersonalKinds.Message, count, ("count", count))];
    }

    /// <summary>
    /// Everything said is deleted, with the files sent. What is left holds nothing of the person: that the
    /// conversations were there, for their numbers must not begin anew while a page is open, and where this one is
    /// answered.
    /// </summary>
    public async ValueTask EraseAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken)
    {
        var current = turn.Activity.Conversation.Chat;
        var all = await FindAsync(erasure.Scope, cancellationToken);
        var chats = all.Where(document => !IsOfMany(document)).Select(document => document.Group!)
            .Distinct(StringComparer.Ordinal).ToList();
        foreach (var document in all.Where(document => document.Id != Keys.Service(current)))
        {
            turn.Remove(document);
        }

        foreach (var chat in chats)
        {
            if (await store.FindAsync(DocumentKind.WebChatActivity, Keys.Head(chat), cancellationToken) is { } head)
            {
                var last = all.Where(document => document.Group == chat).Select(document => document.Sort)
                    .Append(ConversationLog.LastOf(head)).Max();
                turn.Put(head, head with
                {
                    Json = ConversationLog.HeadJson(last),
                    Sort = chat == current ? head.Sort : 0,
                });
            }
        }

        erasure.Afterward(async cancel =>
        {
            foreach (var chat in chats)
            {
                uploads.Delete(chat);
                await logs.ReloadAsync(chat, cancel);
            }
        });
    }

    private static bool IsOfMany(StoredDocument document) =>
        document.Group is Keys.Heads or Keys.People or Keys.Services;

    private async Task<IReadOnlyList<StoredDocument>> FindAsync(
        PersonalScope scope, CancellationToken cancellationToken)
    {
        var users = Chats(scope.People.Keys).ToList();
        var chats = Chats(scope.Conversations).ToHashSet(StringComparer.Ordinal);
        var ids = users.Select(Keys.Person).Concat(chats.Select(Keys.Service)).ToHashSet(StringComparer.Ordinal);
        if (chats.Count == 0)
        {
            return [];
        }

        // Whoever wrote in a conversation stands in what they wrote.
        var quoted = users.Select(user => JsonSerializer.Serialize(user)).ToList();
        var all = new List<StoredDocument>();
        await foreach (var document in store.AllAsync(DocumentKind.WebChatActivity, null, cancellationToken))
        {
            var isOfMany = IsOfMany(document);
            if (isOfMany ? ids.Contains(document.Id) : document.Group is not null)
            {
                all.Add(isOfMany ? document : document with { Json = "" });
            }

            if (!isOfMany && quoted.Exists(user => document.Json.Contains(user, StringComparison.Ordinal)))
            {
                chats.Add(document.Group!);
            }
        }

        return [.. all.Where(document => ids.Contains(document.Id) || chats.Contains(document.Group!))];
    }

    private static IEnumerable<string> Chats(IEnumerable<string> keys) => keys
        .Select(key => ConversationKey.TryParse(key, out var parsed) ? parsed : default)
        .Where(key => key.Channel is WebChatChannel.ChannelName or BotFrameworkChannel.ChannelName)
        .Select(key => key.Chat);
}
