using Ruhani.Bot.Testing.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

/// <summary>What each refusal of WhatsApp means, as a direct answer and as a late status.</summary>
public sealed class FaultTests
{
    private const string Phone = "77010000001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int, Type, RetryScope?> Codes()
    {
        var data = new TheoryData<int, Type, RetryScope?>();
        Add(typeof(DeliveryOutcome.Halted), null, 0, 190, 3, 10, 200, 299, 131005, 131042, 131031, 368);
        Add(typeof(DeliveryOutcome.Retry), RetryScope.Channel, 4, 80007, 130429, 131016, 131057, 131048, 131064);
        Add(typeof(DeliveryOutcome.Retry), RetryScope.Conversation, 131056, 131000);
        Add(typeof(DeliveryOutcome.Unreachable), null, 131026, 131050);
        Add(typeof(DeliveryOutcome.Held), null, 131047, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016);
        Add(
            typeof(DeliveryOutcome.Rejected), null,
            131049, 130472, 131008, 131009, 100, 131021, 131030,
            131051, 131052, 131053, 131062, 131063, 135000, 424242);
        return data;

        void Add(Type outcome, RetryScope? scope, params int[] codes)
        {
            foreach (var code in codes)
            {
                data.Add(code, outcome, scope);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_code_means_the_same_at_once_and_afterwards(int code, Type kind, RetryScope? scope)
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone);
        await user.SayAsync("Сәлем", Cancel);

        bot.Server.Break(new WhatsAppFault.Refused(code));
        Verify(await bot.SendAsync(bot.Message(Phone, "бір")));

        bot.Server.Break(new WhatsAppFault.FailsLater(code));
        var message = bot.Message(Phone, "екі");
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));
        var receipt = await bot.Receipts.NextAsync();
        Assert.Equal(message.Id, receipt.OutboxId);
        Verify(receipt.Outcome);

        void Verify(DeliveryOutcome? outcome)
        {
            Assert.IsType(kind, outcome);
            Assert.Equal(scope, (outcome as DeliveryOutcome.Retry)?.Scope);
        }
    }

    [Fact]
    public async Task Too_fast_for_one_person_waits_six_seconds_for_that_person_only()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        bot.Server.Break(new WhatsAppFault.Refused(131056));
        var retry = Assert.IsType<DeliveryOutcome.Retry>(await bot.SendAsync(bot.Message(Phone, "бір")));
        Assert.Equal((TimeSpan.FromSeconds(6), RetryScope.Conversation), (retry.After, retry.Scope));
    }

    [Theory]
    [InlineData(503, null, RetryScope.Conversation)]
    [InlineData(502, 7, RetryScope.Conversation)]
    [InlineData(429, 30, RetryScope.Channel)]
    public async Task A_bare_status_is_tried_again_and_its_wait_honoured(int status, int? seconds, RetryScope scope)
    {
        await using var bot = await WhatsAppBot.StartAsync();
        bot.Server.Break(new WhatsAppFault.Bare(status, seconds));
        var retry = Assert.IsType<DeliveryOutcome.Retry>(await bot.SendAsync(bot.Message(Phone, "бір")));
        Assert.Equal((seconds is { } s ? TimeSpan.FromSeconds(s) : null, scope), (retry.After, retry.Scope));
    }

    [Fact]
    public async Task A_dropped_connection_and_a_server_that_is_gone_are_tried_again()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        bot.Server.Break(new WhatsAppFault.Dropped());
        Assert.IsType<DeliveryOutcome.Retry>(await bot.SendAsync(bot.Message(Phone, "бір")));
        await bot.Server.DisposeAsync();
        Assert.IsType<DeliveryOutcome.Retry>(await bot.SendAsync(bot.Message(Phone, "екі")));
    }

    [Fact]
    public async Task No_answer_in_time_is_tried_again()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Server.Break(new WhatsAppFault.Slow(gate.Task));
        var sending = bot.SendAsync(bot.Message(Phone, "бір"));
        Assert.False(sending.IsCompleted);
        bot.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.IsType<DeliveryOutcome.Retry>(await sending);
        gate.SetResult();
    }

    [Fact]
    public async Task A_stopping_host_is_not_taken_for_a_fault()
    {
        await using var bot = await WhatsAppBot.StartAsync();
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Channel.SendAsync(
            bot.Message(Phone, "бір"), new DeliveryContext(bot.Time.GetUtcNow()), stopping.Token));
    }

    [Theory]
    [InlineData("WhatsApp:AccessToken", "expired")]
    [InlineData("WhatsApp:PhoneNumberId", "999")]
    public async Task Wrong_credentials_halt_the_channel_and_lose_nothing(string key, string value)
    {
        await using var bot = await WhatsAppBot.StartAsync((key, value));
        Assert.IsType<DeliveryOutcome.Halted>(await bot.SendAsync(bot.Message(Phone, "бір")));
    }
}
