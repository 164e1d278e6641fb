namespace Ruhani.Bot.Linguistics;

/// <summary>
/// Folds Kazakh onto the letters a Russian keyboard has, which is how many people type it: ә→а ғ→г қ→к ң→н ө→о ұ,ү→у
/// һ→х і→и; and ё→е for Russian.
/// </summary>
public static class Folding
{
    /// <summary>The folded letter; any other character stays. Expects lower case.</summary>
    public static char Fold(char letter) => letter switch
    {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' or 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        'ё' => 'е',
        _ => letter,
    };

    /// <summary>The folded text, of the same length. Expects lower case.</summary>
    public static string Fold(string text)
    {
        foreach (var letter in text)
        {
            if (Fold(letter) != letter)
            {
                return string.Create(text.Length, text, static (target, source) =>
                {
                    for (var i = 0; i < source.Length; i++)
                    {
                        target[i] = Fold(source[i]);
                    }
                });
            }
        }

        return text;
    }
}
