namespace Ruhani.Bot.Channels.WebChat;

/// <summary>
/// Settings of <c>/api/messages</c> (section <c>WebChat:BotFramework</c>). Without an <see cref="AppId"/> only
/// callers on loopback are heard (the Emulator, tests).
/// </summary>
public sealed class BotFrameworkOptions
{
    /// <summary>The bot's application id at Azure Bot Service: the audience of every caller's token.</summary>
    public string? AppId { get; set; }

    /// <summary>The application's password, to sign our replies; needed for replies to Azure.</summary>
    public string? AppPassword { get; set; }

    /// <summary>The tenant of a single-tenant application; absent for a multi-tenant one.</summary>
    public string? TenantId { get; set; }

    /// <summary>Who must have issued a caller's token.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>The OpenID metadata that names the signing keys of callers.</summary>
    public string MetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The authority that gives us tokens for replies; the tenant and the path are added to it.</summary>
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com";

    /// <summary>
    /// Hosts that replies may go to (<c>smba.trafficmanager.net</c>, or <c>*.botframework.com</c> with everything under
    /// it). Empty: the service address that the caller's verified token names, and loopback when there is no
    /// <see cref="AppId"/>.
    /// </summary>
    public IList<string> AllowedServiceHosts { get; } = [];

    /// <summary>
    /// Seconds that a caller with <c>deliveryMode: expectReplies</c> is made to wait at most, 1 to 14.
    /// </summary>
    public int ExpectRepliesSeconds { get; set; } = 10;
}
