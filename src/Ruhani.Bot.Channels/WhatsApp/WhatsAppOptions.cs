using Microsoft.Extensions.Configuration;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// The section <c>WhatsApp</c>. The channel is off while none of the four credentials is set; some but not all of them
/// is an error at start.
/// </summary>
public sealed class WhatsAppOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "WhatsApp";

    /// <summary>A system user's token with the permission <c>whatsapp_business_messaging</c>. Secret.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>Graph's id of our number (not the number itself).</summary>
    public string PhoneNumberId { get; set; } = "";

    /// <summary>The app's secret that webhooks are signed with. Secret.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>The word typed into the webhook's settings at Meta. Secret.</summary>
    public string VerifyToken { get; set; } = "";

    /// <summary>Graph's address with its version, without a slash at the end.</summary>
    public string ApiUrl { get; set; } = "https://graph.facebook.com/v26.0";

    /// <summary>
    /// Approved templates by purpose and language (<c>kk</c>, <c>ru</c>), for writing outside the 24-hour window:
    /// <c>office_news</c> is a template without parameters; <c>office_news {{1}}</c> is one whose body has a single
    /// parameter, which gets the message's text on one line.
    /// </summary>
    public Dictionary<string, Dictionary<string, string>> Templates { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a configuration means the channel to be on, rightly filled or not.</summary>
    public static bool IsConfigured(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        return Credentials.Any(name => !string.IsNullOrWhiteSpace(section[name]));
    }

    internal static readonly IReadOnlyList<string> Credentials =
        [nameof(AccessToken), nameof(PhoneNumberId), nameof(AppSecret), nameof(VerifyToken)];

    internal WhatsAppTemplate? Template(string purpose, string language)
    {
        if (!Templates.TryGetValue(purpose, out var byLanguage))
        {
            return null;
        }

        var name = byLanguage.FirstOrDefault(p => p.Key.Equals(language, StringComparison.OrdinalIgnoreCase)).Value;
        return WhatsAppTemplate.Parse(name, language);
    }
}
