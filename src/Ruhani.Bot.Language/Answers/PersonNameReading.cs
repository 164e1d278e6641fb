namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>What an answer says of a person's name.</summary>
public abstract record PersonNameReading
{
    private PersonNameReading()
    {
    }

    /// <summary>A name, its parts in the order they were given.</summary>
    /// <param name="Name">With one space between parts and capitals where they belong.</param>
    public sealed record Found(string Name) : PersonNameReading;

    /// <summary>No name to keep.</summary>
    public sealed record Refused(PersonNameFault Fault) : PersonNameReading;
}

/// <summary>Why there is no name.</summary>
public enum PersonNameFault
{
    /// <summary>Nothing with letters was typed.</summary>
    Empty,

    /// <summary>Only a first or a last name.</summary>
    OnePart,

    /// <summary>Too few parts are written out: А. Серіков.</summary>
    Initials,

    /// <summary>More words than a name has.</summary>
    TooManyParts,

    /// <summary>Longer than a name is.</summary>
    TooLong,

    /// <summary>Digits among the letters.</summary>
    Digits,

    /// <summary>Marks no name has, or letters neither Cyrillic nor Latin.</summary>
    Symbols,

    /// <summary>Cyrillic and Latin letters in one name.</summary>
    MixedScripts,

    /// <summary>Words that answer something else: «не знаю», «кейін айтамын».</summary>
    NotAName,
}
