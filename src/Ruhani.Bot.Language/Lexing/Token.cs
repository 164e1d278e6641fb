namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>A piece of an answer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A number's digits, a mark, or a word as it was read.</param>
/// <param name="IsSpaced">Whether a space stands before it.</param>
internal sealed record Token(TokenKind Kind, string Text, bool IsSpaced)
{
    /// <summary>What stands behind the last token.</summary>
    public static readonly Token End = new(TokenKind.End, "", IsSpaced: true);

    /// <summary>What a word may mean; empty when it is unknown.</summary>
    public IReadOnlyList<Meaning> Meanings { get; init; } = [];

    /// <summary>The ending typed behind a number's digits: <c>25-і</c>, <c>15-те</c>, <c>25-го</c>.</summary>
    public NumberEnding? Ending { get; init; }

    /// <summary>A number's value; -1 when it has too many digits to be one.</summary>
    public long Value { get; } = Kind == TokenKind.Number && Text.Length <= 15
        ? long.Parse(Text, System.Globalization.CultureInfo.InvariantCulture)
        : -1;

    public bool IsNumber => Kind == TokenKind.Number;

    public bool IsUnknown => Kind == TokenKind.Word && Meanings.Count == 0;

    public bool Is(char mark) => Kind == TokenKind.Mark && Text[0] == mark;

    public bool Is(Sense sense) => Find(sense) is not null;

    public bool Is(Sense sense, int value)
    {
        foreach (var meaning in Meanings)
        {
            if (meaning.Sense == sense && meaning.Value == value)
            {
                return true;
            }
        }

        return false;
    }

    public bool Is(Unit unit) => Is(Sense.Unit, (int)unit);

    /// <summary>The first of its meanings in this sense.</summary>
    public Meaning? Find(Sense sense)
    {
        foreach (var meaning in Meanings)
        {
            if (meaning.Sense == sense)
            {
                return meaning;
            }
        }

        return null;
    }
}

/// <summary>Kinds of <see cref="Token"/>.</summary>
internal enum TokenKind
{
    Number,
    Word,
    Mark,
    End,
}
