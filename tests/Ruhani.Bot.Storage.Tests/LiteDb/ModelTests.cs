using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage.LiteDb;
using Ruhani.Bot.Testing.Storage;

namespace Ruhani.Bot.Storage.Tests.LiteDb;

/// <summary>
/// Does the same at random to the store and to the plainest one, restarts included: they must always agree.
/// </summary>
public sealed class ModelTests
{
    private static readonly DateTimeOffset _start = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 700)]
    [InlineData(13, 3000)]
    [InlineData(14, 20_000)]
    [InlineData(15, 1 << 23)]
    public async Task It_agrees_with_the_model(int seed, int journalLength)
    {
        var random = new Random(seed);
        var options = new LiteDbOptions { CheckpointPages = 50, JournalLength = journalLength };
        var disk = new SimulatedDisk();
        var model = new MemoryStore();
        var store = LiteDbStore.Open(disk, options, NullLogger.Instance);
        for (var step = 0; step < 1200; step++)
        {
            var now = _start.AddMinutes(step);
            switch (random.Next(40))
            {
                case 0:
                    await store.DisposeAsync();
                    store = LiteDbStore.Open(disk, options, NullLogger.Instance);
                    model.ReleaseClaims();
                    break;
                case 1:
                    var (seen, settled) = (now.AddMinutes(-random.Next(300)), now.AddMinutes(-random.Next(300)));
                    await store.PurgeAsync(seen, settled, Cancelled);
                    await model.PurgeAsync(seen, settled, Cancelled);
                    break;
                case < 8:
                    var limit = random.Next(1, 6);
                    var claimed = await store.ClaimAsync(now, limit, Cancelled);
                    Assert.Equivalent(await model.ClaimAsync(now, limit, Cancelled), claimed, strict: true);
                    break;
                default:
                    var commit = await CommitAsync(random, model, step, now);
                    Assert.Equal(
                        await model.CommitAsync(commit, Cancelled), await store.CommitAsync(commit, Cancelled));
                    break;
            }

            await CompareAsync(model, store, random);
        }

        await store.DisposeAsync();
    }

    private static async Task<Commit> CommitAsync(Random random, MemoryStore model, int step, DateTimeOffset now)
    {
        var documents = new List<DocumentWrite>();
        for (var i = random.Next(3); i > 0; i--)
        {
            var id = Chat(random).ToString();
            var version = (await model.FindAsync(DocumentKind.Conversation, id, Cancelled))?.Version ?? 0;
            var delete = version > 0 && random.Next(5) == 0;
            version += (delete ? 0 : 1) + (random.Next(12) == 0 ? 1 : 0);
            var group = random.Next(3) is var g and > 0 ? $"g{g}" : null;
            var json = $"{step}:{new string('ж', random.Next(200))}";
            documents.Add(new(
                new(DocumentKind.Conversation, id, version, json, group, random.Next(5)), delete));
        }

        return new Commit
        {
            ActivityId = random.Next(4) > 0 ? $"a{random.Next(step + 10)}" : null,
            At = now,
            Documents = documents,
            Messages = [.. Enumerable.Range(0, random.Next(3)).Select(i => Message(random, $"{step}/{i}", step, now))],
            Changes = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Change(random, step, now))],
            ReleaseHeld = random.Next(6) == 0 ? Chat(random) : null,
            Forget = random.Next(9) == 0 ? [Chat(random), Chat(random)] : [],
        };
    }

    private static OutboxMessage Message(Random random, string id, int step, DateTimeOffset now) => new()
    {
        Id = id,
        Conversation = Chat(random),
        Order = step - random.Next(4),
        Text = new string('я', random.Next(300)),
        Language = "ru",
        Priority = (OutboxPriority)random.Next(2),
        CreatedAt = now,
        DueAt = now.AddMinutes(random.Next(20)),
    };

    private static OutboxChange Change(Random random, int step, DateTimeOffset now)
    {
        var id = $"{Math.Max(0, step - random.Next(60))}/{random.Next(2)}";
        return random.Next(9) switch
        {
            0 => new OutboxChange.Accepted(id, "wamid"),
            1 => new OutboxChange.Rescheduled(id, now.AddMinutes(random.Next(30)), random.Next(5)),
            2 => new OutboxChange.Held(id, "window"),
            3 => new OutboxChange.Dead(id, "refused"),
            4 => new OutboxChange.Moved(id, Chat(random), Chat(random)),
            _ => new OutboxChange.Done(id),
        };
    }

    private static ConversationKey Chat(Random random) => new("t", $"{random.Next(12)}");

    private static async Task CompareAsync(MemoryStore model, LiteDbStore store, Random random)
    {
        Assert.Equal(await model.CheckAsync(Cancelled), await store.CheckAsync(Cancelled));
        var id = Chat(random).ToString();
        Assert.Equal(
            await model.FindAsync(DocumentKind.Conversation, id, Cancelled),
            await store.FindAsync(DocumentKind.Conversation, id, Cancelled));
        var query = new DocumentQuery(
            DocumentKind.Conversation,
            random.Next(3) is var g and > 0 ? $"g{g}" : null,
            random.Next(2) == 0 ? random.Next(5) : null,
            random.Next(1, 8),
            random.Next(2) == 0 ? id : null);
        Assert.Equal(await model.ListAsync(query, Cancelled), await store.ListAsync(query, Cancelled));
        if (model.Rows is { Count: > 0 } rows)
        {
            var row = rows[random.Next(rows.Count)];
            Assert.Equivalent(row.Message, await store.FindMessageAsync(row.Message.Id, Cancelled), strict: true);
        }
    }
}
