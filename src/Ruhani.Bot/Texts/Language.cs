namespace Ruhani.Bot.Texts;

/// <summary>The languages the bot answers in; both are equal.</summary>
public enum Language
{
    /// <summary>Қазақша.</summary>
    Kazakh,

    /// <summary>Русский.</summary>
    Russian,
}

/// <summary>Codes and names of languages.</summary>
public static class Languages
{
    /// <summary>All of them, in the order they are offered.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.Kazakh, Language.Russian];

    /// <summary>The ISO 639-1 code: <c>kk</c> or <c>ru</c>.</summary>
    public static string Code(this Language language) => language == Language.Kazakh ? "kk" : "ru";

    /// <summary>The other one.</summary>
    public static Language Other(this Language language) =>
        language == Language.Kazakh ? Language.Russian : Language.Kazakh;

    /// <summary>
    /// Reads a code or a client's language tag (<c>kk-KZ</c>, <c>ru_RU</c>); null for any other language.
    /// </summary>
    public static Language? FromTag(string? tag)
    {
        if (string.IsNullOrEmpty(tag))
        {
            return null;
        }

        var primary = tag.AsSpan(0, tag.AsSpan().IndexOfAny('-', '_') is var end and >= 0 ? end : tag.Length);
        return primary.Equals("kk", StringComparison.OrdinalIgnoreCase) ? Language.Kazakh
            : primary.Equals("ru", StringComparison.OrdinalIgnoreCase) ? Language.Russian
            : null;
    }
}
