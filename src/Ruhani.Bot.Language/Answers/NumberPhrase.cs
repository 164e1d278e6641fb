using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>A number written in digits, in words, or in both: 5 тысяч 200, бір жарым мың.</summary>
internal static class NumberPhrase
{
    private const int Thousand = 1000;
    private const int GroupLength = 3;

    private const int MostDigits = 18;

    // Stands for any number of more digits.
    private const decimal Endless = 1_000_000_000_000_000_000;

    /// <summary>The number that begins at a token, or null. Moves behind it.</summary>
    public static decimal? Read(TokenList tokens, ref int at)
    {
        decimal? total = null;
        decimal ceiling = decimal.MaxValue;
        while (ReadPart(tokens, at) is var (part, next) && part < ceiling)
        {
            if (tokens[next].Find(Sense.Cardinal) is { Value: >= Thousand } multiplier && multiplier.Value < ceiling)
            {
                total = (total ?? 0) + (part * multiplier.Value);
                ceiling = multiplier.Value;
                at = next + 1;
                continue;
            }

            at = next;
            return (total ?? 0) + part;
        }

        return total;
    }

    private static (decimal Value, int Next)? ReadPart(TokenList tokens, int at)
    {
        var token = tokens[at];
        if (token.Is(Sense.OneAndHalf))
        {
            return (1.5m, at + 1);
        }

        if (token.Is(Sense.HalfOf))
        {
            return (0.5m, at + 1);
        }

        if (token.IsNumber)
        {
            return ReadDigits(tokens, at);
        }

        var next = at;
        if (NumberGrammar.ReadWords(tokens, ref next) is not { IsOrdinal: false } words)
        {
            return null;
        }

        return tokens[next].Is(Sense.AndHalf) ? (words.Value + 0.5m, next + 1) : (words.Value, next);
    }

    private static (decimal Value, int Next)? ReadDigits(TokenList tokens, int at)
    {
        var digits = tokens[at].Text;
        var next = at + 1;
        if (digits.Length <= GroupLength && digits[0] != '0')
        {
            while (IsGroup(tokens, next))
            {
                var number = tokens[next].IsNumber ? next : next + 1;
                digits += tokens[number].Text;
                next = number + 1;
            }
        }

        if (digits.Length > MostDigits)
        {
            return (Endless, next);
        }

        var value = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        if (tokens[next] is { Text: "." or ",", IsSpaced: false } && tokens[next + 1] is
            { IsNumber: true, IsSpaced: false, Text: { Length: <= MostDigits } fraction })
        {
            value += decimal.Parse("0." + fraction, System.Globalization.CultureInfo.InvariantCulture);
            next += 2;
        }

        if (tokens[next].Is(Sense.AndHalf))
        {
            value += 0.5m;
            next++;
        }

        return (value, next);
    }

    // Three digits behind a space, a dot, a comma or an apostrophe.
    private static bool IsGroup(TokenList tokens, int at)
    {
        var isMarked = tokens[at] is { IsSpaced: false, Text: "." or "," or "'" };
        var token = tokens[at + (isMarked ? 1 : 0)];
        return token.IsNumber && token.Text.Length == GroupLength && token.IsSpaced != isMarked;
    }
}
