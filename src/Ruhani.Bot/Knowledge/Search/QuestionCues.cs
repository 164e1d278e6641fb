using System.Collections.Frozen;
using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Knowledge.Search;

/// <summary>What a question word asks for: "who is the minister" is not "what is culture".</summary>
[Flags]
internal enum QuestionCues
{
    None = 0,
    Who = 1,
    When = 2,
    HowMany = 4,
    Where = 8,
    Why = 16,
    Price = 32,
}

/// <summary>The words that ask.</summary>
internal static class QuestionCueWords
{
    private static readonly FrozenSet<string> Defining = "такой такая такие деген дегеніміз"
        .Split(' ').Select(word => Skeleton.Of(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, QuestionCues> Words = new (QuestionCues Cue, string Words)[]
    {
        (QuestionCues.Who, "кім кімдер кто"),
        (QuestionCues.When, "қашан когда"),
        (QuestionCues.HowMany, "қанша қаншаға неше нешеу нешеде сколько скольки"),
        (QuestionCues.Where, "қайда қайдан где куда откуда"),
        (QuestionCues.Why, "неге неліктен почему"),
        (QuestionCues.Price, "бағасы құны тұрады теңге айлығы жалақысы сатып"),
        (QuestionCues.Price, "оклад зарплата стоит стоимость цена купить"),
    }
        .SelectMany(cue => cue.Words.Split(' ').Select(word => (Key: Skeleton.Of(word), cue.Cue)))
        .ToFrozenDictionary(word => word.Key, word => word.Cue, StringComparer.Ordinal);

    /// <summary>What a word asks for, both by their skeletons.</summary>
    /// <param name="key">The word.</param>
    /// <param name="next">The one after it: "who are populists" asks what they are.</param>
    public static QuestionCues Of(string key, string next) =>
        Words.TryGetValue(key, out var cue) && !(cue == QuestionCues.Who && Defining.Contains(next))
            ? cue
            : QuestionCues.None;
}
