using System.Globalization;
using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>
/// Checks the section at start: one line a mistake, naming the key, what it held and what it should hold.
/// </summary>
internal sealed class WebChatOptionsValidator : IValidateOptions<WebChatOptions>
{
    private const int MinSecret = 16;

    public ValidateOptionsResult Validate(string? name, WebChatOptions options)
    {
        var errors = new List<string>();
        if (options.Secret is { } secret && secret.Length < MinSecret)
        {
            errors.Add($"WebChat:Secret is too short; give at least {MinSecret} characters or leave it out.");
        }

        Range("TokenMinutes", options.TokenMinutes, 1, 1440);
        Range("KeepDays", options.KeepDays, 1, 3650);
        Range("MaxActivities", options.MaxActivities, 10, 900);
        Range("PageSize", options.PageSize, 1, 500);
        Range("MaxActivityBytes", options.MaxActivityBytes, 1024, 1024 * 1024);
        Range("MaxUploadBytes", options.MaxUploadBytes, 1024, 100L * 1024 * 1024);
        Range("Burst", options.Burst, 1, 1000);
        Range("MessagesPerMinute", options.MessagesPerMinute, 1, 6000);
        Range("ConversationsPerMinute", options.ConversationsPerMinute, 1, 6000);
        Range("MaxStreams", options.MaxStreams, 1, 100_000);
        Range("BotFramework:ExpectRepliesSeconds", options.BotFramework.ExpectRepliesSeconds, 1, 14);
        if (string.IsNullOrWhiteSpace(options.UploadPath))
        {
            errors.Add("WebChat:UploadPath is empty; give a folder such as data/uploads.");
        }

        foreach (var origin in options.AllowedOrigins.Where(origin => !IsOrigin(origin)))
        {
            errors.Add(
                $"WebChat:AllowedOrigins holds '{origin}'; give scheme and host only, such as https://example.kz.");
        }

        if (string.IsNullOrEmpty(options.BotFramework.AppId) != string.IsNullOrEmpty(options.BotFramework.AppPassword))
        {
            errors.Add("WebChat:BotFramework is half filled; give both AppId and AppPassword, or neither.");
        }

        Address("MetadataUrl", options.BotFramework.MetadataUrl);
        Address("LoginUrl", options.BotFramework.LoginUrl);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);

        void Range(string key, long value, long low, long high)
        {
            if (value < low || value > high)
            {
                errors.Add(string.Create(
                    CultureInfo.InvariantCulture, $"WebChat:{key} is {value}; give a number from {low} to {high}."));
            }
        }

        void Address(string key, string value)
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || !Loopback.IsHttpsOrLoopback(uri))
            {
                errors.Add($"WebChat:BotFramework:{key} is '{value}'; give an https address.");
            }
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is ("http" or "https")
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);
}
