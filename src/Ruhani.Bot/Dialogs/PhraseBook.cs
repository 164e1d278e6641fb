using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// Whole messages that mean a dialog (<c>localization/*/phrases.yaml</c>), compared without case, punctuation and the
/// difference between Kazakh letters and the Russian ones people type for them; a message in Latin letters also by its
/// sound, whatever the spelling.
/// </summary>
public sealed class PhraseBook
{
    private const string Kazakh = "әғқңөұүһіёъь";
    private const string Folded = "агкноуухие\0\0";

    // No phrase is longer; questions need not be sounded out.
    private const int MostSounded = 60;

    // An insult is short; a long message with a rude word in it is a complaint that somebody should read.
    private const int MostRudeWords = 5;
    private readonly FrozenDictionary<string, (DialogEntry Entry, Language? Language)> _starts;
    private readonly FrozenDictionary<string, (DialogEntry Entry, Language? Language)> _bySound;
    private readonly FrozenDictionary<Script, string[]> _scriptStems;
    private readonly FrozenDictionary<Language, FrozenSet<string>> _followUps;
    private readonly FrozenDictionary<Language, string[]> _languageStems;
    private readonly FrozenSet<string> _or;
    private readonly string[] _rude;
    private readonly string[] _rudeBeginnings;

    internal PhraseBook(DialogCatalog dialogs, TextCatalog texts)
    {
        var starts = new Dictionary<string, (DialogEntry, Language?)>(StringComparer.Ordinal);
        foreach (var (entry, start) in dialogs.Dialogs
            .SelectMany(dialog => dialog.StartsOn.Select(start => (DialogCatalog.Entry(dialog, start), start)))
            .Where(pair => pair.start.Phrase is not null))
        {
            foreach (var language in Languages.All)
            {
                foreach (var phrase in texts.Phrases(language, start.Phrase!))
                {
                    var key = Key(phrase);
                    starts[key] = starts.TryGetValue(key, out var other) && other.Item2 != language
                        ? (entry, null)
                        : (entry, language);
                }
            }
        }

        _starts = starts.ToFrozenDictionary(StringComparer.Ordinal);

        // Phrases of two dialogs that sound the same are left to their letters.
        _bySound = starts.GroupBy(start => LatinReader.SoundKey(start.Key), start => start.Value)
            .Where(group => group.Key.Length > 0 && group.Select(start => start.Item1).Distinct().Count() == 1)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(start => start.Item2).Distinct().Count() == 1
                    ? group.First()
                    : (group.First().Item1, null),
                StringComparer.Ordinal);
        _scriptStems = Enum.GetValues<Script>().ToFrozenDictionary(
            script => script,
            script => Languages.All
                .SelectMany(file => texts.Phrases(file, script == Script.Latin ? "script-latin" : "script-cyrillic"))
                .Select(Key).ToArray());
        _languageStems = Languages.All.ToFrozenDictionary(
            language => language,
            language => Languages.All.SelectMany(file => texts.Phrases(file, "language-" + language.Code()))
                .Select(Key).ToArray());
        _or = Languages.All.SelectMany(language => texts.Phrases(language, "or")).Select(Key)
            .ToFrozenSet(StringComparer.Ordinal);
        _rude = [.. Languages.All.SelectMany(language => texts.Phrases(language, "rude")).Select(Key).Distinct()];
        _rudeBeginnings =
            [.. Languages.All.SelectMany(language => texts.Phrases(language, "rude-begins")).Select(Key).Distinct()];
        _followUps = Languages.All.ToFrozenDictionary(
            language => language,
            language => texts.Phrases(language, "follow-up").Select(Key).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>The form two ways of writing the same words share; empty when there are no letters or digits.</summary>
    public static string Key(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var raw in Composed(text).ToLowerInvariant())
        {
            // Soft hyphens, direction marks, zero-width joiners: nobody sees them, so they part no words.
            if (char.GetUnicodeCategory(raw) == UnicodeCategory.Format)
            {
                continue;
            }

            var at = Kazakh.IndexOf(raw, StringComparison.Ordinal);
            var c = at >= 0 ? Folded[at] : raw;
            if (char.IsLetterOrDigit(c))
            {
                output.Append(c);
            }
            else if (c != '\0' && output.Length > 0 && output[^1] != ' ')
            {
                output.Append(' ');
            }
        }

        return output.ToString().TrimEnd();
    }

    // «й» typed as «и» with a breve is still one letter. Half a surrogate pair can't be composed: it goes.
    private static string Composed(string text) => text.AsSpan().IndexOfAnyInRange('\u0300', '\u036F') < 0
        ? text
        : string.Concat(text.Where(c => !char.IsSurrogate(c))).Normalize(NormalizationForm.FormC);

    /// <summary>The dialog a whole message starts, and its language when only one language says it so.</summary>
    public (DialogEntry Entry, Language? Language)? Find(string message) =>
        _starts.TryGetValue(Key(message), out var start) || FindBySound(message, out start) ? start : null;

    /// <summary>True when there is a Cyrillic letter in a text.</summary>
    public static bool HasCyrillic(string text) => text.AsSpan().ContainsAnyInRange('\u0400', '\u052F');

    /// <summary>
    /// The letters a wish names («латынша», «на кириллице»); null for none, or when it names both.
    /// </summary>
    public Script? NamedScript(string wish)
    {
        var words = Key(wish).Split(' ');
        var named = _scriptStems.Where(script => script.Value.Any(stem =>
            words.Any(word => word.StartsWith(stem, StringComparison.Ordinal)))).Select(script => script.Key).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>
    /// The language a wish names, the last one if it names two («с русского на казахский», «орысшадан қазақшаға»); null
    /// for none, or when it leaves the choice open («по-русски или по-казахски»).
    /// </summary>
    public Language? NamedLanguage(string wish)
    {
        Language? named = null;
        foreach (var word in Key(wish).Split(' '))
        {
            if (_or.Contains(word))
            {
                return null;
            }

            foreach (var language in Languages.All)
            {
                if (_languageStems[language].Any(stem => word.StartsWith(stem, StringComparison.Ordinal)))
                {
                    named = language;
                }
            }
        }

        return named;
    }

    /// <summary>True when a message begins as one that follows up what was said before («ал …», «а …»).</summary>
    public bool IsFollowUp(string message)
    {
        var words = Key(message).Split(' ', 3);
        var two = words.Length > 1 ? $"{words[0]} {words[1]}" : words[0];
        return _followUps.Values.Any(beginnings => beginnings.Contains(words[0]) || beginnings.Contains(two));
    }

    /// <summary>
    /// True when a message is an insult or swearing: a few words, a rude one among them; <paramref name="isAlone"/>:
    /// with at most one word beside it.
    /// </summary>
    public bool IsRude(string message, bool isAlone = false)
    {
        if (message.Length > MostSounded)
        {
            return false;
        }

        var key = Key(message);
        var words = key.Split(' ');
        var padded = $" {key} ";
        return words.Length <= (isAlone ? 2 : MostRudeWords)
            && (_rude.Any(rude => padded.Contains($" {rude} ", StringComparison.Ordinal))
                || words.Any(word => _rudeBeginnings.Any(rude => word.StartsWith(rude, StringComparison.Ordinal))));
    }

    private bool FindBySound(string message, out (DialogEntry Entry, Language? Language) start)
    {
        start = default;
        return message.Length <= MostSounded && !HasCyrillic(message)
            && _bySound.TryGetValue(LatinReader.SoundKey(message), out start);
    }
}
