using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Testing.Channels;

/// <summary>What a network would refuse about a message.</summary>
public static partial class NetworkLimits
{
    public static IReadOnlyList<string> Broken(OutboxMessage message, ChannelCapabilities network)
    {
        var problems = new List<string>();
        var buttons = message.Buttons.SelectMany(row => row).ToList();
        var length = network.Markup == Markup.Html
            ? WebUtility.HtmlDecode(Tag().Replace(message.Text, "")).Length
            : message.Text.Length;
        Check(message.Text.Trim().Length > 0 || message.File is not null, "the text is empty");
        Check(message.File is null || length <= (network.Files?.MaxCaption ?? -1), $"a caption of {length} characters");
        Check(message.File is null || message.ListLabel is null, "a list under a file");
        Check(
            message.Text.Length == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(message.Text)).Length,
            "half a character");
        Check(length <= (buttons.Count > 0 ? network.MaxTextWithChoices : network.MaxText), $"{length} characters");
        foreach (var button in buttons)
        {
            var max = message.ListLabel is null ? network.MaxButtonLabel : network.MaxRowLabel;
            Check(button.Label.Length > 0 && button.Label.Length <= max, $"the label '{button.Label}'");
            Check(Encoding.UTF8.GetByteCount(button.Token) <= network.MaxToken, $"the token '{button.Token}'");
            Check(
                (button.Description?.Length ?? 0) <= network.MaxRowDescription,
                $"the description '{button.Description}'");
        }

        if (message.ListLabel is { } label)
        {
            Check(message.Buttons.Count <= network.MaxListRows, $"{message.Buttons.Count} rows");
            Check(message.Buttons.All(row => row.Count == 1), "two choices in a row of a list");
            Check(label.Length is > 0 and <= 20, $"the list's label '{label}'");
        }
        else
        {
            Check(buttons.Count <= network.MaxButtons, $"{buttons.Count} buttons");
        }

        Check(buttons.Select(button => button.Token).Distinct().Count() == buttons.Count, "two choices of one meaning");
        Check(
            message.ListLabel is not null || network.MaxButtons > 3
            || buttons.Select(button => button.Label).Distinct().Count() == buttons.Count,
            "two buttons of one label");
        return problems;

        void Check(bool isKept, string problem)
        {
            if (!isKept)
            {
                problems.Add($"{message.Id}: {problem}");
            }
        }
    }

    [GeneratedRegex("</?b>")]
    private static partial Regex Tag();
}
