namespace Ruhani.Bot.Testing.Telegram;

/// <summary>How a <see cref="TelegramServer"/> is set up.</summary>
public sealed record TelegramServerOptions
{
    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    public string Token { get; init; } = "4200000001:AAF-stand-in_token-not-a-secret";

    public string BotUserName { get; init; } = "ruhani_test_bot";

    public string BotName { get; init; } = "Рухани көмекші";

    /// <summary>Keeps every call and every update for a test to look at; off for load.</summary>
    public bool Record { get; init; } = true;

    /// <summary>Keeps messages, so that they can be waited for, edited and quoted; off for load.</summary>
    public bool KeepMessages { get; init; } = true;

    /// <summary>The pause before a webhook's first retry; each next is twice as long.</summary>
    public TimeSpan WebhookRetry { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long a press can be answered.</summary>
    public TimeSpan CallbackLife { get; init; } = TimeSpan.FromSeconds(15);

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
