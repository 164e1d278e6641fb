using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Ruhani.Bot.Channels.Tests.WebChat.Support;
using Ruhani.Bot.Channels.WebChat;

namespace Ruhani.Bot.Channels.Tests.WebChat;

public sealed class RetentionTests
{
    [Fact]
    public async Task Thrown_away_without_a_stop_it_ends_in_peace()
    {
        await using var host = await ChatHost.StartAsync(null, ChatHost.Clock());
        var swept = new FirstLine();
        var retention = ActivatorUtilities.CreateInstance<Retention>(host.Services, swept);
        await retention.StartAsync(TestContext.Current.CancellationToken);
        await swept.Written.Task;

        retention.Dispose();

        await retention.ExecuteTask!;
    }

    [Fact]
    public async Task A_conversation_nobody_uses_is_deleted_and_a_used_one_is_kept()
    {
        var clock = ChatHost.Clock();
        await using var host = await ChatHost.StartAsync(null, clock);
        var old = new Chat(host, await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations"));
        await old.SayAsync("ескі");
        var used = await host.OpenAsync();
        clock.Advance(TimeSpan.FromDays(20));
        var fresh = await host.SendAsync(HttpMethod.Post, "/webchat/session", null, "{}");
        using (var message = await host.RawAsync(
            HttpMethod.Post, $"/v3/directline/conversations/{fresh["conversationId"]}/activities",
            fresh["token"]!.GetValue<string>(), Chat.Message("жаңа")))
        {
            Assert.True(message.IsSuccessStatusCode);
        }

        // The host's own sweep sees only the host's clock; this one looks from eleven days later.
        var later = new FakeTimeProvider(clock.GetUtcNow().AddDays(11));
        using var retention = ActivatorUtilities.CreateInstance<Retention>(host.Services, (TimeProvider)later);
        var swept = await retention.SweepAsync(TestContext.Current.CancellationToken);
        var resumed = await host.SendAsync(
            HttpMethod.Post, "/webchat/session", null, $$"""{"resume":"{{fresh["resume"]}}"}""");

        Assert.Equal(2, swept);
        var token = resumed["token"]!.GetValue<string>();
        var kept = await host.SendAsync(
            HttpMethod.Get, $"/v3/directline/conversations/{fresh["conversationId"]}/activities", token);
        Assert.Equal(2, kept["activities"]!.AsArray().Count);
        await host.SendAsync(HttpMethod.Get, $"{used.Path}/activities", token, null, 404);
    }

    private sealed class FirstLine : ILogger<Retention>
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => Written.TrySetResult();
    }
}
