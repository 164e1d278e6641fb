using Microsoft.Extensions.Time.Testing;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Tests.Support;

namespace Ruhani.Bot.Tests.Outbox;

public sealed class DeliveryPolicyTests
{
    private static readonly DeliveryOutcome.Retry Fault = new(null, RetryScope.Conversation, "503");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly OutboxMessage _message;
    private readonly DeliveryPolicy _policy;

    public DeliveryPolicyTests()
    {
        _policy = new DeliveryPolicy(new OutboxOptions(), _time);
        _message = new OutboxMessage
        {
            Id = "m",
            Conversation = OutboxBench.Chat("1"),
            Order = 1,
            Text = "",
            Language = "kk",
            CreatedAt = _time.GetUtcNow(),
            DueAt = _time.GetUtcNow(),
        };
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(7, 128)]
    [InlineData(8, 256)]
    [InlineData(9, 300)]
    [InlineData(1000, 300)]
    public void The_wait_doubles_up_to_five_minutes_and_is_spread(int attempts, int seconds)
    {
        var waits = Enumerable.Range(0, 200)
            .Select(
                _ =>
                    _policy.Decide(
                        _message with { Attempts = attempts }, Fault, false).Again!.DueAt - _time.GetUtcNow())
            .ToList();
        Assert.All(waits, wait => Assert.InRange(wait.TotalSeconds, seconds / 2.0, seconds));
        Assert.True(waits.Max() - waits.Min() > TimeSpan.FromSeconds(seconds / 10.0));
    }

    [Fact]
    public void What_was_tried_for_a_day_is_given_up()
    {
        _time.Advance(TimeSpan.FromHours(24));
        Assert.NotNull(_policy.Decide(_message with { Attempts = 200 }, Fault, false).Again);
        _time.Advance(TimeSpan.FromSeconds(1));
        var step = _policy.Decide(_message with { Attempts = 200 }, Fault, false);
        Assert.Null(step.Again);
        Assert.Contains("503", Assert.IsType<OutboxChange.Dead>(step.Change).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_waited_for_days_for_another_reason_is_not_given_up_at_its_first_fault()
    {
        _time.Advance(TimeSpan.FromDays(3));
        Assert.NotNull(_policy.Decide(_message, Fault, false).Again);
    }

    [Fact]
    public void Acceptance_is_the_end_only_where_the_network_does_not_confirm()
    {
        Assert.IsType<OutboxChange.Done>(_policy.Decide(_message, new DeliveryOutcome.Sent("7"), false).Change);
        var accepted = _policy.Decide(_message, new DeliveryOutcome.Sent("7"), true).Change;
        Assert.Equal("7", Assert.IsType<OutboxChange.Accepted>(accepted).MessageId);
    }
}
