using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Ruhani.Bot.Linguistics.Humanizing;

namespace Ruhani.Bot.Linguistics.Declension;

/// <summary>
/// Puts Kazakh names, terms, dates and numbers into a case. A phrase takes the suffix of its last word; what stands in
/// digits, in Latin letters, in quotation marks or is an abbreviation takes it behind a hyphen, by how it is said.
/// </summary>
/// <remarks>
/// Letters do not tell everything: foreign words that sound softer or harder than they are written, and some
/// abbreviations, have to be named, each with an ordinary word that takes the same suffixes (<c>ресурс</c> like
/// <c>құс</c>). Whether a phrase that ends with ы or і is a possessive (<c>Ақтөбе облысы</c>) or not (<c>бас
/// жазушы</c>) is told from its words' own ends.
/// </remarks>
/// <param name="like">Words or phrases, and what they are declined like.</param>
public sealed partial class KazakhCases(IReadOnlyDictionary<string, string> like)
{
    // Days of the week, numerals, doers of things: they end with ы or і of their own, even in a phrase.
    private static readonly string[] OwnVowel = ["шы", "ші", "сенбі", "алты", "жеті", "екі", "кісі"];

    // How the letters of ТМД, ҚР are called: each with a vowel behind it.
    private const string SpeltOut = "ты";

    private readonly FrozenDictionary<string, string> _like = like.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules alone.</summary>
    public static KazakhCases ByRule { get; } = new(new Dictionary<string, string>());

    /// <summary>A text in a case: <c>Ақтөбе облысына</c>, <c>25 мамырда</c>, <c>15:00-ге</c>, <c>АҚШ-пен</c>.</summary>
    public string Inflect(string text, NounCase noun) => Ending(text, noun).AddTo(text);

    /// <summary>The same as what falls and what is added.</summary>
    public CaseEnding Ending(string text, NounCase noun)
    {
        ArgumentNullException.ThrowIfNull(text);
        var core = text.TrimEnd('»', '“', '"', ' ');
        if (LastWord().Match(core) is not { Success: true, Value: var word } || IsUndeclined(word))
        {
            return CaseEnding.None;
        }

        var isQuoted = core.Length < text.Length;
        var isApart = isQuoted || word is [.., '%'] || !IsKazakhWord(word);
        var drop = !isApart && LosesLast(word) ? 1 : 0;
        var suffix = CaseSuffixes.Of(noun, End(core[..^drop], word[..^drop]));
        return new CaseEnding(drop, isApart ? "-" + suffix : suffix);
    }

    /// <summary>A word in the plural: <c>жобалар</c>, <c>бағыттар</c>; nouns behind a number need none.</summary>
    public string Plural(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        var model = Model(word, word);
        return word + CaseSuffixes.Plural(WordEnd.Of(model), model.TrimEnd('ь') is [.., 'л']);
    }

    private WordEnd End(string phrase, string word)
    {
        var model = Model(phrase, word);
        var last = model[(model.LastIndexOf(' ') + 1)..];
        var end = WordEnd.Of(last);
        return IsPossessed(model, last, isName: char.IsUpper(word[0])) ? end with { IsPossessed = true } : end;
    }

    // What the suffix follows, in small letters: the word it is declined like, the number as it is said, or itself.
    private string Model(string phrase, string word)
    {
        if (_like.TryGetValue(phrase, out var model) || _like.TryGetValue(word, out model))
        {
            return model;
        }

        if (word[^1] == '%')
        {
            return "пайыз";
        }

        if (TrailingDigits().Match(word) is { Success: true, Value: var digits })
        {
            // Noughts that stand alone, as in 15:00, are said one by one.
            return KazakhNumerals.LastWord(long.Parse(digits, CultureInfo.InvariantCulture));
        }

        if (char.IsAsciiLetter(word[^1]))
        {
            return FromLatin(word);
        }

        if (!IsKazakhWord(word) && !word.Any(letter => WordEnd.IsVowel(char.ToLowerInvariant(letter))))
        {
            return SpeltOut;
        }

        var lower = phrase.ToLowerInvariant();
        return Surname().Match(word) switch
        {
            { Success: true, Groups: [_, { Success: true, Value: var stem }, ..] } =>
                WordEnd.Of(stem.ToLowerInvariant()).IsFront ? "еп" : "ап",
            { Success: true } => word[^1] switch { 'н' => "ін", 'й' => "ей", 'ч' => "іш", _ => "еп" },
            _ => lower,
        };
    }

    // Only a phrase tells a possessive from a word that ends with ы or і of its own, and a surname is no part of one
    // (Қайрат Әліге); -уы and a long -сы do so alone.
    private static bool IsPossessed(string phrase, string last, bool isName) =>
        last[^1] is 'ы' or 'і'
        && !OwnVowel.Any(end => last.EndsWith(end, StringComparison.Ordinal))
        && ((phrase.Contains(' ', StringComparison.Ordinal) && !isName)
            || last is [.., 'у', _]
            || (last is [_, _, _, .., var before, 'с', _] && WordEnd.IsVowel(before))
            || last is [_, .., 'ұ', 'л', 'ы'] or [_, .., 'қ', 'ы', 'з', 'ы']);

    // An abbreviation (БАҚ, АҚШ) or whatever is not written in Kazakh letters.
    private static bool IsKazakhWord(string word) =>
        IsCyrillic(word[^1]) && !(word.Length > 1 && char.IsUpper(word[^1]) && char.IsUpper(word[^2]));

    // Roman numerals, addresses, files and what is cut short stand as they are.
    private static bool IsUndeclined(string word) =>
        !char.IsLetterOrDigit(word[^1]) && word[^1] != '%' || Roman().IsMatch(word) || Address().IsMatch(word);

    // Of two like consonants one falls (класқа), and the д of зд (съезге).
    private static bool LosesLast(string word) =>
        word is [_, .., var before, var last] && char.IsLower(last)
        && ((before == last && !WordEnd.IsVowel(last)) || (before == 'з' && last == 'д'));

    private static string FromLatin(string word) => string.Concat(word.ToLowerInvariant().Select(letter => letter switch
    {
        'a' or 'o' or 'u' => 'а',
        'e' or 'i' or 'y' => 'е',
        'm' or 'n' => 'н',
        'z' or 'j' => 'з',
        'l' or 'r' => 'р',
        _ => 'т',
    }));

    private static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u04ff';

    [GeneratedRegex(@"[\p{L}\p{Nd}@./:_%-]+$")]
    private static partial Regex LastWord();

    [GeneratedRegex("[0-9]{1,18}$")]
    private static partial Regex TrailingDigits();

    // Behind -ов and -ев the name itself decides (Назарбаевтың, Әуезовтің); -иев, -ин, -вич, -ский are soft.
    [GeneratedRegex(@"^\p{Lu}[\p{L}-]*?(?:(?:иев|ин|вич|ский|цкий)|(?<=(.*))(?:ов|ев|ёв))$")]
    private static partial Regex Surname();

    [GeneratedRegex("^(?:[IVXLC]+|[ІVХ]+)$")]
    private static partial Regex Roman();

    [GeneratedRegex(@"[@/]|\.[a-zA-Z]")]
    private static partial Regex Address();
}
