using Ruhani.Bot.Texts;

namespace Ruhani.Bot.People;

/// <summary>
/// The office's own facts, which no guide holds; section <c>Office</c>. Shown beside the guide's contacts.
/// </summary>
public sealed class OfficeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Office";

    /// <summary>The office's name by language code, <c>kk</c> and <c>ru</c>.</summary>
    public Dictionary<string, string> Name { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The telephone, as it should be shown.</summary>
    public string? Phone { get; set; }

    /// <summary>Opening hours, as they should be shown.</summary>
    public string? Hours { get; set; }

    /// <summary>Name, telephone and hours in a language on a line; null when nothing is configured.</summary>
    public string? Details(Language language)
    {
        var parts = new[] { Name.GetValueOrDefault(language.Code()), Phone, Hours }
            .Where(part => !string.IsNullOrWhiteSpace(part)).ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }
}
