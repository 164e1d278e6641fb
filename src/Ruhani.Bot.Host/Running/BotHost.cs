using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Prometheus;
using Ruhani.Bot.Channels.Telegram;
using Ruhani.Bot.Channels.WebChat;
using Ruhani.Bot.Channels.WhatsApp;
using Ruhani.Bot.Content;
using Ruhani.Bot.Documents;
using Ruhani.Bot.Files;
using Ruhani.Bot.Host.Commands;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Office;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.People;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Storage.Files;
using Ruhani.Bot.Storage.LiteDb;
using Ruhani.Bot.Timers;
using Ruhani.Bot.Turns;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Ruhani.Bot.Host.Running;

/// <summary>Puts the parts together: store, bot, channels, HTTP.</summary>
internal static class BotHost
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    public static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        Settings.Add(builder.Configuration, settings);
        builder.WebHost.UseUrls((builder.Configuration["Urls"] ?? DefaultUrl).Split(';'));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        DropDemoBesideRealChannels(builder.Configuration);
        AddLogging(builder);

        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.Configure<TurnOptions>(builder.Configuration.GetSection(TurnOptions.Section));
        services.Configure<OutboxOptions>(builder.Configuration.GetSection(OutboxOptions.Section));
        services.Configure<OfficeOptions>(builder.Configuration.GetSection(OfficeOptions.Section));
        services.Configure<LogoOptions>(builder.Configuration.GetSection(LogoOptions.Section));
        services.Configure<RolesOptions>(builder.Configuration.GetSection(RolesOptions.Section));
        services.Configure<FileLimits>(builder.Configuration.GetSection(FileLimits.Section));
        services.AddLiteDbStore(builder.Configuration);
        services.AddFolderFileStore(builder.Configuration);
        services.AddDocuments();
        services.AddSingleton(ContentFolder.Find());
        services.AddSingleton<ButtonKey>();
        services.AddSingleton(provider => provider.GetRequiredService<ButtonKey>().Signer);
        services.AddRuhaniBot();

        // Hosted services stop in the reverse of this order: first what receives, then what sends, the store last.
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<FileSweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<TimerService>());
        services.AddHostedService<ContentWatcher>();
        services.AddHostedService<CalendarReminder>();
        services.AddTelegramChannel(builder.Configuration);
        services.AddWhatsAppChannel(builder.Configuration);
        services.AddWebChatChannel(builder.Configuration);

        return builder.Build();
    }

    /// <summary>Reads the content, opens the store, then opens the doors: nothing is received before.</summary>
    public static async Task<IReadOnlyList<ContentProblem>> PrepareAsync(WebApplication app, CancellationToken token)
    {
        var problems = app.Services.GetRequiredService<ContentStore>().Load();
        if (problems.Count > 0)
        {
            return problems;
        }

        var store = app.Services.GetRequiredService<IStore>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        app.Services.GetRequiredService<ButtonKey>().Signer =
            new ButtonSigner(await SecretKeys.GetOrCreateAsync(store, "buttons", now, token));

        app.UseMiddleware<RequestFaults>();
        HealthRoutes.Map(app);
        app.MapTelegramChannel();
        app.MapWhatsAppChannel();
        app.MapWebChatChannel();
        return [];
    }

    // Demo personas are for trying out: a host that serves real people may stand behind a proxy that looks like
    // loopback.
    private static void DropDemoBesideRealChannels(ConfigurationManager configuration)
    {
        if (configuration["WebChat:Demo"] is null
            && (configuration["Telegram:Token"] ?? configuration["WhatsApp:AccessToken"]) is not null)
        {
            configuration.AddInMemoryCollection([new("WebChat:Demo", "false")]);
        }
    }

    private static void AddLogging(WebApplicationBuilder builder)
    {
        var minimum = Enum.TryParse<LogEventLevel>(builder.Configuration["Logging:Level"], true, out var level)
            ? level
            : LogEventLevel.Information;
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(minimum)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // Its addresses hold the Telegram token.
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            // The run command says it in one line; the framework would add two pages.
            .Filter.ByExcluding(line => line.Exception is IOException { InnerException: AddressInUseException });
        var logger = string.Equals(builder.Configuration["Logging:Format"], "text", StringComparison.OrdinalIgnoreCase)
            ? configuration.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
            : configuration.WriteTo.Console(new CompactJsonFormatter());
        builder.Services.AddSerilog(logger.CreateLogger(), dispose: true);

        // The bot's own meter only: the framework's would be measured on every request of the hot path.
        Metrics.SuppressDefaultMetrics(new SuppressDefaultMetricOptions
        {
            SuppressMeters = true,
            SuppressEventCounters = true,
            SuppressDebugMetrics = true,
        });
        MeterAdapter.StartListening(new MeterAdapterOptions
        {
            InstrumentFilterPredicate = instrument => instrument.Meter.Name == BotMetrics.MeterName,
        });
    }
}

/// <summary>Holds the signer of buttons, whose key comes from the store that is opened first.</summary>
internal sealed class ButtonKey
{
    private ButtonSigner? _signer;

    public ButtonSigner Signer
    {
        get => _signer ?? throw new InvalidOperationException("The host was not prepared.");
        set => _signer = value;
    }
}
