namespace Ruhani.Bot.Linguistics.Lexing;

/// <summary>
/// The forms a Kazakh noun or numeral, or a Russian one among Kazakh words, takes in an answer: its cases, bare and
/// after a possessive of the third person. Every assimilation is given, because people mistake them; harmony is kept.
/// </summary>
internal static class KazakhForms
{
    private const string FrontVowels = "әеөүіэ";
    private const string BackVowels = "аоұыуёя";

    private static readonly (KazakhCase Case, string Back, string Front)[] Bare =
    [
        (KazakhCase.Plain, "ны ды ты", "ні ді ті"),
        (KazakhCase.Of, "ның дың тың", "нің дің тің"),
        (KazakhCase.To, "ға қа", "ге ке"),
        (KazakhCase.In, "да та дағы тағы", "де те дегі тегі"),
        (KazakhCase.From, "дан тан нан", "ден тен нен"),
        (KazakhCase.With, "мен бен пен", "мен бен пен"),
    ];

    private static readonly (KazakhCase Case, string Back, string Front)[] Possessed =
    [
        (KazakhCase.Plain, "ы", "і"),
        (KazakhCase.Of, "ының", "інің"),
        (KazakhCase.To, "ына", "іне"),
        (KazakhCase.In, "ында ындағы", "інде індегі"),
        (KazakhCase.From, "ынан", "інен"),
        (KazakhCase.With, "ымен", "імен"),
    ];

    /// <summary>The stem and its bare cases.</summary>
    public static IEnumerable<(string Form, KazakhCase Case)> Cases(string stem) =>
        Inflect(stem, "", Bare).Prepend((stem, KazakhCase.Plain));

    /// <summary>The stem with the possessive of the third person, and the cases of that.</summary>
    public static IEnumerable<(string Form, KazakhCase Case)> PossessedCases(string stem) =>
        Inflect(stem, IsVowel(stem[^1]) ? "с" : "", Possessed);

    private static IEnumerable<(string Form, KazakhCase Case)> Inflect(
        string stem, string link, (KazakhCase Case, string Back, string Front)[] suffixes)
    {
        var (isBack, isFront) = Harmony(stem);
        foreach (var (@case, back, front) in suffixes)
        {
            var forms = (isBack ? back.Split(' ') : []).Union(isFront ? front.Split(' ') : []);
            foreach (var suffix in forms)
            {
                yield return (stem + link + suffix, @case);
            }
        }
    }

    // A soft sign, or a stem of neutral vowels only, is heard both ways.
    private static (bool IsBack, bool IsFront) Harmony(string stem)
    {
        if (stem[^1] == 'ь')
        {
            return (true, true);
        }

        for (var i = stem.Length - 1; i >= 0; i--)
        {
            if (FrontVowels.Contains(stem[i]))
            {
                return (false, true);
            }

            if (BackVowels.Contains(stem[i]))
            {
                return (true, false);
            }
        }

        return (true, true);
    }

    private static bool IsVowel(char letter) => FrontVowels.Contains(letter) || BackVowels.Contains(letter);
}
