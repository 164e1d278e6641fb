using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Channels.Telegram;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Storage;
using Ruhani.Bot.Testing.Telegram;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.Tests.Telegram;

/// <summary>A host with nothing but the Telegram channel, in front of a stand-in server.</summary>
internal sealed class TelegramFixture : IAsyncDisposable
{
    public const string Secret = "webhook-secret_1";

    private readonly WebApplication _app;
    private bool _isStopped;

    private TelegramFixture(TelegramServer server, WebApplication app, FakeTurns turns, KeptLog log) =>
        (Server, _app, Turns, Log) = (server, app, turns, log);

    public TelegramServer Server { get; }

    public FakeTurns Turns { get; }

    public KeptLog Log { get; }

    public MemoryFileStore Files => (MemoryFileStore)_app.Services.GetRequiredService<IFileStore>();

    public IFileSource Source => _app.Services.GetRequiredService<IFileSource>();

    public IChannel Channel => _app.Services.GetRequiredService<IChannel>();

    public string Url => _app.Urls.First();

    /// <summary>Builds the host; it starts only when <paramref name="isStarted"/>.</summary>
    public static async Task<TelegramFixture> StartAsync(
        bool webhook = false, bool isStarted = true, string? token = null, TelegramServer? server = null)
    {
        server ??= await TelegramServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var url = $"http://127.0.0.1:{FreePort()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = token ?? server.Token,
            ["Telegram:ApiUrl"] = server.Url,
            ["Telegram:PollSeconds"] = "5",
            ["Telegram:SendTimeoutSeconds"] = "2",
            ["Telegram:WebhookUrl"] = webhook ? url + TelegramOptions.WebhookPath : null,
            ["Telegram:WebhookSecret"] = webhook ? Secret : null,
        });
        var (turns, log) = (new FakeTurns(), new KeptLog());
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<ITurnRunner>(turns);
        builder.Services.AddSingleton<IFileStore>(new MemoryFileStore());
        builder.Services.AddSingleton<ICommandCatalog, FakeCommands>();
        builder.Services.AddTelegramChannel(builder.Configuration);
        builder.Services.RemoveAll<TelegramBackoff>();
        builder.Services.AddSingleton(new TelegramBackoff(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20)));
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.MapTelegramChannel();
        if (isStarted)
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
        }

        return new TelegramFixture(server, app, turns, log);
    }

    public Task StartHostAsync() => _app.StartAsync(TestContext.Current.CancellationToken);

    /// <summary>Begins to stop; the host has been told so when this returns.</summary>
    public async Task<Task> BeginStopAsync()
    {
        _isStopped = true;
        var told = new TaskCompletionSource();
        await using var registration = _app.Lifetime.ApplicationStopping.Register(told.SetResult);
        var stop = _app.StopAsync(TestContext.Current.CancellationToken);
        await told.Task;
        return stop;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            await _app.StopAsync(CancellationToken.None);
        }

        await _app.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private sealed class FakeCommands : ICommandCatalog
    {
        public IReadOnlyList<CommandText> Commands(
            Language language, Script script, IReadOnlyCollection<Role>? roles) =>
            roles?.Contains(Role.Approver) == true ? [new("start", "Начать"), new("pending", "Ждут решения")]
            : script == Script.Latin ? [new("start", "Bastau"), new("help", "Kömek")]
            : language == Language.Kazakh ? [new("start", "Бастау"), new("help", "Көмек")]
            : [new("start", "Начать"), new("help", "Помощь")];
    }
}
