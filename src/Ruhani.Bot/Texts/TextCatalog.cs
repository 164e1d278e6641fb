using System.Collections.Frozen;
using Ruhani.Bot.Linguistics.Declension;

namespace Ruhani.Bot.Texts;

/// <summary>Every text of both languages by key (<c>file.key</c>). Immutable; a reload makes a new one.</summary>
public sealed class TextCatalog
{
    private readonly FrozenDictionary<(Language, string), TextTemplate> _texts;
    private readonly FrozenDictionary<(Language, string), IReadOnlyList<string>> _phrases;
    private readonly FrozenDictionary<string, int> _order;

    private readonly KazakhCases _cases;

    internal TextCatalog(
        IReadOnlyDictionary<(Language, string), TextTemplate> texts,
        IReadOnlyDictionary<(Language, string), IReadOnlyList<string>> phrases,
        KazakhCases? cases = null)
    {
        _cases = cases ?? KazakhCases.ByRule;
        _texts = texts.ToFrozenDictionary();
        _phrases = phrases.ToFrozenDictionary();
        _order = texts.Keys.Where(key => key.Item1 == Language.Kazakh).Index()
            .ToFrozenDictionary(row => row.Item.Item2, row => row.Index, StringComparer.Ordinal);
    }

    /// <summary>True when the key exists; the loader sees to it that it then does in every language.</summary>
    public bool Has(string key) => Has(Language.Kazakh, key);

    /// <summary>True when the key exists in a language; while loading it may in one only.</summary>
    internal bool Has(Language language, string key) => _texts.ContainsKey((language, key));

    /// <summary>Where the key stands among the Kazakh files, for lists that follow the file's order.</summary>
    public int Order(string key) => _order.GetValueOrDefault(key, int.MaxValue);

    /// <summary>The text's placeholders; empty for an unknown key.</summary>
    public IReadOnlySet<string> Placeholders(string key) =>
        _texts.TryGetValue((Language.Kazakh, key), out var text) ? text.Placeholders : FrozenSet<string>.Empty;

    /// <summary>Renders a text. An unknown key is a bug (dialogs and code are checked at load) and throws.</summary>
    public RichText Render(Language language, string key, TextArguments? arguments = null) =>
        _texts.TryGetValue((language, key), out var text)
            ? text.Render(language, arguments ?? TextArguments.None, _cases)
            : throw new InvalidOperationException($"There is no text '{key}' in '{language.Code()}'.");

    /// <summary>A text without boldness, for labels.</summary>
    public string Label(Language language, string key, TextArguments? arguments = null) =>
        Render(language, key, arguments).ToString();

    /// <summary>The phrases people type for a key of <c>phrases.yaml</c>; empty when there are none.</summary>
    public IReadOnlyList<string> Phrases(Language language, string key) =>
        _phrases.GetValueOrDefault((language, key), []);

    /// <summary>All keys of <c>phrases.yaml</c>.</summary>
    public IEnumerable<string> PhraseKeys => _phrases.Keys.Select(key => key.Item2).Distinct(StringComparer.Ordinal);
}
