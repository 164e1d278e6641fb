using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>
/// Stands in for the WhatsApp Cloud API on loopback: as strict as the real one about tokens, limits, templates and the
/// 24-hour window (which, like the real one, it reports afterwards), with people who write, press and hide their
/// numbers.
/// </summary>
public sealed class WhatsAppServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<WhatsAppSent> _sent = Channel.CreateUnbounded<WhatsAppSent>();
    private readonly Channel<string> _readMarks = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<WhatsAppFault> _faults = new();
    private readonly ConcurrentQueue<WhatsAppFault> _mediaFaults = new();
    private readonly ConcurrentBag<WhatsAppUser> _users = [];
    private readonly ConcurrentDictionary<string, byte> _inbound = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Task> _background = [];
    private readonly CancellationTokenSource _stopping = new();
    private long _lastId;
    private bool _isDisposed;

    private WhatsAppServer(WhatsAppServerSettings settings)
    {
        Settings = settings;
        Media = new WhatsAppMedia(settings.Time);
        Webhook = new WhatsAppWebhookClient(settings);
        Events = new WhatsAppEvents(settings);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{settings.Port}"));
        _app = builder.Build();
        new WhatsAppEndpoints(this).Map(_app);
    }

    public WhatsAppServerSettings Settings { get; }

    public WhatsAppTemplates Templates { get; } = new();

    public WhatsAppMedia Media { get; }

    public WhatsAppWebhookClient Webhook { get; }

    public WhatsAppEvents Events { get; }

    /// <summary>What <c>WhatsApp:ApiUrl</c> should be.</summary>
    public string ApiUrl => $"{_app.Urls.First()}/{Settings.Version}";

    /// <summary>Bodies of every request to send or to mark, in order of arrival, refused ones too.</summary>
    public ConcurrentQueue<JsonObject> Requests { get; } = new();

    public static async Task<WhatsAppServer> StartAsync(
        WhatsAppServerSettings? settings = null, CancellationToken cancellationToken = default)
    {
        var server = new WhatsAppServer(settings ?? new WhatsAppServerSettings());
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>A person; without a number one who is known by a business-scoped id only.</summary>
    public WhatsAppUser AddUser(string name, string? phone, string? userId = null, string? username = null)
    {
        var user = new WhatsAppUser(this, name, phone, userId, username);
        _users.Add(user);
        return user;
    }

    /// <summary>Something goes wrong with the next request to send that has no fault before it.</summary>
    public void Break(WhatsAppFault fault) => _faults.Enqueue(fault);

    /// <summary>Something goes wrong with the next upload, look-up or download of a file.</summary>
    public void BreakMedia(WhatsAppFault fault) => _mediaFaults.Enqueue(fault);

    /// <summary>The next message we accepted from the bot; waits for it.</summary>
    public ValueTask<WhatsAppSent> NextSentAsync(CancellationToken cancellationToken) =>
        _sent.Reader.ReadAsync(cancellationToken);

    /// <summary>True when a message that nobody has taken yet is there.</summary>
    public bool HasSent => _sent.Reader.TryPeek(out _);

    /// <summary>The next message id that was marked read; waits for it.</summary>
    public ValueTask<string> NextReadMarkAsync(CancellationToken cancellationToken) =>
        _readMarks.Reader.ReadAsync(cancellationToken);

    /// <summary>Tells the webhook what became of a message.</summary>
    public Task ReportAsync(WhatsAppSent sent, string state, CancellationToken cancellationToken, int? code = null)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var user = FindUser(sent.To);
        var known = user is null || code is not null ? [] : new[] { user };
        var value = Events.Statuses(known, [Events.Status(sent, user, state, code)]);
        return Webhook.DeliverAsync(Events.Call(value), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await _stopping.CancelAsync();
        await Task.WhenAll(_background).ContinueWith(_ => { }, TaskScheduler.Default);
        await _app.DisposeAsync();
        Webhook.Dispose();
        _stopping.Dispose();
    }

    internal string NewMessageId(string person)
    {
        var number = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        return $"wamid.{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{person}/{number}"))}";
    }

    internal async Task<string> DeliverAsync(WhatsAppUser user, JsonObject message, CancellationToken cancellationToken)
    {
        Wrote(user, message);
        await Webhook.DeliverAsync(Events.Call(Events.Messages([user], [message])), cancellationToken);
        return (string)message["id"]!;
    }

    /// <summary>Notes that a person wrote: the window is open, and the message can be marked read.</summary>
    public void Wrote(WhatsAppUser user, JsonObject message)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(message);
        user.LastInboundAt = Settings.Time.GetUtcNow();
        _inbound[(string)message["id"]!] = 0;
    }

    internal bool TryTakeFault(out WhatsAppFault? fault) => _faults.TryDequeue(out fault);

    internal bool TryTakeMediaFault(out WhatsAppFault? fault) => _mediaFaults.TryDequeue(out fault);

    internal bool MarkRead(string id)
    {
        if (!_inbound.ContainsKey(id))
        {
            return false;
        }

        _readMarks.Writer.TryWrite(id);
        return true;
    }

    internal WhatsAppUser? FindUser(string address) =>
        _users.FirstOrDefault(u => u.Phone == address.TrimStart('+') || u.UserId == address);

    /// <summary>Keeps an accepted message and reports later what the real one only finds out later.</summary>
    internal WhatsAppSent Accept(JsonObject body, int? failure)
    {
        var to = ((body.Words("to") ?? body.Words("recipient"))!).TrimStart('+');
        var sent = new WhatsAppSent(NewMessageId(to), to, (JsonObject)body.DeepClone());
        _sent.Writer.TryWrite(sent);
        var user = FindUser(to);
        var code = failure
            ?? (user is null || user.IsUnreachable ? 131026
                : sent.Type != "template" && !IsWindowOpen(user) ? 131047
                : null);
        if (Webhook.Address is not null && (code is not null || Settings.ReportsDelivery))
        {
            _background.Add(ReportAllAsync(sent, code));
        }

        return sent;
    }

    private async Task ReportAllAsync(WhatsAppSent sent, int? code)
    {
        foreach (var state in code is null ? ["sent", "delivered"] : new[] { "failed" })
        {
            await ReportAsync(sent, state, _stopping.Token, code);
        }
    }

    private bool IsWindowOpen(WhatsAppUser user) =>
        user.LastInboundAt is { } last && Settings.Time.GetUtcNow() - last < TimeSpan.FromHours(24);
}
