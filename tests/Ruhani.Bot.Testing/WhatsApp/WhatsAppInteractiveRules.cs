using System.Text.Json.Nodes;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>Limits of buttons, lists and link buttons.</summary>
internal static class WhatsAppInteractiveRules
{
    public static WhatsAppRefusal? Check(JsonObject interactive, WhatsAppMedia media)
    {
        var odd = WhatsAppRules.Keys(interactive, "interactive", ["type", "header", "body", "footer", "action"]);
        if (odd is not null)
        {
            return odd;
        }

        if (interactive["action"] is not JsonObject action)
        {
            return WhatsAppRefusal.Missing("action");
        }

        var body = (interactive["body"] as JsonObject)?.Words("text");
        return (body is null
                ? WhatsAppRefusal.Missing("body")
                : WhatsAppRules.Length("interactive['body']['text']", body, 1, 1024))
            ?? Optional(interactive, "footer")
            ?? Header(interactive["header"] as JsonObject, interactive.Words("type"), media)
            ?? interactive.Words("type") switch
            {
                "button" => Buttons(action),
                "list" => List(action),
                "cta_url" => Link(action),
                _ => WhatsAppRefusal.Invalid("interactive['type'] must be one of {button, list, cta_url}"),
            };
    }

    private static WhatsAppRefusal? Header(JsonObject? header, string? type, WhatsAppMedia media) =>
        header?.Words("type") switch
        {
            null => header is null ? null : WhatsAppRefusal.Missing("header['type']"),
            "text" => WhatsAppRules.Length("header", header.Words("text") ?? "", 1, 60),
            _ when type == "list" => WhatsAppRefusal.Value("header['type'] of a list must be text"),
            "image" or "document" => (header[header.Words("type")!] as JsonObject)?.Words("id") is not { } id
                ? WhatsAppRefusal.Missing("header's media id")
                : media.Exists(id) ? null : WhatsAppRefusal.Value($"Media id {id} does not exist or has expired"),
            _ => WhatsAppRefusal.Value("header['type'] must be one of {text, image, video, document}"),
        };

    private static WhatsAppRefusal? Optional(JsonObject interactive, string part) =>
        (interactive[part] as JsonObject)?.Words("text") is { } text
            ? WhatsAppRules.Length(part, text, 1, 60)
            : null;

    private static WhatsAppRefusal? Buttons(JsonObject action)
    {
        var replies = action.Objects("buttons").Select(b => b["reply"] as JsonObject ?? []).ToList();
        var wrong = action.Objects("buttons").Any(b => b.Words("type") != "reply");
        return WhatsAppRules.Keys(action, "action", ["buttons"])
            ?? (wrong ? WhatsAppRefusal.Value("Button type must be reply") : null)
            ?? (replies.Count is < 1 or > 3
                ? WhatsAppRefusal.Value("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3")
                : null)
            ?? replies.Select(r => Choice("Button", r, 20, 256)).FirstOrDefault(e => e is not null)
            ?? Unique(replies, "reply buttons", titles: true);
    }

    private static WhatsAppRefusal? List(JsonObject action)
    {
        var sections = action.Objects("sections");
        var rows = sections.SelectMany(s => s.Objects("rows")).ToList();
        return WhatsAppRules.Keys(action, "action", ["button", "sections"])
            ?? WhatsAppRules.Length("Button text", action.Words("button") ?? "", 1, 20)
            ?? (rows.Count is < 1 or > 10
                ? WhatsAppRefusal.Value($"Total row count exceed max allowed count: 10 ({rows.Count})")
                : null)
            ?? (sections.Count > 1 && sections.Any(s => string.IsNullOrEmpty(s.Words("title")))
                ? WhatsAppRefusal.Missing("sections[].title")
                : null)
            ?? sections.Select(s => WhatsAppRules.Length("Section title", s.Words("title") ?? "", 0, 24))
                .FirstOrDefault(e => e is not null)
            ?? rows.Select(r => WhatsAppRules.Keys(r, "rows", ["id", "title", "description"])
                ?? Choice("Row", r, 24, 200)
                ?? WhatsAppRules.Length("Row description", r.Words("description") ?? "", 0, 72))
                .FirstOrDefault(e => e is not null)
            ?? Unique(rows, "rows", titles: false);
    }

    private static WhatsAppRefusal? Link(JsonObject action)
    {
        var parameters = action["parameters"] as JsonObject ?? [];
        return (action.Words("name") == "cta_url" ? null : WhatsAppRefusal.Value("action['name'] must be cta_url"))
            ?? WhatsAppRules.Length("display_text", parameters.Words("display_text") ?? "", 1, 20)
            ?? (Uri.TryCreate(parameters.Words("url"), UriKind.Absolute, out _)
                ? null
                : WhatsAppRefusal.Value("action['parameters']['url'] is not a valid URI"));
    }

    private static WhatsAppRefusal? Choice(string what, JsonObject choice, int title, int id) =>
        WhatsAppRules.Length($"{what} title", choice.Words("title")?.Trim() ?? "", 1, title)
        ?? WhatsAppRules.Length($"{what} id", choice.Words("id") ?? "", 1, id)
        ?? (choice.Words("id")!.Trim() == choice.Words("id")
            ? null
            : WhatsAppRefusal.Value($"{what} id has spaces around it"));

    private static WhatsAppRefusal? Unique(List<JsonObject> choices, string what, bool titles) =>
        choices.DistinctBy(c => c.Words("id")).Count() < choices.Count
            ? WhatsAppRefusal.Value($"Duplicated ids in {what}")
            : titles && choices.DistinctBy(c => c.Words("title")).Count() < choices.Count
                ? WhatsAppRefusal.Value($"Duplicated titles in {what}")
                : null;
}
