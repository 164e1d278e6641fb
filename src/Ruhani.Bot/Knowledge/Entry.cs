using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Knowledge;

/// <summary>One thing the guide lets the bot answer about, in both languages.</summary>
/// <param name="Id">The catalogue's stable id, such as <c>project.auyl</c>.</param>
/// <param name="Section">The part of the guide.</param>
/// <param name="Kind">What sort of answer it is: a definition, a list, contacts …</param>
/// <param name="Related">Ids of what a reader may want next, best first.</param>
/// <param name="Edition">The edition of the guide the facts are from.</param>
/// <param name="AsOf">The month the facts were last known to hold, <c>yyyy-MM</c>.</param>
/// <param name="Kazakh">The Kazakh half.</param>
/// <param name="Russian">The Russian half.</param>
public sealed record Entry(
    string Id,
    string Section,
    EntryKind Kind,
    IReadOnlyList<string> Related,
    string Edition,
    string AsOf,
    EntryText Kazakh,
    EntryText Russian)
{
    /// <summary>The half in a language.</summary>
    public EntryText In(Language language) => language == Language.Kazakh ? Kazakh : Russian;
}

/// <summary>An entry in one language.</summary>
/// <param name="Title">As the guide names it.</param>
/// <param name="Source">Where in the guide.</param>
/// <param name="Brief">The answer in a few sentences, complete by itself.</param>
/// <param name="Text">The whole answer.</param>
/// <param name="Differs">Where the halves of the guide disagree, both facts; null where they agree.</param>
/// <param name="Outdated">What is known to have changed since the edition; null for nothing.</param>
/// <param name="Aliases">Names and abbreviations people type.</param>
/// <param name="Questions">Ways people ask.</param>
public sealed record EntryText(
    string Title,
    string Source,
    RichText Brief,
    RichText Text,
    RichText? Differs,
    RichText? Outdated,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Questions);

/// <summary>What sort of answer an entry is; question words are held against it.</summary>
public enum EntryKind
{
    /// <summary>What something is as a whole.</summary>
    Overview,

    /// <summary>A list.</summary>
    List,

    /// <summary>A term of the glossary.</summary>
    Term,

    /// <summary>One of the six directions.</summary>
    Direction,

    /// <summary>One of the seven special projects.</summary>
    Project,

    /// <summary>How a direction or a project is measured.</summary>
    Indicators,

    /// <summary>What to do and not to do.</summary>
    Rules,

    /// <summary>Phones and addresses.</summary>
    Contacts,

    /// <summary>Advice for one network.</summary>
    Platform,

    /// <summary>A post in the office and what it asks for.</summary>
    Role,

    /// <summary>Something the person wants done.</summary>
    Dialog,
}
