using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Storage;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Tests.Support;

namespace Ruhani.Bot.Tests.Outbox;

public sealed class DeliveryReceiptTests
{
    private static readonly ChannelCapabilities Confirming = Networks.Telegram with { ConfirmsDelivery = true };

    [Fact]
    public async Task An_accepted_message_is_kept_until_it_has_arrived()
    {
        using var bench = new OutboxBench(Confirming);
        await AcceptAsync(bench);
        await ReportAsync(bench, null);
        Assert.Empty(bench.Store.Rows);
        await ReportAsync(bench, null);
        await ReportAsync(bench, new DeliveryOutcome.Rejected("late and wrong"));
        Assert.Empty(bench.Store.Rows);
    }

    [Fact]
    public async Task A_receipt_may_come_before_the_acceptance()
    {
        using var bench = new OutboxBench(Confirming);
        var gate = new TaskCompletionSource<DeliveryOutcome>();
        bench.Channel.Answer = _ => gate.Task;
        await bench.PostAsync(bench.Message("m"));
        await ReportAsync(bench, null);
        gate.SetResult(new DeliveryOutcome.Sent("wamid"));
        await bench.StopAsync();
        Assert.Empty(bench.Store.Rows);
    }

    [Fact]
    public async Task A_failure_after_acceptance_is_tried_again_after_its_wait_and_once()
    {
        using var bench = new OutboxBench(Confirming);
        await AcceptAsync(bench);
        await bench.StartAsync();
        await ReportAsync(bench, new DeliveryOutcome.Retry(TimeSpan.FromMinutes(1), RetryScope.Conversation, "131000"));
        Assert.Single(bench.Channel.Attempts);
        bench.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Single(bench.Channel.Attempts);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.PassUntilAsync(() => bench.Channel.Attempts.Count == 2);
        var claims = bench.Probe.Claims;
        await bench.PassUntilAsync(() => bench.Probe.Claims > claims + 2);
        Assert.Equal(2, bench.Channel.Attempts.Count);
        Assert.Equal(1, bench.Channel.Attempts[1].Attempts);
        await bench.StopAsync();
    }

    [Fact]
    public async Task A_halt_reported_late_keeps_the_message_for_later()
    {
        using var bench = new OutboxBench(Confirming);
        await AcceptAsync(bench);
        await bench.StartAsync();
        await ReportAsync(bench, new DeliveryOutcome.Halted("131042"));
        Assert.Equal(MemoryRowState.Waiting, Assert.Single(bench.Store.Rows).State);
        Assert.Single(bench.Channel.Attempts);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.PassUntilAsync(() => bench.Channel.Attempts.Count == 2);
        await bench.StopAsync();
    }

    [Fact]
    public async Task A_late_refusal_sets_aside_and_a_late_block_marks_the_person()
    {
        using var bench = new OutboxBench(Confirming);
        await AcceptAsync(bench);
        await ReportAsync(bench, new DeliveryOutcome.Rejected("131026"));
        Assert.Equal(MemoryRowState.Dead, Assert.Single(bench.Store.Rows).State);

        using var other = new OutboxBench(Confirming);
        await other.KnowAsync();
        await AcceptAsync(other);
        await ReportAsync(other, new DeliveryOutcome.Unreachable("131050"));
        Assert.Empty(other.Store.Rows);
        var person = await other.Store.FindAsync(DocumentKind.Person, "telegram:1", CancellationToken.None);
        Assert.Contains("unreachableSince", person!.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_held_goes_when_the_person_writes_again(bool isReportedLate)
    {
        using var bot = new TestBot(Networks.WhatsApp);
        var dispatcher = bot.Get<OutboxDispatcher>();
        await dispatcher.StartAsync(CancellationToken.None);
        var held = new DeliveryOutcome.Held("24 hours are over");
        bot.Channel.Answer = _ =>
            Task.FromResult<DeliveryOutcome>(isReportedLate ? new DeliveryOutcome.Sent("x") : held);
        var first = await bot.CommandAsync("start");
        if (isReportedLate)
        {
            await OutboxBench.UntilAsync(() => bot.Store.Rows is [{ State: MemoryRowState.Accepted }]);
            await dispatcher.RecordAsync([new DeliveryReceipt(first[0].Id, held)], CancellationToken.None);
        }

        await OutboxBench.UntilAsync(() => bot.Store.Rows is [{ State: MemoryRowState.Held }]);
        bot.Channel.Answer = _ => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Sent());
        var second = await bot.CommandAsync("help");
        await bot.Channel.AttemptedAsync(3, CancellationToken.None);
        Assert.Equal(2, bot.Channel.Ids.Count(id => id == first[0].Id));
        Assert.Single(bot.Channel.Ids, second[0].Id);
        Assert.Equal(bot.Time.GetUtcNow(), bot.Channel.LastContext!.LastInboundAt);
        await dispatcher.StopAsync(CancellationToken.None);
    }

    private static async Task AcceptAsync(OutboxBench bench)
    {
        await bench.PostAsync(bench.Message("m"));
        await OutboxBench.UntilAsync(() => bench.Store.Rows is [{ State: MemoryRowState.Accepted }]);
    }

    private static Task ReportAsync(OutboxBench bench, DeliveryOutcome? outcome) =>
        bench.Dispatcher.RecordAsync([new DeliveryReceipt("m", outcome)], CancellationToken.None);
}
