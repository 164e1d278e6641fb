using System.Text.Json;
using Ruhani.Bot.Channels.WhatsApp.Wire;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// Knows one person by two ids. WhatsApp names people by phone number (<c>wa_id</c>), by a business-scoped id
/// (<c>user_id</c>, <c>KZ.1234…</c>), or both; the number may be missing for people with a username.
/// <para>
/// The rule: a conversation is named after the phone number if one is there when the person is first seen, otherwise
/// after the business-scoped id, and keeps that name. Whenever both ids are seen together (in messages, and in the
/// statuses of what we sent to a number) the pair is remembered, so that either alone finds the same conversation
/// afterwards; where two disagree, the business-scoped id decides, for numbers change hands. When WhatsApp reports
/// that a person changed number or id, the conversation stays and its messages go to the new one.
/// </para>
/// </summary>
internal sealed class WhatsAppPeople(IStore store, TimeProvider time)
{
    private const int Attempts = 8;

    /// <summary>True for <c>KZ.1234</c> and <c>KZ.ENT.1234</c>: two letters, a dot, letters and digits.</summary>
    public static bool IsUserId(string id) =>
        id.Length > 3 && char.IsAsciiLetterUpper(id[0]) && char.IsAsciiLetterUpper(id[1]) && id[2] == '.';

    /// <summary>The conversation of a person seen by one or both ids; remembers the pair.</summary>
    /// <returns>Null when there is no id at all.</returns>
    public async Task<string?> ChatAsync(WhatsAppIds ids, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var byUser = await FindAsync(ids.UserId, cancellationToken).ConfigureAwait(false);
            if (byUser.Alias is { } known && (ids.Phone is null || ids.Phone == known.Phone))
            {
                return known.Chat;
            }

            if (byUser.Alias is { Phone: not null } moved)
            {
                await MoveAsync(ids with { Phone = null }, ids, cancellationToken).ConfigureAwait(false);
                return moved.Chat;
            }

            var byPhone = await FindAsync(ids.Phone, cancellationToken).ConfigureAwait(false);
            var gaveUpPhone = byPhone.Alias?.SendTo is not null;
            var chat = byUser.Alias?.Chat
                ?? (gaveUpPhone ? null : byPhone.Alias?.Chat ?? ids.Phone)
                ?? ids.UserId ?? ids.Phone;
            if (ids.UserId is null || chat is null)
            {
                return chat;
            }

            var alias = new WhatsAppAlias(chat, ids.Phone ?? byUser.Alias?.Phone, byUser.Alias?.SendTo);
            var writes = new List<DocumentWrite> { Write(ids.UserId, byUser, alias) };
            if (ids.Phone is not null && chat != ids.Phone && byPhone.Alias is null)
            {
                writes.Add(Write(ids.Phone, byPhone, new WhatsAppAlias(chat)));
            }

            if (await CommitAsync(writes, cancellationToken).ConfigureAwait(false))
            {
                return chat;
            }
        }

        throw new InvalidOperationException("The ids of a person could not be written: the store reports conflicts.");
    }

    /// <summary>
    /// Remembers the pair that a receipt names, when we know the conversation: a receipt that comes after a person's
    /// data was deleted must not bring the ids back.
    /// </summary>
    public async Task PairAsync(WhatsAppIds ids, CancellationToken cancellationToken)
    {
        var chat = (await FindAsync(ids.UserId, cancellationToken).ConfigureAwait(false)).Alias?.Chat
            ?? (await FindAsync(ids.Phone, cancellationToken).ConfigureAwait(false)).Alias?.Chat
            ?? ids.Phone ?? ids.UserId;
        if (chat is not null && await store.FindAsync(DocumentKind.Conversation, Key(chat), cancellationToken)
            .ConfigureAwait(false) is not null)
        {
            await ChatAsync(ids, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Follows a person to a new number or a new business-scoped id.</summary>
    public async Task MoveAsync(WhatsAppIds from, WhatsAppIds to, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var chat = await ChatAsync(from, cancellationToken).ConfigureAwait(false);
            var target = chat is not null && IsUserId(chat) ? to.UserId ?? to.Phone : to.Phone;
            if (chat is null || (target is null && to.UserId is null))
            {
                return;
            }

            var writes = new Dictionary<string, DocumentWrite>(StringComparer.Ordinal);
            foreach (var id in new[] { to.Phone, to.UserId }.OfType<string>().Where(id => id != chat))
            {
                var old = await FindAsync(id, cancellationToken).ConfigureAwait(false);
                writes[id] = Write(id, old, new WhatsAppAlias(chat, id == to.UserId ? to.Phone : null));
            }

            if (target is not null)
            {
                var own = await FindAsync(chat, cancellationToken).ConfigureAwait(false);
                var phone = to.UserId == chat ? to.Phone ?? own.Alias?.Phone : own.Alias?.Phone;
                var alias = new WhatsAppAlias(chat, phone, target == chat ? null : target);
                writes[chat] = Write(chat, own, alias);
            }

            if (await CommitAsync([.. writes.Values], cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <summary>The id messages to a conversation are sent to.</summary>
    public async Task<string> AddressAsync(string chat, CancellationToken cancellationToken) =>
        (await FindAsync(chat, cancellationToken).ConfigureAwait(false)).Alias?.SendTo ?? chat;

    private async Task<(WhatsAppAlias? Alias, long Version)> FindAsync(string? id, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return default;
        }

        var document = await store.FindAsync(DocumentKind.Alias, Key(id), cancellationToken).ConfigureAwait(false);
        return document is null
            ? default
            : (JsonSerializer.Deserialize(document.Json, GraphJson.Wire.WhatsAppAlias), document.Version);
    }

    private static DocumentWrite Write(string id, (WhatsAppAlias? Alias, long Version) old, WhatsAppAlias alias) =>
        new(new StoredDocument(
            DocumentKind.Alias,
            Key(id),
            old.Version + 1,
            JsonSerializer.Serialize(alias, GraphJson.Wire.WhatsAppAlias),
            Group: Key(alias.Chat)));

    private async Task<bool> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var commit = new Commit { At = time.GetUtcNow(), Documents = writes };
        return await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false) == CommitOutcome.Committed;
    }

    private static string Key(string id) => $"{WhatsAppChannel.ChannelName}:{id}";
}

/// <summary>The ids a webhook names a person by.</summary>
/// <param name="Phone"><c>wa_id</c>: digits.</param>
/// <param name="UserId">The business-scoped id.</param>
internal readonly record struct WhatsAppIds(string? Phone, string? UserId);
