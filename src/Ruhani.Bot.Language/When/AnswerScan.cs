using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>Goes through an answer for the one day it names, past the words people put around it.</summary>
internal static class AnswerScan
{
    private const int MostOtherWords = 4;

    /// <summary>The one day, or null when there is none, a second, or something that makes it no answer.</summary>
    /// <param name="tokens">The answer, or one of its alternatives.</param>
    /// <param name="today">The day it was given on.</param>
    public static SaidDay? Days(TokenList tokens, DateOnly today)
    {
        var grammar = new DayGrammar(tokens, today);
        SaidDay? found = null;
        var numbers = new List<SaidNumber>();
        var others = 0;
        for (var at = 0; at < tokens.Count;)
        {
            var token = tokens[at];
            if (token.Is('?') || token.Is(Sense.Not) || (token.Is(Sense.After) && !tokens[at + 1].Is(Sense.Midday)))
            {
                return null;
            }

            if (grammar.Read(ref at) is { } day)
            {
                if (found is not null)
                {
                    return null;
                }

                found = day;
                if (tokens[at].Is(Sense.Later) || tokens[at].Is(Sense.Ago))
                {
                    return null;
                }

                continue;
            }

            if (NumberGrammar.Read(tokens, ref at) is { } number)
            {
                numbers.Add(number);
                continue;
            }

            if (token.Is(Sense.Question))
            {
                return null;
            }

            others += token.Kind == TokenKind.Word && !IsPassedOver(token) ? 1 : 0;
            at++;
        }

        if (found is null)
        {
            return others == 0 ? Bare(numbers) : null;
        }

        var isWeak = found is SaidDay.Calendar { Month: null };
        return numbers.Count > 0 || others > (isWeak ? 0 : MostOtherWords) ? null : found;
    }

    // 25 · 25 05
    private static SaidDay.Calendar? Bare(List<SaidNumber> numbers) => numbers switch
    {
        [{ Value: >= 1 and <= 31 } day] => new SaidDay.Calendar(day.Value),
        [{ Value: >= 1 and <= 31, Digits: 1 or 2 } day, { Value: >= 1 and <= 12, Digits: 1 or 2 } month] =>
            new SaidDay.Calendar(day.Value, month.Value),
        _ => null,
    };

    private static bool IsPassedOver(Token token) => token.Is(Sense.At) || token.Is(Sense.Since)
        || token.Is(Sense.Until) || token.Is(Sense.Filler) || token.Is(Sense.Part) || token.Is(Sense.And);
}
