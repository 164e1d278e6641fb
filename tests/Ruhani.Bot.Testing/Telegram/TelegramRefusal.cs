namespace Ruhani.Bot.Testing.Telegram;

/// <summary>What the server says no with; thrown by a method and written as its answer.</summary>
#pragma warning disable CA1032, CA1064, CA1710 // Made only by the factories below, caught only by the endpoint.
public sealed class TelegramRefusal : Exception
#pragma warning restore CA1032, CA1064, CA1710
{
    private TelegramRefusal(int code, string description)
        : base(description) => Code = code;

    /// <summary>The error code, which is also the HTTP status.</summary>
    public int Code { get; }

    /// <summary>Seconds to wait.</summary>
    public int? RetryAfter { get; private init; }

    /// <summary>The supergroup that took the group's place.</summary>
    public long? MigrateToChat { get; private init; }

    public static TelegramRefusal BadRequest(string what) => new(400, "Bad Request: " + what);

    public static TelegramRefusal Unauthorized() => new(401, "Unauthorized");

    public static TelegramRefusal Forbidden(string what) => new(403, "Forbidden: " + what);

    public static TelegramRefusal NotFound(string? what = null) =>
        new(404, what is null ? "Not Found" : "Not Found: " + what);

    public static TelegramRefusal Conflict(string what) => new(409, "Conflict: " + what);

    public static TelegramRefusal TooManyRequests(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };

    public static TelegramRefusal ServerError(int code = 500) =>
        new(code, code == 502 ? "Bad Gateway" : "Internal Server Error");

    public static TelegramRefusal Migrated(long toChat) =>
        new(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateToChat = toChat };

    public static TelegramRefusal Of(int code, string description) => new(code, description);
}
