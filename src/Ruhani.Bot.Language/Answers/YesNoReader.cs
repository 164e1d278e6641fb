using System.Collections.Frozen;
using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>
/// Reads yes and no: иә, жарайды, жоқ, керек емес, да, нет, угу, не надо, ок, yes, no, +, −, 👍, 👎 and their like, in
/// any script or layout, with a word of courtesy. Everything said must be part of a short clear answer: «нет, не надо
/// отменять», «да нет», a question and a lone «не» (no to one, what to another) are unclear, and a slip of the finger
/// is not guessed at.
/// </summary>
public static class YesNoReader
{
    private const int MostWords = 8;
    private const int MostInPhrase = 4;

    private const string Yes =
        """
        иә|ия|ие|йа|әрине|жарайды|жақсы|болады|бопты|мақұл|келісемін|келісем|келісеміз|келістік|дұрыс|растаймын|керек
        қажет|бар|қарсы емеспін|қарсы емеспіз|барамын|барам|барамыз|келемін|келем|келеміз|міндетті түрде|дәл солай
        солай|дұрыс айтасыз|рұқсат|қолдаймын
        да|ага|угу|конечно|хорошо|ладно|ок|окей|окай|оке|согласен|согласна|согласны|верно|правильно|точно|так точно
        подтверждаю|обязательно|разумеется|безусловно|есть|нужно|надо|не против|приду|придем|буду|будем|давайте|давай
        можно|хочу|хотим|все верно|все правильно|именно|естественно|идет|йес|йеп
        """;

    private const string No =
        """
        жоқ|жо|жоға|керек емес|қажет емес|болмайды|келіспеймін|келіспейміз|қаламаймын|қарсымын|қарсымыз|дұрыс емес
        емес|бармаймын|бармаймыз|бара алмаймын|бара алмаймыз|келмеймін|келмейміз|келе алмаймын|келе алмаймыз|істемеңіз
        нет|неа|не надо|не нужно|ненадо|ненужно|не хочу|не хотим|не согласен|не согласна|не согласны|против
        отказываюсь|нельзя|ни в коем случае|неверно|не верно|неправильно|не правильно
        не приду|не придем|не буду|не будем
        не смогу|не сможем|не подтверждаю|никак нет|нету|незачем|ноу
        """;

    private const string Neither =
        "я|рахмет|рақмет|спасибо|пожалуйста|пж|өтінемін|ну|мен|біз|мы|сізге|вам|большое|көп|уже|ғой|онда|тогда";

    // Russian for I beside other words; alone the way many write иә.
    private const string I = "я";
    private const string IKey = "[я]";

    private const string YesSigns = "👍👌✅✔☑🆗";
    private const string NoSigns = "👎❌🚫✖🙅";

    private static readonly FrozenDictionary<string, YesNo> Phrases = Read();
    private static readonly Lexer Lexer = new(Words());

    /// <summary>Reads an answer.</summary>
    public static YesNo Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed is "+" or "++" or "+++")
        {
            return YesNo.Yes;
        }

        if (trimmed is "-" or "–" or "—" or "−" or "--")
        {
            return YesNo.No;
        }

        var tokens = Lexer.Read(text);
        var (yes, no) = Signs(text);
        var words = new List<string>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.IsNumber || token.IsUnknown || token.Is('?') || words.Count > MostWords)
            {
                return YesNo.Unclear;
            }

            if (token.Kind == TokenKind.Word)
            {
                words.Add(Key(token.Text));
            }
        }

        if (words is [IKey])
        {
            return YesNo.Yes;
        }

        for (var at = 0; at < words.Count;)
        {
            var length = LongestAt(words, at);
            if (length == 0)
            {
                return YesNo.Unclear;
            }

            var phrase = Phrases[string.Join(' ', words.Skip(at).Take(length))];
            yes |= phrase == YesNo.Yes;
            no |= phrase == YesNo.No;
            at += length;
        }

        return yes == no ? YesNo.Unclear : yes ? YesNo.Yes : YesNo.No;
    }

    private static (bool Yes, bool No) Signs(string text)
    {
        var (yes, no) = (false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var sign = rune.ToString();
            yes |= YesSigns.Contains(sign, StringComparison.Ordinal);
            no |= NoSigns.Contains(sign, StringComparison.Ordinal);
        }

        return (yes, no);
    }

    private static int LongestAt(List<string> words, int at)
    {
        for (var length = Math.Min(MostInPhrase, words.Count - at); length > 0; length--)
        {
            if (Phrases.ContainsKey(string.Join(' ', words.Skip(at).Take(length))))
            {
                return length;
            }
        }

        return 0;
    }

    // What is known only in Latin letters is its own key, and so is я, whose skeleton иә has too.
    private static string Key(string word) =>
        Letters.IsLatin(word[0]) ? word : word == I ? IKey : Skeleton.Of(word);

    private static FrozenDictionary<string, YesNo> Read()
    {
        var phrases = new Dictionary<string, YesNo>(StringComparer.Ordinal)
        {
            ["y"] = YesNo.Yes,
            ["yes"] = YesNo.Yes,
            ["yep"] = YesNo.Yes,
            ["yeah"] = YesNo.Yes,
            ["n"] = YesNo.No,
            ["no"] = YesNo.No,
            ["nope"] = YesNo.No,
        };
        foreach (var (list, meaning) in ((string, YesNo)[])[(Yes, YesNo.Yes), (No, YesNo.No), (Neither, YesNo.Unclear)])
        {
            foreach (var phrase in Split(list))
            {
                phrases.TryAdd(string.Join(' ', phrase.Split(' ').Select(Key)), meaning);
            }
        }

        return phrases.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Lexicon Words()
    {
        var lexicon = new LexiconBuilder()
            .Exactly(Sense.Filler, 0, "y yes yep yeah n no nope иә ия ие");
        foreach (var phrase in Split(Yes).Concat(Split(No)).Concat(Split(Neither)))
        {
            lexicon.Words(Sense.Filler, phrase);
        }

        return lexicon.Build(_ => false);
    }

    private static string[] Split(string phrases) =>
        phrases.Split((char[])['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
