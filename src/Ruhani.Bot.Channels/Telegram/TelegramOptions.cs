using System.ComponentModel.DataAnnotations;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// The section <c>Telegram</c> of the configuration. The channel is off while <see cref="Token"/> is empty.
/// </summary>
public sealed record TelegramOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Telegram";

    /// <summary>The path Telegram posts updates to.</summary>
    public const string WebhookPath = "/telegram/webhook";

    /// <summary>Telegram's own server.</summary>
    public const string DefaultApiUrl = "https://api.telegram.org";

    /// <summary>The bot's token as @BotFather gives it. A secret: never logged, never part of a message.</summary>
    public string Token { get; init; } = "";

    /// <summary>Scheme, host and port of the Bot API server.</summary>
    public string ApiUrl { get; init; } = DefaultApiUrl;

    /// <summary>
    /// The public address of <see cref="WebhookPath"/>; the bot asks for updates by itself (long polling) while it is
    /// empty.
    /// </summary>
    public string? WebhookUrl { get; init; }

    /// <summary>
    /// What Telegram proves itself with at the webhook: 1 to 256 of A–Z, a–z, 0–9, _ and -. A secret.
    /// </summary>
    public string? WebhookSecret { get; init; }

    /// <summary>The channel announcements are also posted to: <c>@name</c> or a number.</summary>
    public string? ChannelId { get; init; }

    /// <summary>
    /// The staff group where questions for a person and pending requests are shown: <c>@name</c> or a number.
    /// </summary>
    public string? StaffChatId { get; init; }

    /// <summary>
    /// How long one request for updates stays open when there are none, in seconds; Telegram allows at most 50.
    /// </summary>
    [Range(0, 50)]
    public int PollSeconds { get; init; } = 50;

    /// <summary>How long one call that sends may take, in seconds, before it counts as failed.</summary>
    [Range(1, 120)]
    public int SendTimeoutSeconds { get; init; } = 20;

    /// <summary>Conversations that are sent to side by side, and so the connections kept open.</summary>
    [Range(1, 256)]
    public int Parallelism { get; init; } = 32;

    /// <summary>Updates Telegram may post to the webhook at once.</summary>
    [Range(1, 100)]
    public int WebhookConnections { get; init; } = 64;

    /// <summary>Shows everything but the secrets.</summary>
    public override string ToString() => $"Telegram at {ApiUrl}, {(WebhookUrl is null ? "polling" : "webhook")}";
}
