namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>The tokens of an answer; beyond its ends there is <see cref="Token.End"/>.</summary>
internal sealed class TokenList(IReadOnlyList<Token> tokens)
{
    public static readonly TokenList Empty = new([]);

    public int Count => tokens.Count;

    public Token this[int at] => at >= 0 && at < tokens.Count ? tokens[at] : Token.End;

    public int CountOf(Func<Token, bool> matches) => tokens.Count(matches);

    /// <summary>Whether a word asks something: где, but not где-то.</summary>
    public bool Asks(int at) => this[at].Is(Sense.Question)
        && !(this[at + 1].Is('-') && this[at + 2].Text is "то" or "нибудь" or "либо");

    public TokenList Slice(int start, int end) => new([.. tokens.Skip(start).Take(end - start)]);
}
