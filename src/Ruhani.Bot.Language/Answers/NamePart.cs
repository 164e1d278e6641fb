using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>A word of a name.</summary>
internal sealed class NamePart
{
    private static readonly FrozenSet<string> Kin = FrozenSet.Create(
        StringComparer.Ordinal, "ұлы", "қызы", "улы", "кызы", "оглы", "оғлы", "uly", "ūly", "qyzy", "kyzy", "ogly");

    private static readonly FrozenSet<string> Particles = FrozenSet.Create(
        StringComparer.Ordinal, "де", "фон", "ван", "аль", "ибн", "бин", "de", "von", "van", "al", "ibn", "bin");

    private readonly string _text;

    private NamePart(string text) => _text = text;

    /// <summary>Its one script; null when its letters are of two.</summary>
    public TypedScript? Script { get; private init; }

    /// <summary>А. or А.Б.</summary>
    public bool IsInitial { get; private init; }

    /// <summary>Whether it is a name written out, neither an initial nor <c>ұлы</c> or <c>қызы</c>.</summary>
    public bool IsFull => !IsInitial && !Kin.Contains(Lower(_text));

    /// <summary>The word as a part of a name, or null when it holds what no name does.</summary>
    public static NamePart? Read(string word)
    {
        var text = Repair(word);
        var isInitial = text.Split('.', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } letters
            && letters.All(letter => letter.Length == 1);
        text = isInitial ? text : text.TrimEnd('.');
        var lower = Lower(text);
        var isWord = text.Length > 0 && char.IsLetter(text[0]) && (char.IsLetter(text[^1]) || isInitial)
            && lower.All(symbol => Letters.IsCyrillic(symbol) || Letters.IsLatin(symbol) || symbol is '-' or '\''
                || (symbol == '.' && isInitial))
            && !text.Contains("--", StringComparison.Ordinal) && !text.Contains("''", StringComparison.Ordinal);
        return !isWord ? null : new NamePart(text)
        {
            IsInitial = isInitial,
            Script = lower.Any(Letters.IsCyrillic)
                ? lower.Any(Letters.IsLatin) ? null : TypedScript.Cyrillic
                : TypedScript.Latin,
        };
    }

    /// <summary>It with its capitals.</summary>
    public string Written(bool isFirst)
    {
        var lower = Lower(_text);
        if (!isFirst && (Kin.Contains(lower) || Particles.Contains(lower)))
        {
            return lower;
        }

        // MacDonald: whoever has a capital inside a Latin name knows it.
        if (Script == TypedScript.Latin && char.IsUpper(_text[0])
            && _text.Zip(_text.Skip(1)).Any(pair => char.IsLower(pair.First) && char.IsUpper(pair.Second)))
        {
            return _text;
        }

        var written = new StringBuilder(lower);
        for (var at = 0; at < written.Length; at++)
        {
            // Behind an apostrophe only as in O'Brien: in Kazakh Latin it marks the letter before.
            if (at == 0 || lower[at - 1] is '-' or '.' || (at == 2 && lower[1] == '\'' && lower[0] is 'o' or 'd'))
            {
                written[at] = written[at] == 'ı' ? 'I' : char.ToUpperInvariant(written[at]);
            }
        }

        return written.ToString();
    }

    private static string Lower(string text) => text.ToLower(CultureInfo.InvariantCulture);

    private static string Repair(string word)
    {
        var lower = Lower(word);
        var mended = TextCleaner.RepairLookAlikes(lower);
        return mended == lower || mended.Length != word.Length ? word
            : string.Create(word.Length, (word, mended), static (target, source) =>
            {
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] = char.IsUpper(source.word[i])
                        ? char.ToUpperInvariant(source.mended[i])
                        : source.mended[i];
                }
            });
    }
}
