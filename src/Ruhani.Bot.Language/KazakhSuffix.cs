namespace Ruhani.Bot.Linguistics;

/// <summary>A suffix and the sounds that may stand before it.</summary>
internal readonly record struct KazakhSuffix(string Text, Sound After)
{
    /// <summary>
    /// The word without this suffix when it may end in it, leaving at least <paramref name="least"/> letters.
    /// </summary>
    public bool TryCut(ReadOnlySpan<char> word, int least, out ReadOnlySpan<char> stem)
    {
        stem = default;
        if (word.Length - Text.Length < least || !word.EndsWith(Text))
        {
            return false;
        }

        stem = word[..^Text.Length];
        return (Sounds.Of(stem[^1]) & After) != 0;
    }
}
