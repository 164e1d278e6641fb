using System.Text;

namespace Ruhani.Bot.Linguistics;

/// <summary>
/// Reads Kazakh or Russian written in Latin letters back into Cyrillic without knowing the alphabet. The drafts give
/// one letter opposite values (ı is й in 2018 and і in 2021), so what comes out is a guess as to і и й ы, к қ, г ғ, а
/// ә and their like; its <see cref="Skeleton"/> is not.
/// </summary>
public static class LatinReader
{
    private static readonly char[] Breaks = [.. " -–/().,:;?!«»\""];

    private static readonly (string Latin, string Cyrillic)[] Groups =
    [
        ("shch", "щ"), ("sch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("gh", "г"), ("ts", "ц"),
        ("yo", "ё"), ("yu", "ю"), ("iu", "ю"), ("ıý", "ю"), ("ıu", "ю"), ("ıw", "ю"),
        ("ya", "я"), ("ia", "я"), ("ıa", "я"),
    ];

    private static readonly (string Latin, string Cyrillic)[] Apostrophes =
    [
        ("i'y'", "ю"), ("i'a", "я"), ("a'", "ә"), ("g'", "ғ"), ("i'", "и"), ("n'", "ң"), ("o'", "ө"), ("y'", "у"),
        ("u'", "ү"), ("c'", "ч"), ("s'", "ш"),
    ];

    /// <summary>
    /// The ways a lower-case Latin word may be meant, likeliest first; more than one only where a letter has several
    /// uses: w (ш, у), j (ж, й), c (ц, к, с), x (х, кс), an apostrophe (a mark of 2017 or a soft sign). At most 8.
    /// </summary>
    public static IReadOnlyList<string> Read(string word)
    {
        var readings = new List<string>(2);
        var apostrophe = word.Contains('\'');
        foreach (var w in Uses(word, 'w', "уш"))
        {
            foreach (var j in Uses(word, 'j', "жй"))
            {
                foreach (var c in Uses(word, 'c', "цкс"))
                {
                    foreach (var x in Uses(word, 'x', "хк"))
                    {
                        if (apostrophe)
                        {
                            Add(readings, Read(word, w, j, c, x, marks: true));
                        }

                        Add(readings, Read(word, w, j, c, x, marks: false));
                    }
                }
            }
        }

        return readings;
    }

    /// <summary>
    /// The <see cref="Skeleton"/> of each word of a short text, by a word's likeliest reading, joined by spaces: alike
    /// for a text in Cyrillic and in any Latin spelling, so that <c>bas mäzır</c> and <c>bas mazir</c> are Бас мәзір.
    /// </summary>
    public static string SoundKey(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var word in TextCleaner.Clean(text).Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
        {
            var cyrillic = word.Any(Letters.IsLatin) ? Read(word)[0] : word;
            var sound = Skeleton.Of(string.Concat(cyrillic.Where(char.IsLetterOrDigit)));
            if (sound.Length > 0)
            {
                key.Append(key.Length > 0 ? " " : "").Append(sound);
            }
        }

        return key.ToString();
    }

    private static string Uses(string word, char letter, string uses) => word.Contains(letter) ? uses : uses[..1];

    private static void Add(List<string> readings, string reading)
    {
        if (readings.Count < 8 && !readings.Contains(reading))
        {
            readings.Add(reading);
        }
    }

    private static string Read(string word, char w, char j, char c, char x, bool marks)
    {
        var cyrillic = new StringBuilder(word.Length);
        var at = 0;
        while (at < word.Length)
        {
            if ((marks && Take(word, ref at, Apostrophes, cyrillic)) || Take(word, ref at, Groups, cyrillic))
            {
                continue;
            }

            var letter = word[at++];
            if (letter == 'x' && x == 'к')
            {
                cyrillic.Append("кс");
                continue;
            }

            var read = letter switch
            {
                'w' => w,
                'j' => j,
                'c' => c,
                'x' => x,
                'y' => cyrillic.Length > 0 && Letters.IsVowel(Folding.Fold(cyrillic[^1])) ? 'й' : 'ы',
                '\'' => '\0',
                _ => Single(letter),
            };
            if (read != '\0')
            {
                cyrillic.Append(read);
            }
        }

        return cyrillic.ToString();
    }

    private static bool Take(
        string word, ref int at, (string Latin, string Cyrillic)[] groups, StringBuilder cyrillic)
    {
        foreach (var (latin, read) in groups)
        {
            if (string.CompareOrdinal(word, at, latin, 0, latin.Length) == 0)
            {
                cyrillic.Append(read);
                at += latin.Length;
                return true;
            }
        }

        return false;
    }

    private static char Single(char letter) => letter switch
    {
        'a' => 'а',
        'b' => 'б',
        'v' => 'в',
        'g' => 'г',
        'd' => 'д',
        'e' or 'é' or 'è' => 'е',
        'z' => 'з',
        'i' => 'и',
        'k' => 'к',
        'l' => 'л',
        'm' => 'м',
        'n' => 'н',
        'o' => 'о',
        'p' => 'п',
        'r' => 'р',
        's' => 'с',
        't' => 'т',
        'u' => 'у',
        'f' => 'ф',
        'h' => 'х',
        'q' => 'қ',
        'á' or 'ä' or 'æ' => 'ә',
        'ǵ' or 'ğ' or 'ģ' => 'ғ',
        'ń' or 'ñ' or 'ŋ' => 'ң',
        'ó' or 'ö' => 'ө',
        'ú' or 'ü' => 'ү',
        'ū' => 'ұ',
        'ý' => 'у',
        'ı' or 'í' or 'ï' or 'ì' => 'і',
        'ş' or 'š' => 'ш',
        'ç' or 'č' => 'ч',
        'ž' => 'ж',
        _ => letter,
    };
}
