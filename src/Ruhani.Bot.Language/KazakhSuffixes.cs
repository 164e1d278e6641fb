using System.Collections.Frozen;

namespace Ruhani.Bot.Linguistics;

/// <summary>
/// The inflectional suffixes of Kazakh with the sounds each may follow, from Karl A. Krippes, <i>Kazakh Grammar with
/// Affix List</i> (1996): assimilation § 0.2, cases §§ 2.0.2–2.0.7, plural and possession and the verb from its affix
/// list and §§ 6.1–6.5. Written without the difference of front and back (а/ә, ы/і) and without Kazakh letters,
/// because that is how words reach the analyser; vowel harmony adds nothing once assimilation is held to.
/// </summary>
internal static class KazakhSuffixes
{
    /// <summary>§§ 2.0.2–2.0.7, after a bare stem, a plural or a possessive of the first and second person.</summary>
    public static readonly KazakhSuffix[] Cases =
    [
        new("нин", Sound.Vowel | Sound.Nasal), new("дин", Sound.Hiss | Sound.Liquid), new("тин", Sound.Voiceless),
        new("га", Sound.Voiced), new("ге", Sound.Voiced), new("ка", Sound.Voiceless), new("ке", Sound.Voiceless),
        new("ни", Sound.Vowel), new("ди", Sound.Nasal | Sound.Hiss | Sound.Liquid), new("ти", Sound.Voiceless),
        new("да", Sound.Voiced), new("де", Sound.Voiced), new("та", Sound.Voiceless), new("те", Sound.Voiceless),
        new("дан", Sound.Vowel | Sound.Hiss | Sound.Liquid), new("ден", Sound.Vowel | Sound.Hiss | Sound.Liquid),
        new("нан", Sound.Nasal), new("нен", Sound.Nasal), new("тан", Sound.Voiceless), new("тен", Sound.Voiceless),
        new("мен", Sound.Vowel | Sound.Nasal | Sound.Liquid), new("бен", Sound.Hiss), new("пен", Sound.Voiceless),
        // The locative with -ғы, "which is in": ауылдағы.
        new("даги", Sound.Voiced), new("деги", Sound.Voiced),
        new("таги", Sound.Voiceless), new("теги", Sound.Voiceless),
        new("ники", Sound.Vowel | Sound.Nasal), new("дики", Sound.Hiss | Sound.Liquid), new("тики", Sound.Voiceless),
    ];

    /// <summary>The same after a possessive of the third person, -ы or -сы.</summary>
    public static readonly KazakhSuffix[] CasesAfterThird =
    [
        new("на", Sound.Vowel), new("не", Sound.Vowel), new("н", Sound.Vowel),
        new("нда", Sound.Vowel), new("нде", Sound.Vowel), new("нан", Sound.Vowel), new("нен", Sound.Vowel),
        new("ндаги", Sound.Vowel), new("ндеги", Sound.Vowel),
        new("нин", Sound.Vowel), new("мен", Sound.Vowel),
    ];

    /// <summary>Possession of the third person.</summary>
    public static readonly KazakhSuffix[] Third = [new("си", Sound.Vowel), new("и", Sound.Consonant)];

    /// <summary>Possession of the first and second person; -а, -е is their dative (тіліме).</summary>
    public static readonly KazakhSuffix[] FirstAndSecond =
    [
        new("м", Sound.Vowel), new("н", Sound.Vowel), new("миз", Sound.Vowel), new("низ", Sound.Vowel),
        new("им", Sound.Consonant), new("ин", Sound.Consonant), new("имиз", Sound.Consonant),
        new("иниз", Sound.Consonant),
        new("има", Sound.Consonant), new("име", Sound.Consonant), new("ина", Sound.Consonant),
        new("ине", Sound.Consonant), new("ма", Sound.Vowel), new("ме", Sound.Vowel),
    ];

