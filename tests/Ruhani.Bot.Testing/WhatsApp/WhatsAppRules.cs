using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>What the Cloud API refuses at once in a request to send. Null: it is right.</summary>
public sealed partial class WhatsAppRules(WhatsAppTemplates templates, WhatsAppMedia media)
{
    private static readonly string[] Envelope =
        ["messaging_product", "recipient_type", "to", "recipient", "type", "context", "biz_opaque_callback_data"];

    private static readonly string[] Media = ["image", "document", "audio", "video", "sticker"];

    public WhatsAppRefusal? Check(JsonObject body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var type = body.Words("type") ?? "text";
        return Keys(body, "", [.. Envelope, type])
            ?? Product(body)
            ?? Recipient(body)
            ?? Length("biz_opaque_callback_data", body.Words("biz_opaque_callback_data") ?? "", 0, 512)
            ?? (body[type] is JsonObject content ? Content(type, content) : WhatsAppRefusal.Missing(type));
    }

    public static WhatsAppRefusal? Product(JsonObject body) => body.Words("messaging_product") == "whatsapp"
        ? null
        : WhatsAppRefusal.Invalid("The parameter messaging_product is required.");

    internal static WhatsAppRefusal? Keys(JsonObject json, string where, string[] allowed)
    {
        var odd = json.Select(p => p.Key).FirstOrDefault(k => !allowed.Contains(k));
        return odd is null ? null : WhatsAppRefusal.Invalid($"Unexpected key \"{odd}\" on param \"{where}\".");
    }

    internal static WhatsAppRefusal? Length(string where, string text, int min, int max) =>
        text.Length >= min && text.Length <= max
            ? null
            : WhatsAppRefusal.Value($"{where} length invalid. Min length: {min}, Max length: {max}");

    private static WhatsAppRefusal? Recipient(JsonObject body) => (body.Words("to"), body.Words("recipient")) switch
    {
        (null or "", null or "") => WhatsAppRefusal.Missing("to"),
        ({ Length: > 0 } to, _) when !Phone().IsMatch(to) =>
            WhatsAppRefusal.Value("'to' is not a valid WhatsApp number"),
        (null, { } id) when !UserId().IsMatch(id) => WhatsAppRefusal.Value("'recipient' is not a valid user id"),
        _ when body.Words("recipient_type") is not (null or "individual") =>
            WhatsAppRefusal.Value("'recipient_type' must be one of {individual, group}"),
        _ => null,
    };

    private WhatsAppRefusal? Content(string type, JsonObject content) => type switch
    {
        "text" => Keys(content, type, ["body", "preview_url"])
            ?? (content.Words("body") is { } text
                ? Length("text['body']", text, 1, 4096)
                : WhatsAppRefusal.Missing("body")),
        "interactive" => WhatsAppInteractiveRules.Check(content, media),
        "template" => templates.Check(content),
        _ when Media.Contains(type) => MediaObject(type, content),
        _ => new(400, 131051, "(#131051) Unsupported message type", type),
    };

    private WhatsAppRefusal? MediaObject(string type, JsonObject content) =>
        Keys(content, type, type == "document" ? ["id", "link", "caption", "filename"] : ["id", "link", "caption"])
        ?? Length("caption", content.Words("caption") ?? "", 0, 1024)
        ?? (content.Words("id"), content.Words("link")) switch
        {
            (null, null) => WhatsAppRefusal.Missing("id"),
            ({ } id, _) when !media.Exists(id) => WhatsAppRefusal.Value($"Media id {id} does not exist or has expired"),
            _ => null,
        };

    [GeneratedRegex(@"\A\+?\d{7,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\A[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserId();
}
