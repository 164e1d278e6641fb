using System.Globalization;
using System.Text.Json;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.WebChat.BotFramework;
using Ruhani.Bot.Channels.WebChat.DirectLine;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>
/// What a web page shows again when it is opened: all that was said in the person's conversations, the older ones too.
/// </summary>
internal sealed class WebChatPersonalData(IStore store) : IPersonalData
{
    public IReadOnlyList<DocumentKind> Covers => [DocumentKind.WebChatActivity];

    public async ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        var count = (await FindAsync(scope, cancellationToken)).Count.ToString(CultureInfo.InvariantCulture);
        return count == "0" ? [] : [PersonalRecord.Of(turn, PersonalKinds.Message, count, ("count", count))];
    }

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
            var isOfMany = document.Group is Keys.Heads or Keys.People or Keys.Services;
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
