using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>Tells the end of a span of times from a second time.</summary>
internal static class TimeSpans
{
    /// <summary>Whether what begins at a token, behind a time, ends its span: – 12:00, до 12, 12-ге дейін.</summary>
    public static bool IsEnd(TokenList tokens, int at)
    {
        if (tokens[at].Is(Sense.Until) || tokens[at - 1].Is('-') || tokens[at - 1].Is(Sense.Until))
        {
            return true;
        }

        for (var next = at; next < at + 5; next++)
        {
            if (tokens[next].Is(Sense.Until))
            {
                return true;
            }
        }

        return false;
    }
}