    /// <summary>
    /// § 0.2.5 and the affix list: -лар after vowels, р, й, у; -дар after л, nasals, ж, з; -тар after the rest.
    /// </summary>
    public static readonly KazakhSuffix[] Plural =
    [
        new("лар", Sound.Vowel | Sound.Liquid), new("лер", Sound.Vowel | Sound.Liquid),
        new("дар", Sound.Nasal | Sound.Hiss | Sound.Liquid), new("дер", Sound.Nasal | Sound.Hiss | Sound.Liquid),
        new("тар", Sound.Voiceless), new("тер", Sound.Voiceless),
    ];

    /// <summary>
    /// §§ 6.1–6.5: participles, gerunds, tenses with their persons, negation, voices. They look like endings of nouns
    /// too often to be cut blindly. Without -дық of the past tense, which is also what makes adjectives of nouns
    /// (ұлттық).
    /// </summary>
    private static readonly KazakhSuffix[] Verb =
    [
        new("у", Sound.Consonant), new("ю", Sound.Any), new("уши", Sound.Consonant),
        new("ган", Sound.Voiced), new("ген", Sound.Voiced), new("кан", Sound.Voiceless), new("кен", Sound.Voiceless),
        new("атин", Sound.Consonant), new("етин", Sound.Consonant), new("йтин", Sound.Vowel),
        new("а", Sound.Consonant), new("е", Sound.Consonant), new("й", Sound.Vowel),
        new("ип", Sound.Consonant), new("п", Sound.Vowel), new("ади", Sound.Consonant), new("еди", Sound.Consonant),
        new("йди", Sound.Vowel), new("ди", Sound.Voiced), new("ти", Sound.Voiceless),
        new("дим", Sound.Voiced), new("тим", Sound.Voiceless),
        new("амин", Sound.Consonant), new("емин", Sound.Consonant), new("ймин", Sound.Vowel),
        new("амиз", Sound.Consonant), new("емиз", Sound.Consonant), new("ймиз", Sound.Vowel),
        new("асиз", Sound.Consonant), new("есиз", Sound.Consonant), new("йсиз", Sound.Vowel),
        new("са", Sound.Any), new("се", Sound.Any), new("сам", Sound.Any), new("сем", Sound.Any),
        new("сак", Sound.Any), new("сек", Sound.Any), new("инизши", Sound.Consonant), new("низши", Sound.Vowel),
        new("иниз", Sound.Consonant), new("низ", Sound.Vowel), new("ши", Sound.Any), new("син", Sound.Any),
        new("ейик", Sound.Consonant), new("айик", Sound.Consonant), new("йик", Sound.Vowel),
        new("ар", Sound.Consonant), new("ер", Sound.Consonant), new("р", Sound.Vowel), new("мас", Sound.Any),
        new("мес", Sound.Any), new("гим", Sound.Voiced), new("ким", Sound.Voiceless), new("ги", Sound.Voiced),
        new("ки", Sound.Voiceless), new("мак", Sound.Any), new("мек", Sound.Any), new("гали", Sound.Voiced),
        new("гели", Sound.Voiced), new("кали", Sound.Voiceless), new("кели", Sound.Voiceless),
        new("ма", Sound.Any), new("ме", Sound.Any),
        new("ба", Sound.Nasal | Sound.Hiss), new("бе", Sound.Nasal | Sound.Hiss),
        new("па", Sound.Voiceless), new("пе", Sound.Voiceless),
        new("ил", Sound.Consonant), new("л", Sound.Vowel), new("ин", Sound.Consonant), new("н", Sound.Vowel),
        new("тир", Sound.Voiceless), new("дир", Sound.Voiced), new("т", Sound.Vowel | Sound.Liquid),
        new("ис", Sound.Consonant),
    ];

    private static readonly FrozenDictionary<char, KazakhSuffix[]> VerbByEnd =
        Verb.GroupBy(suffix => suffix.Text[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The endings of verbs that a word with this last letter may have.</summary>
    public static KazakhSuffix[] VerbEndings(char last) => VerbByEnd.TryGetValue(last, out var endings) ? endings : [];
}
