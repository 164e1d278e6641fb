using System.Text.RegularExpressions;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>An approved template as the configuration names it; see <see cref="WhatsAppOptions.Templates"/>.</summary>
/// <param name="Name">1 to 512 of a–z, 0–9 and _.</param>
/// <param name="Language">The code it was approved under, <c>kk</c> or <c>ru</c>.</param>
/// <param name="TakesText">True when its body has one parameter for the message's text.</param>
internal sealed partial record WhatsAppTemplate(string Name, string Language, bool TakesText)
{
    public static WhatsAppTemplate? Parse(string? text, string language)
    {
        var match = Form().Match(text ?? "");
        return match.Success
            ? new WhatsAppTemplate(match.Groups["name"].Value, language, match.Groups["text"].Success)
            : null;
    }

    [GeneratedRegex(@"^\s*(?<name>[a-z0-9_]{1,512})\s*(?<text>\{\{1\}\})?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
