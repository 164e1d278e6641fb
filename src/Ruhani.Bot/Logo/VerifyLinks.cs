namespace Ruhani.Bot.Logo;

/// <summary>
/// The addresses that a permit's code holds. They open the bot with the number in hand; nothing else of the permit
/// stands in them.
/// </summary>
public static class VerifyLinks
{
    /// <summary>Opens the bot on Telegram, which then gets <c>/start v_…</c>.</summary>
    /// <param name="number">The permit's number.</param>
    /// <param name="bot">The bot's user name, without <c>@</c>.</param>
    public static Uri Telegram(RequestNumber number, string bot)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(bot);
        return new Uri($"https://t.me/{Uri.EscapeDataString(bot)}?start={number.LinkPayload}");
    }

    /// <summary>Opens a chat with the bot on WhatsApp with the number typed in.</summary>
    /// <param name="number">The permit's number.</param>
    /// <param name="phone">The bot's number; whatever is no digit is left out.</param>
    public static Uri WhatsApp(RequestNumber number, string phone)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(phone);
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return new Uri($"https://wa.me/{digits}?text={number}");
    }
}
