using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>
/// A stand-in of Telegram's Bot API server on a loopback port: as strict as the real one where a bot would notice, with
/// people who write, press and block, and with faults on purpose.
/// </summary>
public sealed class TelegramServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TelegramState _state;

    private TelegramServer(TelegramServerOptions options, WebApplication app)
    {
        _app = app;
        Options = options;
        _state = new TelegramState(this, options);
        Updates = new TelegramUpdates(options.WebhookRetry);
        Bot = new TelegramBot(options.Token, options.BotUserName, options.BotName);
    }

    /// <summary>Where it listens: what <c>Telegram:ApiUrl</c> should be.</summary>
    public string Url => _app.Urls.First();

    /// <summary>What <c>Telegram:Token</c> should be.</summary>
    public string Token => Options.Token;

    public TelegramBot Bot { get; }

    public TelegramFaults Faults { get; } = new();

    /// <summary>What the bot called.</summary>
    public TelegramCalls Calls { get; } = new();

    /// <summary>Updates the bot was given, counting each time.</summary>
    public long Delivered => Updates.Delivered;

    /// <summary>Updates the bot has not confirmed.</summary>
    public int PendingUpdates => Updates.Pending;

    /// <summary>Posts to the webhook that were not answered with 2xx.</summary>
    public int WebhookFailures => Updates.Webhook.Failures;

    /// <summary>Every update made so far, when <see cref="TelegramServerOptions.Record"/> is on.</summary>
    public ConcurrentQueue<byte[]> Emitted { get; } = new();

    internal TelegramServerOptions Options { get; }

    internal TelegramState State => _state;

    internal TelegramUpdates Updates { get; }

    internal long Now => Options.Time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Starts a server.</summary>
    public static async Task<TelegramServer> StartAsync(
        TelegramServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new TelegramServerOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024;
        });
        // The signals of the process are its own affair, not the stand-in's.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var app = builder.Build();
        var server = new TelegramServer(options, app);
        var endpoint = new TelegramEndpoint(server);
        app.Run(endpoint.HandleAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>A person who has not written to the bot yet.</summary>
    public TelegramUser AddUser(string firstName = "Айгүл", string? language = "kk", long? id = null) =>
        _state.Add(next => new TelegramUser(this, id ?? next, firstName, language));

    /// <summary>
    /// A group with the bot in it; <paramref name="type"/> is <c>group</c>, <c>supergroup</c> or <c>channel</c>.
    /// </summary>
    public TelegramGroup AddGroup(string title, string type = "supergroup", long? id = null) =>
        _state.Add(next => new TelegramGroup(
            this, id ?? (type == "group" ? -next : -1_000_000_000_000 - next), title, type));

    /// <summary>
    /// Commands the bot registered for a scope (<c>default</c>, <c>all_private_chats</c> …) and a language.
    /// </summary>
    public IReadOnlyList<(string Name, string Description)> Commands(string scope = "default", string language = "") =>
        _state.Commands.GetValueOrDefault((scope, language)) ?? [];

    /// <summary>Waits until the bot has answered a press.</summary>
    public Task WaitForAnswerAsync(string queryId, CancellationToken cancellationToken, double seconds = 10) =>
        _state.Query(queryId).Answered.Task.WaitAsync(TimeSpan.FromSeconds(seconds), cancellationToken);

    /// <summary>Adds an update as it is, with the next number in place of <c>UPDATE_ID</c>.</summary>
    public void AddRawUpdate(string type, long chat, string json) => Emit(type, chat, id =>
        System.Text.Encoding.UTF8.GetBytes(json.Replace(
            "UPDATE_ID", id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    /// <summary>Forgets a file: its id no longer means anything.</summary>
    public void Forget(TelegramFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _state.Forget(file.Id);
    }

    /// <summary>
    /// Adds many updates at once for a load test; their chats must be known to the server or
    /// <see cref="TelegramServerOptions.KeepMessages"/> be off, which accepts every chat.
    /// </summary>
    public void PreloadUpdates(IEnumerable<TelegramUpdate> updates) => Updates.Preload(updates);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Updates.DisposeAsync();
        await using (_app)
        {
            using var now = new CancellationTokenSource();
            await now.CancelAsync();
            await _app.StopAsync(now.Token);
        }
    }

    internal TelegramMessage Deliver(TelegramUser from, TelegramChat chat, Func<int, TelegramMessage> make)
    {
        var message = _state.AddMessage(chat, make);
        if (chat == from && from.Refusal is { Code: 400 })
        {
            from.Refusal = null;
        }

        Emit("message", chat.Id, id => TelegramJson.Write((id, message, Bot), static (json, it) =>
        {
            json.WriteStartObject();
            json.WriteNumber("update_id"u8, it.id);
            json.WritePropertyName("message"u8);
            TelegramJson.Message(json, it.message, it.Bot);
            json.WriteEndObject();
        }));
        return message;
    }

    internal string Press(TelegramUser by, TelegramMessage message, TelegramButton button)
    {
        var query = _state.AddQuery();
        Emit("callback_query", message.Chat.Id, id => TelegramJson.Write((id, query, by, message, button, Bot),
            static (json, it) =>
            {
                json.WriteStartObject();
                json.WriteNumber("update_id"u8, it.id);
                json.WriteStartObject("callback_query"u8);
                json.WriteString("id"u8, it.query);
                json.WritePropertyName("from"u8);
                TelegramJson.User(json, it.by);
                json.WritePropertyName("message"u8);
                TelegramJson.Message(json, it.message, it.Bot);
                json.WriteString("chat_instance"u8, "7000000000000000000");
                TelegramJson.Optional(json, "data"u8, it.button.Data);
                json.WriteEndObject();
                json.WriteEndObject();
            }));
        return query;
    }

    internal void Member(TelegramChat chat, TelegramUser by, string before, string after) =>
        Emit("my_chat_member", chat.Id, id => TelegramJson.Write((id, chat, by, before, after, this),
            static (json, it) =>
            {
                json.WriteStartObject();
                json.WriteNumber("update_id"u8, it.id);
                json.WriteStartObject("my_chat_member"u8);
                json.WritePropertyName("chat"u8);
                TelegramJson.Chat(json, it.chat);
                json.WritePropertyName("from"u8);
                TelegramJson.User(json, it.by);
                json.WriteNumber("date"u8, it.Item6.Now);
                WriteMember(json, "old_chat_member", it.before, it.Item6.Bot);
                WriteMember(json, "new_chat_member", it.after, it.Item6.Bot);
                json.WriteEndObject();
                json.WriteEndObject();
            }));

    internal TelegramFile Keep(string kind, string name, string? mediaType, byte[] bytes) =>
        _state.AddFile(kind, name, mediaType, bytes);

    private static void WriteMember(System.Text.Json.Utf8JsonWriter json, string name, string status, TelegramBot bot)
    {
        json.WriteStartObject(name);
        json.WriteString("status"u8, status);
        json.WritePropertyName("user"u8);
        bot.WriteUser(json);
        if (status == "kicked")
        {
            json.WriteNumber("until_date"u8, 0);
        }

        json.WriteEndObject();
    }

    private void Emit(string type, long chat, Func<int, byte[]> write)
    {
        if (Updates.Add(type, chat, write) is { } update && Options.Record)
        {
            Emitted.Enqueue(update.Json);
        }
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
