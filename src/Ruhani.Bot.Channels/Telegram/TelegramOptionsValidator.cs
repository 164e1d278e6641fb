using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// Checks the section <c>Telegram</c> at start: one line a fault, naming the key, what it held and what it should.
/// </summary>
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    /// <summary>Ports Telegram's own server posts to (core.telegram.org/bots/api#setwebhook).</summary>
    private static readonly int[] _webhookPorts = [443, 80, 88, 8443];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        var faults = new List<string>();
        if (!TokenForm().IsMatch(options.Token))
        {
            faults.Add("Telegram:Token doesn't look like a bot token (the value is not shown): "
                + "it should be as @BotFather gives it, digits, a colon and letters, such as 123456789:AAF…");
        }

        if (!TryHttp(options.ApiUrl, out var api) || api.AbsolutePath != "/" || api.Query.Length > 0)
        {
            faults.Add($"Telegram:ApiUrl is \"{options.ApiUrl}\": "
                + $"it should be an http or https address without a path, such as {TelegramOptions.DefaultApiUrl}");
        }

        AddWebhookFaults(options, faults);
        AddChatFault("ChannelId", options.ChannelId, faults);
        AddChatFault("StaffChatId", options.StaffChatId, faults);
        AddRangeFault("PollSeconds", options.PollSeconds, 0, 50, faults);
        AddRangeFault("SendTimeoutSeconds", options.SendTimeoutSeconds, 1, 120, faults);
        AddRangeFault("Parallelism", options.Parallelism, 1, 256, faults);
        AddRangeFault("WebhookConnections", options.WebhookConnections, 1, 100, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void AddWebhookFaults(TelegramOptions options, List<string> faults)
    {
        if (!string.IsNullOrEmpty(options.WebhookSecret) && !SecretForm().IsMatch(options.WebhookSecret))
        {
            faults.Add("Telegram:WebhookSecret holds characters Telegram refuses (the value is not shown): "
                + "it should be 1 to 256 of A-Z, a-z, 0-9, _ and -");
        }

        if (string.IsNullOrEmpty(options.WebhookUrl))
        {
            return;
        }

        if (string.IsNullOrEmpty(options.WebhookSecret))
        {
            faults.Add("Telegram:WebhookSecret is empty although Telegram:WebhookUrl is set: "
                + "it should be a long random word of A-Z, a-z, 0-9, _ and -");
        }

        if (!TryHttp(options.WebhookUrl, out var webhook)
            || (webhook.Scheme != Uri.UriSchemeHttps && !webhook.IsLoopback))
        {
            faults.Add($"Telegram:WebhookUrl is \"{options.WebhookUrl}\": it should be the public https address of "
                + $"{TelegramOptions.WebhookPath}, or empty to poll");
        }
        else if (options.ApiUrl == TelegramOptions.DefaultApiUrl && !_webhookPorts.Contains(webhook.Port))
        {
            faults.Add($"Telegram:WebhookUrl has port {webhook.Port.ToString(CultureInfo.InvariantCulture)}: "
                + "Telegram posts only to 443, 80, 88 and 8443");
        }
    }

    private static void AddChatFault(string key, string? value, List<string> faults)
    {
        if (!string.IsNullOrEmpty(value) && !ChatForm().IsMatch(value))
        {
            faults.Add($"Telegram:{key} is \"{value}\": it should be @name or a number, or be left out");
        }
    }

    private static void AddRangeFault(string key, int value, int from, int to, List<string> faults)
    {
        if (value < from || value > to)
        {
            faults.Add(string.Create(
                CultureInfo.InvariantCulture, $"Telegram:{key} is {value}: it should be from {from} to {to}"));
        }
    }

    private static bool TryHttp(string text, out Uri uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri!)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex("^[1-9][0-9]{0,15}:[A-Za-z0-9_-]{3,}$", RegexOptions.CultureInvariant)]
    private static partial Regex TokenForm();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$", RegexOptions.CultureInvariant)]
    private static partial Regex SecretForm();

    [GeneratedRegex("^(@[A-Za-z][A-Za-z0-9_]{3,31}|-?[1-9][0-9]{0,18})$", RegexOptions.CultureInvariant)]
    private static partial Regex ChatForm();
}
