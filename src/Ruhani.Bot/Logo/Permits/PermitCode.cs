using Ruhani.Bot.Channels;

namespace Ruhani.Bot.Logo.Permits;

/// <summary>
/// What the code on a permit holds: an address that opens this bot with the number in hand, on the requester's network
/// if it has one, else on the other. A bot that has no address gives the bare number, which can be typed.
/// </summary>
public sealed class PermitCode(OwnAddresses own)
{
    /// <summary>True when there is an address.</summary>
    public bool IsLink => own.TelegramName is not null || own.WhatsAppPhone is not null;

    /// <summary>What the code of this permit holds.</summary>
    public string For(LogoRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var number = RequestNumberReader.Read(request.Number).Number
            ?? throw new ArgumentException("A draft has no code.", nameof(request));
        var telegram = own.TelegramName is { } bot ? VerificationLink.Telegram(number, bot) : null;
        var whatsApp = own.WhatsAppPhone is { } phone ? VerificationLink.WhatsApp(number, phone) : null;
        var isWhatsApp = request.Requester.StartsWith("whatsapp:", StringComparison.Ordinal);
        return ((isWhatsApp ? whatsApp ?? telegram : telegram ?? whatsApp)?.AbsoluteUri) ?? number.ToString();
    }

    /// <summary>Reads a code, knowing where this bot is found.</summary>
    public VerificationReading Read(string text) => VerificationLink.Read(text, own.TelegramName, own.WhatsAppPhone);
}
