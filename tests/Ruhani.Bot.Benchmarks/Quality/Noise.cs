using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Benchmarks.Quality;

/// <summary>Spoils clean questions the ways people do, always the same way for a seed.</summary>
internal static class Noise
{
    private const string RussianLetters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private const string Keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`йцукенгшщзхъфывапролджэячсмитьбюё";
    private const string KazakhKeys = "2345890-=әіңғүұқөһ";

    private static readonly string[] Translit =
        "a b v g d e yo zh z i y k l m n o p r s t u f h c ch sh sch  y  e yu ya".Split(' ');

    /// <summary>Every spoilt form of a question, named.</summary>
    public static IEnumerable<(string Style, string Text)> Of(Language language, string question, int seed)
    {
        var text = question.ToLowerInvariant().Trim('?', '.', '!');
        if (language == Language.Kazakh)
        {
            yield return ("folded", Folding.Fold(text));
            foreach (var alphabet in Enum.GetValues<LatinAlphabet>())
            {
                yield return ("latin " + alphabet, LatinWriter.Write(text, alphabet));
            }
        }
        else
        {
            yield return ("latin translit", string.Concat(text.Select(letter =>
                RussianLetters.IndexOf(letter) is var at and >= 0 ? Translit[at] : letter.ToString())));
        }

        yield return ("layout " + language.Code(), string.Concat(text.Select(OnEnglishKeys)));
        var random = new Random(seed);
        yield return ("typo 1", Slip(text, random));
        yield return ("typo 2", Slip(Slip(text, random), random));
        yield return ("typo folded", Slip(Folding.Fold(text), random));
    }

    private static char OnEnglishKeys(char letter)
    {
        var half = Keys.Length / 2;
        var at = Keys.IndexOf(letter, half);
        if (at >= 0)
        {
            return Keys[at - half];
        }

        at = KazakhKeys.IndexOf(letter, KazakhKeys.Length / 2);
        return at >= 0 ? KazakhKeys[at - (KazakhKeys.Length / 2)] : letter;
    }

    // In one of the words long enough to have a slip.
    private static string Slip(string text, Random random)
    {
        var words = text.Split(' ');
        var long4 = Enumerable.Range(0, words.Length).Where(i => words[i].Length >= 4).ToArray();
        if (long4.Length == 0)
        {
            return text;
        }

        var which = long4[random.Next(long4.Length)];
        var word = words[which];
        var at = random.Next(1, word.Length - 1);
        words[which] = random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            _ => $"{word[..at]}{RussianLetters[random.Next(RussianLetters.Length)]}{word[(at + 1)..]}",
        };
        return string.Join(' ', words);
    }
}
