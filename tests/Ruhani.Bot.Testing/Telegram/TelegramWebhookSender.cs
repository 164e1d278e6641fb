using System.Net.Http.Headers;
using System.Threading.Channels;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>
/// Posts updates to the bot's webhook as the real server does: a chat's updates one after another, chats side by side,
/// and again and again, with growing pauses, until the bot answers 2xx.
/// </summary>
internal sealed class TelegramWebhookSender(TimeSpan firstRetry)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Queue<TelegramUpdate>> _chats = [];
    private Channel<long>? _ready;
    private CancellationTokenSource? _stop;
    private Task _workers = Task.CompletedTask;
    private long _delivered;

    public TelegramWebhookTarget? Target { get; private set; }

    public bool IsSet => Target is not null;

    public string? LastError { get; private set; }

    public long LastErrorDate { get; private set; }

    public long Delivered => Interlocked.Read(ref _delivered);

    /// <summary>Answers that were not 2xx, and posts that failed altogether.</summary>
    public int Failures { get; private set; }

    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _chats.Values.Sum(queue => queue.Count);
            }
        }
    }

    public void Set(TelegramWebhookTarget target)
    {
        if (IsSet)
        {
            Target = target;
            return;
        }

        Target = target;
        _ready = Channel.CreateUnbounded<long>();
        _stop = new CancellationTokenSource();
        _workers = RunAsync(_ready.Reader, target.MaxConnections, _stop.Token);
    }

    public void Add(TelegramUpdate update)
    {
        lock (_gate)
        {
            if (!_chats.TryGetValue(update.Chat, out var queue))
            {
                _chats.Add(update.Chat, queue = new Queue<TelegramUpdate>());
            }

            queue.Enqueue(update);
            if (queue.Count == 1)
            {
                _ready!.Writer.TryWrite(update.Chat);
            }
        }
    }

    /// <summary>Stops posting. Returns what was not taken; null when no webhook was set.</summary>
    public async Task<IReadOnlyList<TelegramUpdate>?> ClearAsync()
    {
        if (!IsSet)
        {
            return null;
        }

        Target = null;
        await _stop!.CancelAsync();
        await _workers;
        lock (_gate)
        {
            TelegramUpdate[] left = [.. _chats.Values.SelectMany(queue => queue).OrderBy(update => update.Id)];
            _chats.Clear();
            return left;
        }
    }

    private async Task RunAsync(ChannelReader<long> ready, int connections, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => WorkAsync(http, ready, stop)));
    }

    private async Task WorkAsync(HttpClient http, ChannelReader<long> ready, CancellationToken stop)
    {
        try
        {
            await foreach (var chat in ready.ReadAllAsync(stop))
            {
                await PostUntilTakenAsync(http, chat, stop);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task PostUntilTakenAsync(HttpClient http, long chat, CancellationToken stop)
    {
        TelegramUpdate update;
        lock (_gate)
        {
            update = _chats[chat].Peek();
        }

        for (var pause = firstRetry; !await PostAsync(http, update, stop); pause = Longer(pause))
        {
            await Task.Delay(pause, stop);
        }

        Interlocked.Increment(ref _delivered);
        lock (_gate)
        {
            var queue = _chats[chat];
            queue.Dequeue();
            if (queue.Count > 0)
            {
                _ready!.Writer.TryWrite(chat);
            }
        }
    }

    private async Task<bool> PostAsync(HttpClient http, TelegramUpdate update, CancellationToken stop)
    {
        var target = Target ?? throw new OperationCanceledException();
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url);
        request.Content = new ByteArrayContent(update.Json);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (target.Secret is { } secret)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        try
        {
            using var response = await http.SendAsync(request, stop);
            return response.IsSuccessStatusCode
                || Fail($"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}");
        }
        catch (HttpRequestException fault)
        {
            return Fail(fault.Message);
        }
    }

    private bool Fail(string what)
    {
        lock (_gate)
        {
            LastError = what;
            LastErrorDate = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            Failures++;
        }

        return false;
    }

    private static TimeSpan Longer(TimeSpan pause) =>
        pause < TimeSpan.FromSeconds(60) ? pause * 2 : TimeSpan.FromSeconds(60);
}

/// <summary>What setWebhook was called with.</summary>
internal sealed record TelegramWebhookTarget(string Url, string? Secret, int MaxConnections);
