using Microsoft.Extensions.Logging;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Tests.Support;

namespace Ruhani.Bot.Tests.Outbox;

/// <summary>What a stopping host still sends, and how long it takes over it.</summary>
public sealed class OutboxStopTests
{
    private static readonly DeliveryOutcome Sent = new DeliveryOutcome.Sent();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_is_down_does_not_keep_the_host_from_stopping()
    {
        using var bench = new OutboxBench();
        var messages = Enumerable.Range(0, 2000).Select(i => bench.Message($"{i}", $"{i}")).ToArray();
        var gate = bench.Gate([.. messages.Select(message => message.Id)]);
        await bench.PostAsync(messages);
        bench.Store.Failure = new StoreUnavailableException("disk full");
        gate.SetResult(Sent);
        await bench.Channel.AttemptedAsync(2000, Cancelled);
        await bench.StopAsync().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancelled);
        Assert.Equal(2000, bench.Store.Rows.Count);
    }

    [Fact]
    public async Task A_stop_sends_what_is_ready_first()
    {
        using var bench = new OutboxBench(Networks.Telegram with { Parallelism = 1 });
        var gate = bench.Gate("1");
        await bench.StartAsync();
        await bench.PostAsync([.. Enumerable.Range(1, 100).Select(i => bench.Message($"{i}", $"{i}"))]);
        var stop = bench.StopAsync();
        Assert.False(stop.IsCompleted);
        gate.SetResult(Sent);
        await stop;
        Assert.Equal(100, bench.Channel.Attempts.Count);
        Assert.Empty(bench.Store.Rows);
    }

    [Fact]
    public async Task A_stop_waits_ten_seconds_at_most_and_begins_nothing_after_that()
    {
        using var bench = new OutboxBench(Networks.Telegram with { Parallelism = 1 });
        var gate = bench.Gate("1");
        await bench.StartAsync();
        await bench.PostAsync(bench.Message("1", "1"), bench.Message("2", "2"));
        var stop = bench.StopAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(stop.IsCompleted);
        bench.Time.Advance(TimeSpan.FromSeconds(0.1));
        await stop;
        gate.SetResult(Sent);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["1"], bench.Channel.Ids);
        Assert.Contains(bench.Log.All, line => line.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_what_waits_for_a_time()
    {
        using var bench = new OutboxBench();
        bench.Channel.Answer = _ =>
            Task.FromResult<DeliveryOutcome>(
                new DeliveryOutcome.Retry(TimeSpan.FromHours(1), RetryScope.Channel, "429"));
        await bench.StartAsync();
        await bench.PostAsync(bench.Message("1", "1"), bench.Message("2", "2"));
        await bench.StopAsync().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancelled);
        Assert.Equal(2, bench.Store.Rows.Count);
    }
}
