namespace Ruhani.Bot.Channels.WebChat;

/// <summary>
/// Settings of the web chat and Direct Line server (section <c>WebChat</c>). The defaults work on one machine.
/// </summary>
public sealed class WebChatOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "WebChat";

    /// <summary>False leaves out the page, Direct Line and <c>/api/messages</c>.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The Direct Line secret: a back end that shows it may start conversations in any person's name. At least 16
    /// characters. Absent: nobody can, and tokens are signed with a random key that is kept in the store.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>
    /// Offers the demo personas. Even when true, only to requests that come over loopback; set it to false behind a
    /// reverse proxy on the same machine.
    /// </summary>
    public bool Demo { get; set; } = true;

    /// <summary>
    /// Web origins (<c>https://example.kz</c>) whose pages may use Direct Line and frame the chat page.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Minutes a token works, 1 to 1440.</summary>
    public int TokenMinutes { get; set; } = 30;

    /// <summary>Days an unused conversation and its files are kept, 1 to 3650.</summary>
    public int KeepDays { get; set; } = 30;

    /// <summary>Activities kept of one conversation, 10 to 900; the oldest go first.</summary>
    public int MaxActivities { get; set; } = 500;

    /// <summary>Activities in one answer to a polling client, 1 to 500.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Bytes of one activity, 1,024 to 1,048,576.</summary>
    public int MaxActivityBytes { get; set; } = 128 * 1024;

    /// <summary>Bytes of one upload, all its files together, up to 104,857,600.</summary>
    public long MaxUploadBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Where uploaded files are kept; relative to the working folder.</summary>
    public string UploadPath { get; set; } = Path.Combine("data", "uploads");

    /// <summary>Messages a token may send at once before it has to wait, 1 to 1000.</summary>
    public int Burst { get; set; } = 20;

    /// <summary>Messages a minute that a token may send for long, 1 to 6000.</summary>
    public int MessagesPerMinute { get; set; } = 60;

    /// <summary>
    /// Conversations a minute that one network address may start, 1 to 6000. Loopback is not counted.
    /// </summary>
    public int ConversationsPerMinute { get; set; } = 60;

    /// <summary>Streams that may be open at once, 1 to 100,000; more are told to come back later.</summary>
    public int MaxStreams { get; set; } = 2000;

    /// <summary>Settings of <c>/api/messages</c>.</summary>
    public BotFrameworkOptions BotFramework { get; } = new();
}
