using System.Text;
using Ruhani.Bot.Channels.WhatsApp.Wire;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>Turns an outbox message into the body of a request.</summary>
internal static class WhatsAppRequests
{
    /// <summary>A message within the window; null when it has choices that this network can't show.</summary>
    public static SendRequest? Reply(OutboxMessage message, string address)
    {
        var choices = message.Buttons.SelectMany(row => row).ToList();
        return choices.Count == 0 ? Text(message, address)
            : message.ListLabel is { } label && choices.Count <= WhatsAppLimits.ListRows
                ? Choices(message, address, "list", List(label, choices))
            : message.ListLabel is null && choices.Count <= WhatsAppLimits.Buttons
                ? Choices(message, address, "button", Buttons(choices))
            : null;
    }

    /// <summary>
    /// A message with its file within the window: the text is the caption, or with buttons the body under the file.
    /// Null when it has choices that can't stand under a file.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="address">Whom it goes to.</param>
    /// <param name="media">The id the file got when it was uploaded.</param>
    public static SendRequest? WithFile(OutboxMessage message, string address, string media)
    {
        var choices = message.Buttons.SelectMany(row => row).ToList();
        var isPicture = message.File!.AsPicture;
        var type = isPicture ? "image" : "document";
        var file = new Media(
            media,
            message.Text.Length == 0 || choices.Count > 0 ? null : message.Text,
            isPicture ? null : message.File.File.Name);
        if (choices.Count == 0)
        {
            return Envelope(message, address, type) with
            {
                Document = isPicture ? null : file,
                Image = isPicture ? file : null,
            };
        }

        return message.ListLabel is not null || choices.Count > WhatsAppLimits.Buttons ? null
            : Envelope(message, address, "interactive") with
            {
                Interactive = new Interactive("button", new InteractiveText(message.Text), Buttons(choices))
                {
                    Header = new InteractiveHeader(type)
                    {
                        Document = isPicture ? null : file,
                        Image = isPicture ? file : null,
                    },
                },
            };
    }

    /// <summary>
    /// A message outside the window. One with a file only announces it: the message itself waits, so what becomes of
    /// its announcement must not be taken for its own delivery.
    /// </summary>
    public static SendRequest Templated(OutboxMessage message, string address, WhatsAppTemplate template) =>
        Envelope(message, address, "template") with
        {
            BizOpaqueCallbackData = message.File is null ? CallbackData(message) : null,
            Template = new Template(
                template.Name,
                new TemplateLanguage(template.Language, "deterministic"),
                template.TakesText ? [new("body", [new("text", OneLine(message))])] : null),
        };

    /// <summary>
    /// The text as a template's parameter may be: one line without tabs and runs of spaces. Choices become numbers,
    /// since anything can be chosen by its number too.
    /// </summary>
    internal static string OneLine(OutboxMessage message)
    {
        var line = new StringBuilder();
        Append(line, message.Text);
        foreach (var (choice, number) in message.Buttons.SelectMany(row => row).Select((c, i) => (c, i + 1)))
        {
            Append(line, $" {number}) {choice.Label}");
        }

        var text = line.ToString().TrimEnd();
        if (text.Length <= WhatsAppLimits.TemplateText)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', WhatsAppLimits.TemplateText - 2);
        end = end > 0 ? end : WhatsAppLimits.TemplateText - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    private static void Append(StringBuilder line, string text)
    {
        foreach (var c in text)
        {
            var isBlank = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!isBlank || (line.Length > 0 && line[^1] != ' '))
            {
                line.Append(isBlank ? ' ' : c);
            }
        }
    }

    private static SendRequest Text(OutboxMessage message, string address) =>
        Envelope(message, address, "text") with { Text = new TextBody(message.Text, PreviewUrl: false) };

    private static SendRequest Choices(OutboxMessage message, string address, string type, InteractiveAction action) =>
        Envelope(message, address, "interactive") with
        {
            Interactive = new Interactive(type, new InteractiveText(message.Text), action),
        };

    private static InteractiveAction Buttons(List<OutboxButton> choices) => new()
    {
        Buttons = [.. choices.Select((c, i) => new ReplyButton("reply", new ReplyTitle(c.Token, Title(choices, i))))],
    };

    /// <summary>Two buttons with the same title are refused, and the person would get nothing: number them.</summary>
    private static string Title(List<OutboxButton> choices, int index)
    {
        var label = choices[index].Label;
        if (choices.FindAll(c => c.Label == label).Count == 1)
        {
            return label;
        }

        var room = WhatsAppLimits.ButtonTitle - 3;
        var end = label.Length <= room ? label.Length : char.IsHighSurrogate(label[room - 1]) ? room - 1 : room;
        return $"{index + 1}. {label[..end]}";
    }

    private static InteractiveAction List(string label, IEnumerable<OutboxButton> choices) => new()
    {
        Button = label,
        Sections = [new([.. choices.Select(c => new ListRow(c.Token, c.Label, c.Description))])],
    };

    private static SendRequest Envelope(OutboxMessage message, string address, string type)
    {
        var isUserId = WhatsAppPeople.IsUserId(address);
        return new SendRequest
        {
            To = isUserId ? null : address,
            Recipient = isUserId ? address : null,
            Type = type,
            BizOpaqueCallbackData = CallbackData(message),
        };
    }

    private static string? CallbackData(OutboxMessage message) =>
        Encoding.UTF8.GetByteCount(message.Id) <= WhatsAppLimits.CallbackData ? message.Id : null;
}
