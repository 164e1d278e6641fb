using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Storage.Tests;

/// <summary>What any store must do. A store's tests inherit it and say how to open one and how to restart it.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(5));

    protected static readonly ConversationKey Alice = new("telegram", "1001");

    protected static readonly ConversationKey Bob = new("telegram", "1002");

    private long _order;

    protected IStore Store { get; private set; } = null!;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync(Store);
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the store with what was in it before, or empty.</summary>
    protected abstract Task<IStore> OpenAsync();

    /// <summary>Closes it as a host does at its end.</summary>
    protected abstract Task CloseAsync(IStore store);

    protected async Task RestartAsync()
    {
        await CloseAsync(Store);
        Store = await OpenAsync();
    }

    protected static StoredDocument Document(
        string id, long version = 1, string json = "{}", string? group = null, long sort = 0,
        DocumentKind kind = DocumentKind.Conversation) => new(kind, id, version, json, group, sort);

    protected static Commit Write(params StoredDocument[] documents) =>
        new() { At = Start, Documents = [.. documents.Select(d => new DocumentWrite(d))] };

    protected OutboxMessage Message(
        string id, ConversationKey conversation, TimeSpan dueIn,
        OutboxPriority priority = OutboxPriority.Reply) => new()
        {
            Id = id,
            Conversation = conversation,
            Order = ++_order,
            Text = $"Мәтін {id}",
            Language = "kk",
            Priority = priority,
            CreatedAt = Start,
            DueAt = Start + dueIn,
            Buttons = [[new OutboxButton("Иә", "yes"), new OutboxButton("Нет", "no", "описание")]],
        };

    protected Task<CommitOutcome> CommitAsync(Commit commit) => Store.CommitAsync(commit, Cancelled);

    protected async Task PutAsync(params OutboxMessage[] messages) =>
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(new Commit { At = Start, Messages = messages }));

    protected async Task ChangeAsync(params OutboxChange[] changes) =>
        Assert.Equal(CommitOutcome.Committed, await CommitAsync(new Commit { At = Start, Changes = changes }));

    protected async Task<string[]> ClaimAsync(TimeSpan after, int limit = 100) =>
        [.. (await Store.ClaimAsync(Start + after, limit, Cancelled)).Select(m => m.Id)];

    protected async Task<StoredDocument?> FindAsync(string id, DocumentKind kind = DocumentKind.Conversation) =>
        await Store.FindAsync(kind, id, Cancelled);
}
