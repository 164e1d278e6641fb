namespace Ruhani.Bot.Linguistics;

/// <summary>A word of a message, read.</summary>
/// <param name="Text">
/// In lower-case Cyrillic as far as it can be told; of a word typed in Latin the letters і и й ы, к қ and their like
/// are a guess.
/// </param>
/// <param name="Key">Its <see cref="Skeleton"/>; a number is its digits.</param>
/// <param name="Script">How it was typed.</param>
public sealed record TypedWord(string Text, string Key, TypedScript Script)
{
    /// <summary>True when it is a number in digits.</summary>
    public bool IsNumber => Letters.IsDigit(Key[0]);
}

/// <summary>How a word was typed.</summary>
public enum TypedScript
{
    /// <summary>In Cyrillic.</summary>
    Cyrillic,

    /// <summary>In Latin letters, as a spelling of Kazakh or Russian or as a foreign name.</summary>
    Latin,

    /// <summary>On the wrong keyboard layout.</summary>
    WrongLayout,
}
