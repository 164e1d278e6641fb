namespace Ruhani.Bot.Linguistics;

/// <summary>The classes of sounds that Kazakh suffixes assimilate to.</summary>
[Flags]
internal enum Sound
{
    None = 0,
    Vowel = 1,
    Nasal = 2,
    Hiss = 4,
    Liquid = 8,
    Voiceless = 16,

    /// <summary>All but the voiceless.</summary>
    Voiced = Vowel | Nasal | Hiss | Liquid,
    Consonant = Nasal | Hiss | Liquid | Voiceless,
    Any = Vowel | Consonant,
}

/// <summary>Classes of letters, folded and with ы and і written и.</summary>
internal static class Sounds
{
    /// <summary>
    /// и is the vowel ы, і or the glide и; у and ю end words as glides; б в г д take the suffixes of the voiceless.
    /// </summary>
    public static Sound Of(char letter) => letter switch
    {
        'и' => Sound.Vowel | Sound.Liquid,
        'а' or 'е' or 'о' or 'я' or 'э' => Sound.Vowel,
        'м' or 'н' => Sound.Nasal,
        'ж' or 'з' => Sound.Hiss,
        'л' or 'р' or 'й' or 'у' or 'ю' => Sound.Liquid,
        _ => Sound.Voiceless,
    };
}
