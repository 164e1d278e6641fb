using System.Collections.Concurrent;
using System.Globalization;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>What the server remembers: chats, messages, presses, files, commands.</summary>
internal sealed class TelegramState(TelegramServer server, TelegramServerOptions options)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<long, TelegramChat> _chats = new();
    private readonly ConcurrentDictionary<string, TelegramQuery> _queries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TelegramFile> _files = new(StringComparer.Ordinal);
    private long _lastChat = 1000;
    private int _lastMessage;
    private long _lastQuery = 9_000_000_000;
    private int _lastFile;

    public ConcurrentDictionary<(string Scope, string Language), IReadOnlyList<(string Name, string Description)>>
        Commands
    { get; } = new();

    public T Add<T>(Func<long, T> make)
        where T : TelegramChat
    {
        var chat = make(Interlocked.Increment(ref _lastChat));
        return _chats.TryAdd(chat.Id, chat)
            ? chat
            : throw new InvalidOperationException($"There is a chat {chat.Id} already.");
    }

    /// <summary>The chat a call names, when the bot may write there.</summary>
    public TelegramChat Chat(TelegramArguments arguments)
    {
        var text = arguments.Text("chat_id");
        if (string.IsNullOrEmpty(text))
        {
            throw TelegramRefusal.BadRequest("chat_id is empty");
        }

        var chat = Find(text);
        if (chat is null && !options.KeepMessages && long.TryParse(text, CultureInfo.InvariantCulture, out var id))
        {
            chat = _chats.GetOrAdd(
                id, static (key, at) => new TelegramUser(at, key, "A", "kk") { Refusal = null }, server);
        }

        return chat is null ? throw TelegramRefusal.BadRequest("chat not found")
            : chat.Refusal is { } refusal ? throw refusal
            : chat;
    }

    public TelegramMessage AddMessage(TelegramChat chat, Func<int, TelegramMessage> make)
    {
        if (!options.KeepMessages)
        {
            return make(Interlocked.Increment(ref _lastMessage));
        }

        lock (_gate)
        {
            var message = make(++chat.LastMessageId);
            chat.Messages[message.Id] = message;
            return message;
        }
    }

    public TelegramMessage? Message(TelegramChat chat, int id)
    {
        lock (_gate)
        {
            return chat.Messages.GetValueOrDefault(id);
        }
    }

    public void Replace(TelegramMessage message)
    {
        lock (_gate)
        {
            message.Chat.Messages[message.Id] = message;
        }
    }

    public bool Remove(TelegramChat chat, int id)
    {
        lock (_gate)
        {
            return chat.Messages.Remove(id);
        }
    }

    public string AddQuery()
    {
        var id = Interlocked.Increment(ref _lastQuery).ToString(CultureInfo.InvariantCulture);
        _queries[id] = new TelegramQuery(options.Time.GetUtcNow());
        return id;
    }

    public TelegramQuery Query(string id) => _queries[id];

    /// <summary>The press an answer names, while it can be answered.</summary>
    public TelegramQuery? LiveQuery(string id) =>
        _queries.TryGetValue(id, out var query) && options.Time.GetUtcNow() - query.At <= options.CallbackLife
            ? query
            : null;

    public TelegramFile AddFile(string kind, string name, string? mediaType, byte[] bytes)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"file{Interlocked.Increment(ref _lastFile)}");
        return _files[id] = new TelegramFile(id, kind, name, mediaType, bytes);
    }

    /// <summary>A file by its id; a photo's sizes have a letter after it.</summary>
    public TelegramFile? File(string id) => _files.GetValueOrDefault(id.TrimEnd('s'));

    /// <summary>Forgets a file, as Telegram does with what nobody fetched for long.</summary>
    public void Forget(string id) => _files.TryRemove(id, out _);

    private TelegramChat? Find(string text) =>
        text[0] == '@'
            ? _chats.Values.OfType<TelegramGroup>().FirstOrDefault(
                group => string.Equals(group.UserName, text[1..], StringComparison.OrdinalIgnoreCase))
            : long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? _chats.GetValueOrDefault(id)
            : null;
}

/// <summary>A press that waits for its answer.</summary>
internal sealed record TelegramQuery(DateTimeOffset At)
{
    public TaskCompletionSource<string?> Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
