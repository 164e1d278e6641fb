using System.Text.RegularExpressions;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>A marked piece of a text; offsets and lengths in UTF-16 units, as Telegram counts.</summary>
public sealed record TelegramEntity(string Type, int Offset, int Length)
{
    /// <summary>Where a text_link leads.</summary>
    public string? Url { get; init; }
}

/// <summary>A text without markup, and its entities.</summary>
public sealed partial record TelegramText(string Text, IReadOnlyList<TelegramEntity> Entities)
{
    /// <summary>The longest text of a message.</summary>
    public const int MaxText = 4096;

    /// <summary>The longest caption of a file.</summary>
    public const int MaxCaption = 1024;

    /// <summary>Takes white space off both ends, and moves the entities along.</summary>
    public static TelegramText Trim(string text, IReadOnlyList<TelegramEntity> entities)
    {
        var trimmed = text.TrimStart();
        var cut = text.Length - trimmed.Length;
        trimmed = trimmed.TrimEnd();
        var kept = new List<TelegramEntity>(entities.Count);
        foreach (var entity in entities)
        {
            var from = Math.Max(entity.Offset - cut, 0);
            var to = Math.Min(entity.Offset + entity.Length - cut, trimmed.Length);
            if (to > from)
            {
                kept.Add(entity with { Offset = from, Length = to - from });
            }
        }

        kept.Sort((a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : b.Length.CompareTo(a.Length));
        return new TelegramText(trimmed, kept);
    }

    /// <summary>What Telegram marks in a text a person typed: commands and mentions.</summary>
    public static TelegramText Typed(string text)
    {
        if (!text.AsSpan().ContainsAny('/', '@'))
        {
            return new TelegramText(text, []);
        }

        var marks = Marks().Matches(text);
        return new TelegramText(text, [.. marks.Select(mark =>
            new TelegramEntity(mark.Value[0] == '/' ? "bot_command" : "mention", mark.Index, mark.Length))]);
    }

    [GeneratedRegex(
        @"(?<=^|[\s,.;:!?()])(/[A-Za-z0-9_]{1,32}(@[A-Za-z0-9_]{3,32})?|@[A-Za-z][A-Za-z0-9_]{3,31})"
        + "(?![A-Za-z0-9_@/])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
