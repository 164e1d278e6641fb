using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.WhatsApp;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Storage;
using Ruhani.Bot.Testing.WhatsApp;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

/// <summary>
/// The channel wired as in the host, on loopback, with a stand-in of WhatsApp opposite and a clock in hand.
/// </summary>
internal sealed class WhatsAppBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _order;

    private WhatsAppBot(WebApplication app, WhatsAppServer server, FakeTimeProvider time)
    {
        _app = app;
        Server = server;
        Time = time;
        Channel = app.Services.GetRequiredService<IChannel>();
        Turns = (RecordingTurns)app.Services.GetRequiredService<ITurnRunner>();
        Receipts = (RecordingReceipts)app.Services.GetRequiredService<IDeliveryReceipts>();
        Store = (MemoryStore)app.Services.GetRequiredService<IStore>();
        Files = (MemoryFileStore)app.Services.GetRequiredService<IFileStore>();
        Source = app.Services.GetRequiredService<IFileSource>();
    }

    public WhatsAppServer Server { get; }

    public FakeTimeProvider Time { get; }

    public IChannel Channel { get; }

    public RecordingTurns Turns { get; }

    public RecordingReceipts Receipts { get; }

    public MemoryStore Store { get; }

    public MemoryFileStore Files { get; }

    public IFileSource Source { get; }

    public Uri Webhook => new($"{_app.Urls.First()}{WhatsAppSetup.WebhookPath}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<WhatsAppBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var server = await WhatsAppServer.StartAsync(new WhatsAppServerSettings { Time = time }, Cancel);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Credentials(server)).AddInMemoryCollection(
            settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<ITurnRunner, RecordingTurns>();
        builder.Services.AddSingleton<IDeliveryReceipts, RecordingReceipts>();
        builder.Services.AddSingleton<IStore, MemoryStore>();
        builder.Services.AddSingleton<IFileStore>(new MemoryFileStore());
        builder.Services.AddWhatsAppChannel(builder.Configuration);
        var app = builder.Build();
        app.MapWhatsAppChannel();
        await app.StartAsync(Cancel);
        var bot = new WhatsAppBot(app, server, time);
        await server.Webhook.SubscribeAsync(bot.Webhook, Cancel);
        return bot;
    }

    /// <summary>A message to a conversation, with the next place in its order.</summary>
    public OutboxMessage Message(string chat, string text, string? inReplyTo = null) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"test/{Interlocked.Increment(ref _order)}"),
        Conversation = new ConversationKey("whatsapp", chat),
        Order = _order,
        Text = text,
        Language = "kk",
        InReplyTo = inReplyTo,
        CreatedAt = Time.GetUtcNow(),
        DueAt = Time.GetUtcNow(),
    };

    /// <summary>Sends within the window.</summary>
    public Task<DeliveryOutcome> SendAsync(OutboxMessage message) =>
        Channel.SendAsync(message, new DeliveryContext(Time.GetUtcNow()), Cancel);

    /// <summary>Sends with what is known of the person's last message.</summary>
    public Task<DeliveryOutcome> SendAsync(OutboxMessage message, DateTimeOffset? lastInboundAt) =>
        Channel.SendAsync(message, new DeliveryContext(lastInboundAt), Cancel);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _app.DisposeAsync();
    }

    private static Dictionary<string, string?> Credentials(WhatsAppServer server) => new()
    {
        ["WhatsApp:ApiUrl"] = server.ApiUrl,
        ["WhatsApp:AccessToken"] = server.Settings.AccessToken,
        ["WhatsApp:PhoneNumberId"] = server.Settings.PhoneNumberId,
        ["WhatsApp:AppSecret"] = server.Settings.AppSecret,
        ["WhatsApp:VerifyToken"] = server.Settings.VerifyToken,
    };
}
