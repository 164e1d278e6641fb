namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>Numbers among tokens, in digits or in words of either language.</summary>
internal static class NumberGrammar
{
    private const int Thousand = 1000;

    /// <summary>The whole number that begins at a token, or null. Moves behind it.</summary>
    public static SaidNumber? Read(TokenList tokens, ref int at)
    {
        var token = tokens[at];
        if (token.IsNumber)
        {
            if (token.Value < 0)
            {
                return null;
            }

            at++;
            return new SaidNumber(token.Value, token.Ending?.IsOrdinal ?? false, token.Ending?.Case ?? KazakhCase.Plain)
            {
                Digits = token.Text.Length,
                HasEnding = token.Ending is not null,
            };
        }

        return ReadWords(tokens, ref at);
    }

    /// <summary>The same of a number in words only.</summary>
    public static SaidNumber? ReadWords(TokenList tokens, ref int at)
    {
        long total = 0;
        long group = 0;
        long place = long.MaxValue;
        long ceiling = long.MaxValue;
        var start = at;
        for (; tokens[at].Find(Sense.Cardinal) is { } word; at++)
        {
            if (word.Value >= Thousand)
            {
                if (word.Value >= ceiling)
                {
                    break;
                }

                total += Math.Max(group, 1) * word.Value;
                (group, place, ceiling) = (0, long.MaxValue, word.Value);
            }
            else if (word.Value == 100 && group is > 1 and < 10)
            {
                (group, place) = (group * 100, 100);
            }
            else if (Fits(word.Value, place))
            {
                group += word.Value;
                place = Place(word.Value, tokens[at].Text);
            }
            else
            {
                break;
            }

            if (word.Case != KazakhCase.Plain)
            {
                at++;
                return new SaidNumber(total + group, IsOrdinal: false, word.Case);
            }
        }

        if (tokens[at].Find(Sense.Ordinal) is { } ordinal && Fits(ordinal.Value, at == start ? long.MaxValue : place))
        {
            at++;
            return new SaidNumber(total + group + ordinal.Value, IsOrdinal: true, ordinal.Case);
        }

        return at == start ? null : new SaidNumber(total + group, IsOrdinal: false, KazakhCase.Plain);
    }

    private static bool Fits(long value, long place) => place == long.MaxValue
        || (value > 0 && (value < 10 ? place >= 10 : value < 100 ? place >= 100 : false));

    // What may follow: units behind tens, both behind hundreds, nothing behind units. Only Kazakh counts 10 and 5.
    private static long Place(long value, string text) => value switch
    {
        >= 100 => 100,
        >= 20 => 10,
        10 when text.StartsWith('о') => 10,
        _ => 1,
    };
}

/// <summary>A whole number as it was said.</summary>
/// <param name="Value">Its value.</param>
/// <param name="IsOrdinal">Whether it was a place in an order or a day's number.</param>
/// <param name="Case">Its Kazakh case.</param>
internal sealed record SaidNumber(long Value, bool IsOrdinal, KazakhCase Case)
{
    /// <summary>How many digits; 0 of a number in words.</summary>
    public int Digits { get; init; }

    /// <summary>Whether digits had an ending: <c>25-і</c>.</summary>
    public bool HasEnding { get; init; }
}
