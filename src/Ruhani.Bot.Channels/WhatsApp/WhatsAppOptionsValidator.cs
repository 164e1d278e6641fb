using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>One clear line for what is wrong; never a secret's value.</summary>
internal sealed class WhatsAppOptionsValidator : IValidateOptions<WhatsAppOptions>
{
    public ValidateOptionsResult Validate(string? name, WhatsAppOptions options)
    {
        IEnumerable<string> problems =
            [.. Missing(options), .. Address(options), .. PhoneNumber(options), .. Templates(options)];
        var line = string.Join("; ", problems);
        return line.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(line);
    }

    private static IEnumerable<string> Missing(WhatsAppOptions options)
    {
        var missing = WhatsAppOptions.Credentials
            .Where(name => string.IsNullOrWhiteSpace(Value(options, name)))
            .Select(name => $"{WhatsAppOptions.Section}:{name}")
            .ToList();
        return missing.Count == 0 || missing.Count == WhatsAppOptions.Credentials.Count
            ? []
            : [$"{string.Join(", ", missing)} not set: WhatsApp needs all of its four credentials, or none to be off"];
    }

    private static string Value(WhatsAppOptions options, string name) => name switch
    {
        nameof(WhatsAppOptions.AccessToken) => options.AccessToken,
        nameof(WhatsAppOptions.PhoneNumberId) => options.PhoneNumberId,
        nameof(WhatsAppOptions.AppSecret) => options.AppSecret,
        _ => options.VerifyToken,
    };

    private static IEnumerable<string> Address(WhatsAppOptions options) =>
        Uri.TryCreate(options.ApiUrl, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? []
            : [$"WhatsApp:ApiUrl is '{options.ApiUrl}': it should be an https address with Graph's version"];

    private static IEnumerable<string> PhoneNumber(WhatsAppOptions options) =>
        options.PhoneNumberId.All(char.IsAsciiDigit)
            ? []
            : [$"WhatsApp:PhoneNumberId is '{options.PhoneNumberId}': it should be digits, Graph's id of the number"];

    private static IEnumerable<string> Templates(WhatsAppOptions options) =>
        from purpose in options.Templates
        from language in purpose.Value
        let key = $"WhatsApp:Templates:{purpose.Key}:{language.Key}"
        from problem in Template(key, language.Key, language.Value)
        select problem;

    private static IEnumerable<string> Template(string key, string language, string value)
    {
        if (!language.Equals("kk", StringComparison.OrdinalIgnoreCase)
            && !language.Equals("ru", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{key}: the language should be kk or ru";
        }

        if (WhatsAppTemplate.Parse(value, language) is null)
        {
            yield return $"{key} is '{value}': it should be a template's name (a-z, 0-9, _), with {{{{1}}}} after it "
                + "when its body takes the text";
        }
    }
}
