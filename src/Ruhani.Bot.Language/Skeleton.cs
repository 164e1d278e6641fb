namespace Ruhani.Bot.Linguistics;

/// <summary>
/// A key under which one word meets itself however it was typed: in Cyrillic with or without the Kazakh letters, or
/// read back from any Latin spelling. Beyond <see cref="Folding"/> it has one letter for і ы и й, drops ъ and ь,
/// writes щ as ш, э as е and ц as тс, joins ия, иа, ыа to я and ию, иу to ю, takes нг for н and сх for ш (Latin ng
/// and sh are both) and no letter twice in a row.
/// </summary>
public static class Skeleton
{
    /// <summary>
    /// The key of a lower-case Cyrillic word; other characters than Cyrillic letters stay as they are.
    /// </summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> key = word.Length <= 64 ? stackalloc char[128] : new char[word.Length * 2];
        return key[..Write(word, key)].ToString();
    }

    /// <summary>Writes the key of a word into a span at least twice its length; returns the key's length.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        foreach (var letter in word)
        {
            length = letter switch
            {
                'ъ' or 'ь' => length,
                'ы' or 'й' or 'і' => Add(key, length, 'и'),
                'э' => Add(key, length, 'е'),
                'щ' => Add(key, length, 'ш'),
                'ц' => Add(key, Add(key, length, 'т'), 'с'),
                _ => Add(key, length, Folding.Fold(letter)),
            };
        }

        return length;
    }

    private static int Add(Span<char> key, int length, char letter)
    {
        var last = length > 0 ? key[length - 1] : '\0';
        if (letter == last && letter is not (>= '0' and <= '9'))
        {
            return length;
        }

        switch (last, letter)
        {
            case ('и', 'а' or 'я'):
                return Replace(key, length, 'я');
            case ('и', 'у' or 'ю'):
                return Replace(key, length, 'ю');
            case ('н', 'г'):
                return length;
            case ('с', 'х'):
                return Replace(key, length, 'ш');
            default:
                key[length] = letter;
                return length + 1;
        }
    }

    // A joined letter may now equal the one before it.
    private static int Replace(Span<char> key, int length, char letter)
    {
        if (length > 1 && key[length - 2] == letter)
        {
            return length - 1;
        }

        key[length - 1] = letter;
        return length;
    }
}
