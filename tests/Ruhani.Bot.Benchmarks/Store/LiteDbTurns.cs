using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Storage.LiteDb;

namespace Ruhani.Bot.Benchmarks.Store;

internal sealed class LiteDbTurns(string directory) : ITurnStore
{
    private readonly LiteDbStore _store = LiteDbStore.Open(
        new LiteDbOptions { Path = Path.Combine(directory, "lite.db") }, NullLogger<LiteDbStore>.Instance);

    public string Name => "LiteDbStore";

    public async Task<string> TurnAsync(int conversation, long activity)
    {
        var key = new ConversationKey("telegram", conversation.ToString(CultureInfo.InvariantCulture));
        var activityId = $"telegram:{activity}";
        while (true)
        {
            var version = (await _store.FindAsync(DocumentKind.Conversation, key.ToString(), default))?.Version ?? 0;
            var now = TimeProvider.System.GetUtcNow();
            var message = new OutboxMessage
            {
                Id = $"{activityId}/1",
                Conversation = key,
                Order = version,
                Text = Sample.Text,
                Language = "kk",
                Buttons = [[new OutboxButton("Иә", "yes"), new OutboxButton("Жоқ", "no")]],
                CreatedAt = now,
                DueAt = now,
            };
            var document = new StoredDocument(
                DocumentKind.Conversation, key.ToString(), version + 1, Sample.State(version), null, activity);
            var commit = new Commit
            {
                ActivityId = activityId,
                At = now,
                Documents = [new DocumentWrite(document)],
                Messages = [message],
            };
            if (await _store.CommitAsync(commit, default) == CommitOutcome.Committed)
            {
                return message.Id;
            }
        }
    }

    public Task DeliveredAsync(IReadOnlyList<string> messages) => _store.CommitAsync(
        new Commit
        {
            At = TimeProvider.System.GetUtcNow(),
            Changes = [.. messages.Select(id => new OutboxChange.Done(id))],
        },
        default);

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
