using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>
/// Ids and groups under which the web chat keeps its documents. Conversation ids are base64url, so a name that begins
/// with <c>#</c> or <c>@</c> is never one of them.
/// </summary>
internal static class Keys
{
    /// <summary>The group of all conversations' heads, sorted by when each was last used.</summary>
    public const string Heads = "#conversations";

    /// <summary>The group of what leads from a person to the conversation they used last.</summary>
    public const string People = "#people";

    /// <summary>The group of where replies of Bot Framework conversations go.</summary>
    public const string Services = "#services";

    private const int MaxPlain = 64;

    /// <summary>The head of a conversation.</summary>
    public static string Head(string conversation) => $"#{conversation}";

    /// <summary>The way from a person to their conversation.</summary>
    public static string Person(string user) => $"@{Short(user)}";

    /// <summary>Where replies of a Bot Framework conversation go.</summary>
    public static string Service(string chat) => $"%{Short(chat)}";

    /// <summary>An activity: by what it is known by, or else by its number.</summary>
    public static string Activity(string conversation, string? key, long number) => key is null
        ? string.Create(CultureInfo.InvariantCulture, $"{conversation}/#{number}")
        : $"{conversation}/{key}";

    /// <summary>The text itself when it is short and plain, otherwise its hash; so that ids stay bounded.</summary>
    public static string Short(string text) =>
        text.Length is > 0 and <= MaxPlain
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':')
            ? text
            : "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 20));
}
