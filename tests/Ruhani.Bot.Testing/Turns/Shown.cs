using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Testing.Turns;

/// <summary>Reads replies as a person would.</summary>
public static class Shown
{
    public static string AllText(this IEnumerable<OutboxMessage> messages) =>
        string.Join("\n", messages.Select(message => message.Text));

    public static IReadOnlyList<string> Labels(this IEnumerable<OutboxMessage> messages) =>
        [.. messages.SelectMany(message => message.Buttons).SelectMany(row => row).Select(button => button.Label)];

    /// <summary>The token of the one button so labelled.</summary>
    public static string Token(this IEnumerable<OutboxMessage> messages, string label) => messages
        .SelectMany(message => message.Buttons).SelectMany(row => row).Single(button => button.Label == label).Token;
}
