namespace Ruhani.Bot.Logo;

/// <summary>
/// The address that a permit's code holds. It opens the bot with the number in hand; nothing else of the permit stands
/// in it.
/// </summary>
public static class VerificationLink
{
    private static readonly string[] TelegramHosts = ["t.me", "telegram.me", "telegram.dog"];
    private static readonly string[] WhatsAppHosts = ["wa.me"];

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
        return new Uri($"https://wa.me/{Digits(phone)}?text={number}");
    }

    /// <summary>Reads what a code on a banner holds.</summary>
    /// <param name="payload">The text of the code.</param>
    /// <param name="bot">The bot's own user name on Telegram; null when it has none.</param>
    /// <param name="phone">The bot's own number on WhatsApp; null when it has none.</param>
    /// <returns>
    /// The number and where the code leads: a true number in an address that opens somebody else's bot is a forgery
    /// that whoever scans it with a telephone does not notice.
    /// </returns>
    public static VerificationReading Read(string? payload, string? bot = null, string? phone = null)
    {
        var reading = RequestNumberReader.Read(payload);
        return new VerificationReading(reading.Number, reading.IsMistyped, LeadsElsewhere(payload, bot, phone));
    }

    private static bool LeadsElsewhere(string? payload, string? bot, string? phone)
    {
        if (payload is null || !payload.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        if (!Uri.TryCreate(payload.Trim(), UriKind.Absolute, out var address))
        {
            return true;
        }

        var path = address.AbsolutePath.Trim('/');
        return address.Scheme is not ("https" or "http")
            || !((Knows(TelegramHosts, address) && Same(path, bot?.TrimStart('@')))
                || (Knows(WhatsAppHosts, address) && Same(path.TrimStart('+'), Digits(phone))));
    }

    private static bool Knows(string[] hosts, Uri address) =>
        hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase);

    // A bot that doesn't know its own address can't tell whose the other one is.
    private static bool Same(string path, string? own) =>
        string.IsNullOrEmpty(own) || path.Equals(own, StringComparison.OrdinalIgnoreCase);

    private static string Digits(string? phone) => string.Concat((phone ?? "").Where(char.IsAsciiDigit));
}

/// <summary>What the code of a permit holds.</summary>
/// <param name="Number">The number; null when there is none.</param>
/// <param name="IsMistyped">True when something was meant for a number but can't be one.</param>
/// <param name="LeadsElsewhere">True when it is an address of something else than this bot.</param>
public readonly record struct VerificationReading(RequestNumber? Number, bool IsMistyped, bool LeadsElsewhere);
