using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>
/// Hands out the one <see cref="ConversationLog"/> of each conversation in use, and forgets those nobody uses; what
/// they hold is in the store.
/// </summary>
internal sealed class ConversationLogs(IStore store, IOptions<WebChatOptions> options, TimeProvider time)
{
    private const int IdleAtMost = 200;
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <summary>Makes a conversation if there is none of this id yet.</summary>
    /// <param name="ticket">The conversation; a trusted user is remembered, to be written to later.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task CreateAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = Keys.Head(ticket.Conversation);
        var head = new StoredDocument(
            DocumentKind.WebChatActivity, id, 1, "{}", Keys.Heads, now.ToUnixTimeMilliseconds());

        // A conflict says that it is there already, which is as good.
        await store.CommitAsync(new Commit { At = now, Documents = [new DocumentWrite(head)] }, cancellationToken);
        if (ticket is { IsTrusted: true, User: { } user })
        {
            await RememberAsync(user, ticket.Conversation, now, cancellationToken);
        }
    }

    /// <summary>The conversation a person used last; null when they never did.</summary>
    public async Task<string?> LatestOfAsync(string user, CancellationToken cancellationToken) =>
        await store.FindAsync(DocumentKind.WebChatActivity, Keys.Person(user), cancellationToken) is { } found
            ? Wire.String(JsonNode.Parse(found.Json) as JsonObject, "conversation")
            : null;

    /// <summary>Borrows a conversation's log; null when there is no such conversation.</summary>
    public async Task<Lease?> RentAsync(string conversation, CancellationToken cancellationToken)
    {
        Slot slot;
        lock (_slots)
        {
            if (!_slots.TryGetValue(conversation, out slot!))
            {
                slot = new Slot(new ConversationLog(conversation, store, time, options.Value.MaxActivities));
                _slots.Add(conversation, slot);
            }

            slot.Users++;
        }

        var lease = new Lease(this, slot);
        try
        {
            if (await slot.LoadAsync(cancellationToken))
            {
                return lease;
            }
        }
        catch
        {
            lease.Dispose();
            throw;
        }

        lease.Dispose();
        return null;
    }

    /// <summary>Has a log that is in use take over what was changed in the store.</summary>
    public async Task ReloadAsync(string conversation, CancellationToken cancellationToken)
    {
        if (await RentAsync(conversation, cancellationToken) is { } lease)
        {
            using (lease)
            {
                await lease.Log.ReloadAsync(cancellationToken);
            }
        }
    }

    /// <summary>Forgets a conversation that is about to be deleted. False when somebody uses it right now.</summary>
    public bool Forget(string conversation)
    {
        lock (_slots)
        {
            if (!_slots.TryGetValue(conversation, out var slot))
            {
                return true;
            }

            if (slot.Users > 0)
            {
                return false;
            }

            Drop(slot);
            return true;
        }
    }

    private async Task RememberAsync(
        string user, string conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Keys.Person(user);
        var json = Wire.Text(new JsonObject { ["conversation"] = conversation });
        var sort = now.ToUnixTimeMilliseconds();
        CommitOutcome outcome;
        do
        {
            var old = await store.FindAsync(DocumentKind.WebChatActivity, id, cancellationToken);
            var document = new StoredDocument(
                DocumentKind.WebChatActivity, id, (old?.Version ?? 0) + 1, json, Keys.People, sort);
            outcome = await store.CommitAsync(
                new Commit { At = now, Documents = [new DocumentWrite(document)] }, cancellationToken);
        }
        while (outcome == CommitOutcome.Conflict);
    }

    private void Return(Slot slot)
    {
        lock (_slots)
        {
            if (--slot.Users > 0 || (slot.IsLoaded && _slots.Count <= IdleAtMost))
            {
                return;
            }

            Drop(slot);
            foreach (var idle in _slots.Values.Where(other => other.Users == 0).ToArray())
            {
                Drop(idle);
            }
        }
    }

    private void Drop(Slot slot)
    {
        _slots.Remove(slot.Log.Conversation);
        slot.Dispose();
    }

    /// <summary>The right to use a log until it is disposed of.</summary>
    internal sealed class Lease(ConversationLogs owner, Slot slot) : IDisposable
    {
        private int _returned;

        /// <summary>The log.</summary>
        public ConversationLog Log => slot.Log;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _returned, 1) == 0)
            {
                owner.Return(slot);
            }
        }
    }

    internal sealed class Slot(ConversationLog log) : IDisposable
    {
        private readonly SemaphoreSlim _loading = new(1, 1);

        public bool IsLoaded { get; private set; }

        public ConversationLog Log => log;

        public int Users { get; set; }

        public async Task<bool> LoadAsync(CancellationToken cancellationToken)
        {
            if (IsLoaded)
            {
                return true;
            }

            await _loading.WaitAsync(cancellationToken);
            try
            {
                return IsLoaded = IsLoaded || await log.LoadAsync(cancellationToken);
            }
            finally
            {
                _loading.Release();
            }
        }

        public void Dispose()
        {
            _loading.Dispose();
            log.Dispose();
        }
    }
}
