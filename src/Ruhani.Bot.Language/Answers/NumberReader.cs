using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>
/// Reads whole numbers: 1250 · 1 250 000 · 1.250.000 · 5 тысяч · 2,5 мың · 100-ге жуық · сто двадцать пять · екі жүз
/// елу · полторы тысячи · бір жарым мың · жарты миллион · минус пять; in words up to the millions. What is counted may
/// stand beside it.
/// </summary>
public static class NumberReader
{
    private const long TooLarge = 1_000_000_000_000;
    private const int MostOtherWords = 6;

    private static readonly Lexer Lexer = new(Words());

    /// <summary>Reads an answer.</summary>
    public static NumberReading Read(string text)
    {
        var tokens = Lexer.Read(text);
        NumberReading? found = null;
        var others = 0;
        for (var at = 0; at < tokens.Count;)
        {
            if (tokens[at].Is('?') || tokens.Asks(at) || others > MostOtherWords)
            {
                return new NumberReading.Refused(NumberFault.NoNumber);
            }

            var isNegative = tokens[at].Is(Sense.Minus)
                || (tokens[at].Is('-') && tokens[at].IsSpaced && !tokens[at + 1].IsSpaced);
            var next = at + (isNegative ? 1 : 0);
            if (NumberPhrase.Read(tokens, ref next) is { } halves)
            {
                if (found is not null)
                {
                    return new NumberReading.Refused(NumberFault.Several);
                }

                found = Whole(halves, isNegative);
                at = next;
                continue;
            }

            others += tokens[at].IsUnknown ? 1 : 0;
            at++;
        }

        return found ?? new NumberReading.Refused(NumberFault.NoNumber);
    }

    private static NumberReading Whole(decimal value, bool isNegative) =>
        value >= TooLarge ? new NumberReading.Refused(NumberFault.TooLarge)
        : value != decimal.Truncate(value) ? new NumberReading.Refused(NumberFault.NotWhole)
        : new NumberReading.Found((long)(isNegative ? -value : value));

    private static Lexicon Words() => new LexiconBuilder()
        .Numbers()
        .Words(Sense.Cardinal, 100, "сотня сотни сотен сотню")
        .Words(Sense.Cardinal, 50, "полсотни")
        .Words(Sense.Cardinal, 500, "полтысячи")
        .Words(Sense.Cardinal, 500_000, "полмиллиона")
        .Words(
            Sense.Filler,
            """
            около примерно приблизительно порядка больше более меньше менее не до свыше всего человек человека людей
            мест гостей участников штук тенге жуық шамамен шақты дейін адам орын қонақ қатысушы дана теңге болады
            будет будут нас бізде у где-то
            """)
        .Words(
            Sense.Question,
            """
            что какой какая какое какие каком когда где кто кого почему зачем сколько қашан қайда кім кімдер неге
            неліктен қандай қалай қай қайсы қанша неше
            """)
        .Build(sense => sense is Sense.Cardinal or Sense.OneAndHalf or Sense.AndHalf);
}
