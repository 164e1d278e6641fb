namespace Ruhani.Bot.Channels;

/// <summary>
/// Where people find this very bot, as the networks tell it: for links that lead to it. A network that is off, or has
/// not told yet, has none.
/// </summary>
public sealed class OwnAddresses
{
    private volatile string? _telegramName;
    private volatile string? _whatsAppPhone;

    /// <summary>The user name on Telegram, without <c>@</c>; null when not known.</summary>
    public string? TelegramName
    {
        get => _telegramName;
        set => _telegramName = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>The number on WhatsApp, as it is shown there; null when not known.</summary>
    public string? WhatsAppPhone
    {
        get => _whatsAppPhone;
        set => _whatsAppPhone = string.IsNullOrWhiteSpace(value) ? null : value;
    }
}
