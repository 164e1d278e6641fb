using System.Text.Json.Nodes;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>A message the stand-in accepted from us.</summary>
/// <param name="Id">The wamid it was given.</param>
/// <param name="To">The number or business-scoped id it was addressed to.</param>
/// <param name="Body">The whole request.</param>
public sealed record WhatsAppSent(string Id, string To, JsonObject Body)
{
    public string Type => (string)Body["type"]!;

    /// <summary>What the person reads.</summary>
    public string Text =>
        (string?)Body["text"]?["body"] ?? (string?)Body["interactive"]?["body"]?["text"]
        ?? (string?)Media?["caption"] ?? TemplateText ?? "";

    /// <summary>The file it carries, alone or above a text with buttons.</summary>
    public JsonNode? Media
    {
        get
        {
            var carrier = Body["interactive"]?["header"] ?? Body;
            return carrier["document"] ?? carrier["image"];
        }
    }

    public string? Template => (string?)Body["template"]?["name"];

    public string? CallbackData => (string?)Body["biz_opaque_callback_data"];

    /// <summary>Buttons or rows: what comes back, and what the person reads.</summary>
    public IReadOnlyList<(string Id, string Title)> Choices
    {
        get
        {
            var action = Body["interactive"]?["action"];
            var buttons = action?["buttons"]?.AsArray().Select(b => b!["reply"]!);
            var rows = action?["sections"]?.AsArray().SelectMany(s => s!["rows"]!.AsArray()).Select(r => r!);
            return [.. (buttons ?? rows ?? []).Select(c => ((string)c["id"]!, (string)c["title"]!))];
        }
    }

    public bool IsList => (string?)Body["interactive"]?["type"] == "list";

    private string? TemplateText => Body["template"] is null ? null : string.Join(
        ' ', Body["template"]!["components"]?.AsArray()
            .SelectMany(c => c!["parameters"]!.AsArray()).Select(p => (string?)p!["text"]) ?? []);
}
