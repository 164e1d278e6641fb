namespace Ruhani.Bot.Knowledge.Search;

/// <summary>What one search knows of an entry or topic so far.</summary>
internal struct EntryState
{
    /// <summary>How well any of its names knows the word at hand.</summary>
    public float Named;

    /// <summary>In how many of its names the word at hand is.</summary>
    public int Names;

    /// <summary>How well it knows the word at hand from anywhere.</summary>
    public float Knows;

    /// <summary>The weight of the question that it accounts for.</summary>
    public float Base;

    /// <summary>The weight of the question that it has words for.</summary>
    public float Known;

    /// <summary>What a single name of it can account for beyond that, at most.</summary>
    public float MostExtra;

    /// <summary>Its score; before it is worked out what it can be at most.</summary>
    public float Score;

    /// <summary>How much of its best name the question covers.</summary>
    public float Coverage;

    /// <summary>How much of the question its best name accounts for.</summary>
    public float Precision;

    /// <summary>Whether it knows the word at hand.</summary>
    public bool IsNamed;

    /// <summary>Whether it knows any word.</summary>
    public bool IsTouched;

    /// <summary>Whether its score is worked out.</summary>
    public bool IsScored;
}
