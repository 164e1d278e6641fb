using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Content;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Documents;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Documents;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Storage;
using Ruhani.Bot.Timers;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Testing.Turns;

/// <summary>
/// The whole bot over a <see cref="MemoryStore"/> and one channel that only records; time stands still.
/// </summary>
public sealed class TestBot : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly Func<TestBot> _again;
    private int _count;

    public TestBot(
        ChannelCapabilities? capabilities = null,
        ContentFolder? folder = null,
        Func<MemoryStore, IStore>? store = null,
        IVerbSource? verbs = null,
        Action<TurnOptions>? limits = null,
        TestBot? previous = null)
    {
        if (previous is not null)
        {
            (Time, Store, Files, Sent, _count) =
                (previous.Time, previous.Store, previous.Files, previous.Sent, previous._count);
        }

        _again = () => new TestBot(capabilities, folder, store, verbs, limits, this) { Hint = Hint };
        Channel = new RecordingChannel("telegram", capabilities ?? Networks.Telegram);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(store?.Invoke(Store) ?? Store);
        services.AddSingleton<IFileStore>(Files);
        services.AddSingleton<IFileSource>(Sent);
        services.AddSingleton<IChannel>(Channel);
        services.AddSingleton(new ButtonSigner(new byte[32]));
        services.AddSingleton(folder ?? new ContentFolder(Repository.Root));
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddRuhaniBot();
        services.AddSingleton<ICertificatePrinter, PlainPermits>();
        services.AddSingleton<IChartDrawer, PlainCharts>();
        foreach (var format in new[] { "csv", "json", "xlsx" })
        {
            services.AddSingleton<ITableWriter>(new PlainTables(format));
        }

        services.AddSingleton<IStandingRoles>(new AdminOfTests());
        services.AddSingleton<IStaffRoom>(new RoomOfTests(this));
        services.Configure<TurnOptions>(options => limits?.Invoke(options));
        if (verbs is not null)
        {
            services.AddSingleton(verbs);
        }

        _services = services.BuildServiceProvider();
        var problems = Content.Load();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', problems));
        }
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.FromHours(5)));

    public MemoryStore Store { get; } = new();

    public MemoryFileStore Files { get; } = new();

    /// <summary>The files people send.</summary>
    public SentFiles Sent { get; } = new("telegram");

    public RecordingChannel Channel { get; }

    public LogLines Log { get; } = new();

    public ContentStore Content => Get<ContentStore>();

    /// <summary>What the client says its language is.</summary>
    public string? Hint { get; set; } = "ru";

    /// <summary>The staff group; null for none.</summary>
    public ConversationKey? Room { get; set; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<IReadOnlyList<OutboxMessage>> SayAsync(string text, string chat = "1") => SendAsync(
        new TextActivity { Id = "", Conversation = default, From = default!, At = default, Text = text }, chat);

    public Task<IReadOnlyList<OutboxMessage>> CommandAsync(string name, string payload = "", string chat = "1") =>
        SendAsync(
            new CommandActivity
            {
                Id = "",
                Conversation = default,
                From = default!,
                At = default,
                Name = name,
                Payload = payload,
            },
            chat);

    public Task<IReadOnlyList<OutboxMessage>> PressAsync(string token, string chat = "1") => SendAsync(
        new ButtonActivity
        {
            Id = "",
            Conversation = default,
            From = default!,
            At = default,
            Token = token,
            SourceMessageId = "55",
        },
        chat);

    /// <summary>Sends an activity with id, conversation, sender and time filled in; the replies as sent.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> SendAsync(Activity activity, string chat = "1")
    {
        var key = new ConversationKey("telegram", chat);
        var filled = activity with
        {
            Id = $"telegram:{++_count}",
            Conversation = key,
            From = new Sender(activity.IsGroup ? "telegram:9" : key.ToString(), Hint),
            At = Time.GetUtcNow(),
        };
        var result = await Get<ITurnRunner>().RunAsync(filled, CancellationToken.None);
        return [.. result.Messages.Select(Sign)];
    }

    /// <summary>Runs every timer that is due.</summary>
    public Task<int> RunDueAsync() => Get<TimerService>().RunDueAsync(CancellationToken.None);

    /// <summary>The same bot after a restart: what was stored is there, what was only in memory is not.</summary>
    public TestBot Restarted() => _again();

    /// <summary>A committed message as it leaves, its buttons signed.</summary>
    public OutboxMessage Sign(OutboxMessage message) => Get<ButtonSigner>().Sign(message);

    /// <summary>A button of that chat as it comes back when pressed.</summary>
    public string Sign(ButtonToken token, string chat = "1") =>
        Get<ButtonSigner>().Sign(new ConversationKey("telegram", chat), token);

    public async Task<Person?> PersonAsync(string address = "telegram:1") =>
        await Store.FindAsync(DocumentKind.Person, address, CancellationToken.None) is { } found
            ? JsonSerializer.Deserialize(found.Json, StateJson.Stored.Person)
            : null;

    public async Task<IReadOnlyList<JsonElement>> RecordsAsync(DocumentKind kind) =>
    [
        .. (await Store.ListAsync(new DocumentQuery(kind), CancellationToken.None))
            .Select(document => JsonSerializer.Deserialize<JsonElement>(document.Json)),
    ];

    public void Dispose() => _services.Dispose();

    private sealed class RoomOfTests(TestBot bot) : IStaffRoom
    {
        public ConversationKey? Conversation => bot.Room;

        public Uri? PrivateChat(string payload) => new($"https://t.me/ruhani_bot?start={payload}");
    }

    // Whoever writes as «admin» is an administrator, as if by configuration.
    private sealed class AdminOfTests : IStandingRoles
    {
        public IReadOnlyList<Role> Of(string address) => address == "telegram:admin" ? [Role.Administrator] : [];
    }
}
