using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>Approved templates by name and language.</summary>
public sealed partial class WhatsAppTemplates
{
    private readonly ConcurrentDictionary<(string Name, string Language), string> _approved = new();
    private readonly ConcurrentDictionary<string, int> _stopped = new(StringComparer.Ordinal);

    /// <summary>Approves a template whose body is this text with <c>{{1}}</c>, <c>{{2}}</c> … in it.</summary>
    public void Approve(string name, string language, string body) => _approved[(name, language)] = body;

    /// <summary>Refuses a template from now on, for example with 132015 (paused).</summary>
    public void Stop(string name, int code) => _stopped[name] = code;

    /// <summary>What the person reads.</summary>
    public string Render(JsonObject template)
    {
        var parameters = Parameters(template);
        var body = _approved[(template.Words("name")!, Language(template)!)];
        return Placeholder().Replace(body, m => parameters[int.Parse(
            m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - 1]);
    }

    internal WhatsAppRefusal? Check(JsonObject template)
    {
        var odd = WhatsAppRules.Keys(template, "template", ["name", "language", "components"]);
        if (odd is not null)
        {
            return odd;
        }

        if (template.Words("name") is not { } name || Language(template) is not { } language)
        {
            return WhatsAppRefusal.Missing("template['name'], template['language']['code']");
        }

        if (_stopped.TryGetValue(name, out var code))
        {
            return WhatsAppRefusal.OfCode(code);
        }

        if (!_approved.TryGetValue((name, language), out var body))
        {
            return new(
                404, 132001, "(#132001) Template name does not exist in the translation", $"{name} in {language}");
        }

        var parameters = Parameters(template);
        var wanted = Placeholder().Matches(body).Select(m => m.Value).Distinct().Count();
        return parameters.Count != wanted
            ? new(400, 132000, "(#132000) Number of parameters does not match the expected number of params",
                $"body: number of localizable_params ({parameters.Count}) does not match ({wanted})")
            : parameters.Any(string.IsNullOrWhiteSpace) ? WhatsAppRefusal.Missing("template parameter")
            : parameters.Any(p => Forbidden().IsMatch(p))
                ? new(400, 132012, "(#132012) Parameter format does not match format in the created template",
                    "Param text cannot have new-line/tab characters or more than 4 consecutive spaces")
            : Render(template).Length > 1024
                ? new(400, 132005, "(#132005) Translated text too long", "The body is longer than 1024")
            : null;
    }

    private static string? Language(JsonObject template) => (template["language"] as JsonObject)?.Words("code");

    private static List<string> Parameters(JsonObject template) =>
        [.. template.Objects("components").Where(c => c.Words("type") == "body")
            .SelectMany(c => c.Objects("parameters")).Select(p => p.Words("text") ?? "")];

    [GeneratedRegex(@"\{\{(\d+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\n\r\t]| {4}", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();
}
