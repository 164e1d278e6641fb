using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>
/// The activities of one conversation, in order, durable and bounded. There is one instance a conversation at a time
/// (<see cref="ConversationLogs"/> sees to it), so numbers never repeat and streams see them in order.
/// </summary>
internal sealed class ConversationLog(string conversation, IStore store, TimeProvider time, int keep) : IDisposable
{
    private const int StreamBuffer = 256;
    private static readonly TimeSpan TouchEvery = TimeSpan.FromHours(6);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Queue<(long Number, string Id)> _kept = new();
    private readonly HashSet<Channel<LogEntry>> _streams = [];
    private StoredDocument? _head;

    /// <summary>The conversation's id.</summary>
    public string Conversation => conversation;

    /// <summary>The number of the newest activity; 0 when there is none.</summary>
    public long Last { get; private set; }

    /// <summary>Reads where the conversation stands. False when there is no such conversation.</summary>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        _head = await store.FindAsync(DocumentKind.WebChatActivity, Keys.Head(conversation), cancellationToken);
        if (_head is null)
        {
            return false;
        }

        _kept.Clear();
        Last = Math.Max(Last, LastOf(_head));
        var query = new DocumentQuery(DocumentKind.WebChatActivity, conversation, null, 1000);
        foreach (var document in await store.ListAsync(query, cancellationToken))
        {
            _kept.Enqueue((document.Sort, document.Id));
            Last = Math.Max(Last, document.Sort);
        }

        return true;
    }

    /// <summary>The number that was given last, as a head tells; 0 when its activities tell.</summary>
    public static long LastOf(StoredDocument head) =>
        (JsonNode.Parse(head.Json) as JsonObject)?["last"]?.GetValue<long>() ?? 0;

    /// <summary>A head that tells the number given last, for its activities are gone.</summary>
    public static string HeadJson(long last) => Wire.Text(new JsonObject { ["last"] = last });

    /// <summary>Takes over what was changed from outside.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await LoadAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// Adds an activity, gives it its id and time, and shows it to every open stream. When <paramref name="key"/> was
    /// added before, nothing happens and the earlier entry comes back.
    /// </summary>
    public async Task<LogEntry> AppendAsync(string? key, JsonObject activity, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (key is not null && await FindAsync(key, cancellationToken) is { } known)
            {
                return known;
            }

            var now = time.GetUtcNow();
            var number = Last + 1;
            var entry = Describe(activity, number, now);
            var id = Keys.Activity(conversation, key, number);
            var document = new StoredDocument(
                DocumentKind.WebChatActivity, id, 1, entry.Json, conversation, number);
            await CommitAsync(document, now, cancellationToken);
            _kept.Enqueue((number, document.Id));
            Last = number;
            Publish(entry);
            return entry;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Shows an activity to the open streams without keeping it.</summary>
    public async Task PassAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Publish(Describe(activity, 0, time.GetUtcNow()));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The activities after a watermark, oldest first.</summary>
    public async Task<IReadOnlyList<LogEntry>> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery(DocumentKind.WebChatActivity, conversation, after, limit);
        var documents = await store.ListAsync(query, cancellationToken);
        return [.. documents.Select(document => new LogEntry(document.Sort, "", document.Json))];
    }

    /// <summary>
    /// Opens a stream of everything appended from now on. It completes when its reader falls too far behind: the client
    /// then reconnects and reads the log.
    /// </summary>
    public Channel<LogEntry> Open()
    {
        var stream = Channel.CreateBounded<LogEntry>(new BoundedChannelOptions(StreamBuffer) { SingleReader = true });
        lock (_streams)
        {
            _streams.Add(stream);
        }

        return stream;
    }

    /// <summary>Ends a stream.</summary>
    public void Close(Channel<LogEntry> stream)
    {
        lock (_streams)
        {
            _streams.Remove(stream);
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<LogEntry?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var id = Keys.Activity(conversation, key, 0);
        return await store.FindAsync(DocumentKind.WebChatActivity, id, cancellationToken) is { } found
            ? new LogEntry(found.Sort, ActivityId(found.Sort), found.Json, IsRepeat: true)
            : null;
    }

    private LogEntry Describe(JsonObject activity, long number, DateTimeOffset now)
    {
        var id = number == 0 ? $"{conversation}|passing" : ActivityId(number);
        activity["id"] = id;
        activity["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        activity["channelId"] = "webchat";
        activity["conversation"] = new JsonObject { ["id"] = conversation };
        return new LogEntry(number, id, Wire.Text(activity));
    }

    private string ActivityId(long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}|{number:D7}");

    private async Task CommitAsync(StoredDocument document, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var writes = new List<DocumentWrite> { new(document) };
        var surplus = _kept.Take(Math.Max(0, _kept.Count + 1 - keep)).ToArray();
        writes.AddRange(surplus.Select(old => new DocumentWrite(
            new StoredDocument(DocumentKind.WebChatActivity, old.Id, 1, "{}", conversation, old.Number),
            Delete: true)));
        var head = _head!;
        if (now.ToUnixTimeMilliseconds() - head.Sort > TouchEvery.TotalMilliseconds)
        {
            head = head with { Version = head.Version + 1, Sort = now.ToUnixTimeMilliseconds() };
            writes.Add(new DocumentWrite(head));
        }

        var outcome = await store.CommitAsync(new Commit { At = now, Documents = writes }, cancellationToken);
        if (outcome != CommitOutcome.Committed)
        {
            // Nobody else writes here; after such a surprise what the store holds is right.
            await LoadAsync(cancellationToken);
            throw new InvalidOperationException("The log of a web chat conversation was changed from outside.");
        }

        _head = head;
        foreach (var _ in surplus)
        {
            _kept.Dequeue();
        }
    }

    private void Publish(LogEntry entry)
    {
        lock (_streams)
        {
            foreach (var stream in _streams)
            {
                if (!stream.Writer.TryWrite(entry))
                {
                    stream.Writer.TryComplete();
                }
            }
        }
    }
}
