using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Knowledge;

/// <summary>
/// What a button about an entry carries: the entry and the language its words were in, so that reading on stays in the
/// language one reads. Written <c>project.auyl@kk</c>; without a language it is read in the person's.
/// </summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Language">The language; null for the person's.</param>
public readonly record struct EntryLink(string Id, Language? Language)
{
    /// <summary>Characters the language takes.</summary>
    public const int LanguageLength = 3;

    /// <summary>Reads what <see cref="ToString"/> wrote, or a bare id; never fails, the id may name nothing.</summary>
    public static EntryLink Parse(string text)
    {
        var at = text.LastIndexOf('@');
        return at >= 0 && Languages.FromTag(text[(at + 1)..]) is { } language
            ? new EntryLink(text[..at], language)
            : new EntryLink(text, null);
    }

    /// <inheritdoc/>
    public override string ToString() => Language is { } language ? $"{Id}@{language.Code()}" : Id;
}
