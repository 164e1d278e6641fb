using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Support;

/// <summary>A dispatcher over a <see cref="MemoryStore"/> and one recording channel, in a time of its own.</summary>
internal sealed class OutboxBench : IDisposable
{
    public OutboxBench(ChannelCapabilities? capabilities = null, MemoryStore? store = null)
    {
        Store = store ?? new MemoryStore();
        Probe = new StoreProbe(Store);
        Channel = new RecordingChannel("telegram", capabilities ?? Networks.Telegram);
        Dispatcher = new OutboxDispatcher(
            Probe, new ChannelDirectory([Channel]), Signer, Options, Time, Log.For<OutboxDispatcher>());
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.FromHours(5)));

    public ButtonSigner Signer { get; } = new(new byte[32]);

    public OutboxOptions Options { get; } = new();

    public MemoryStore Store { get; }

    public StoreProbe Probe { get; }

    public RecordingChannel Channel { get; }

    public LogLines Log { get; } = new();

    public OutboxDispatcher Dispatcher { get; }

    public static ConversationKey Chat(string id) => new("telegram", id);

    public OutboxMessage Message(string id, string chat = "1", long order = 1) => new()
    {
        Id = id,
        Conversation = Chat(chat),
        Order = order,
        Text = id,
        Language = "kk",
        CreatedAt = Time.GetUtcNow(),
        DueAt = Time.GetUtcNow(),
    };

    /// <summary>Somebody who has written before.</summary>
    public Task KnowAsync(string chat = "1", string? group = null) => Store.CommitAsync(
        new Commit
        {
            At = Time.GetUtcNow(),
            Documents =
            [
                new DocumentWrite(new StoredDocument(
                    DocumentKind.Person, Chat(chat).ToString(), 1, """{"language":"kk"}""", group)),
            ],
        },
        TestContext.Current.CancellationToken);

    /// <summary>Commits messages as a turn does and hands them to the dispatcher.</summary>
    public async Task PostAsync(params OutboxMessage[] messages)
    {
        await Store.CommitAsync(
            new Commit { At = Time.GetUtcNow(), Messages = messages }, TestContext.Current.CancellationToken);
        Dispatcher.Post(messages, released: false);
    }

    /// <summary>
    /// Commits messages that nobody has in hand, as another part of the bot, or an earlier run, does.
    /// </summary>
    public Task LeaveAsync(params OutboxMessage[] messages) => Store.CommitAsync(
        new Commit { At = Time.GetUtcNow().AddHours(-1), Messages = messages }, TestContext.Current.CancellationToken);

    /// <summary>These messages hang until the source is set; others are accepted.</summary>
    public TaskCompletionSource<DeliveryOutcome> Gate(params string[] ids)
    {
        var gate = new TaskCompletionSource<DeliveryOutcome>();
        var gated = ids.ToHashSet(StringComparer.Ordinal);
        Channel.Answer = message => gated.Contains(message.Id)
            ? gate.Task
            : Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Sent());
        return gate;
    }

    /// <summary>Waits, without letting time pass, until background work has come so far.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "It never came so far.");
            await Task.Yield();
        }
    }

    /// <summary>Lets time pass in small steps until it is so.</summary>
    public async Task PassUntilAsync(Func<bool> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "It never came so far.");
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    public Task StartAsync() => Dispatcher.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => Dispatcher.StopAsync(TestContext.Current.CancellationToken);

    public void Dispose() => Dispatcher.Dispose();
}
