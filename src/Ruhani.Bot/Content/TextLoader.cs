using Ruhani.Bot.Linguistics.Declension;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Content;

/// <summary>
/// Reads <c>localization/{kk,ru}/texts/*.yaml</c> and <c>phrases.yaml</c> and holds the two languages against each
/// other:
/// same files, keys, placeholders, and the plural forms each language needs.
/// </summary>
internal static class TextLoader
{
    private static readonly Dictionary<string, PluralCategory> CategoryNames = new(StringComparer.Ordinal)
    {
        ["one"] = PluralCategory.One,
        ["few"] = PluralCategory.Few,
        ["many"] = PluralCategory.Many,
        ["other"] = PluralCategory.Other,
    };

    /// <param name="folder">The content folder.</param>
    /// <param name="problems">Takes the mistakes.</param>
    /// <param name="places">Where each text stands, for rules that are checked later.</param>
    public static TextCatalog Load(
        ContentFolder folder,
        List<ContentProblem> problems,
        out IReadOnlyDictionary<(Language, string), ContentNode> places)
    {
        var texts = new Dictionary<(Language, string), TextTemplate>();
        var phrases = new Dictionary<(Language, string), IReadOnlyList<string>>();
        var found = new Dictionary<(Language, string), ContentNode>();
        foreach (var language in Languages.All)
        {
            foreach (var file in folder.Read($"localization/{language.Code()}/texts", ".yaml", problems))
            {
                ReadTexts(file, language, texts, found);
            }

            if (folder.ReadOne($"localization/{language.Code()}/phrases.yaml", problems) is { } phraseFile)
            {
                foreach (var (key, node) in phraseFile.Fields())
                {
                    phrases[(language, key)] = node.Texts();
                    found[(language, "phrases:" + key)] = node;
                }
            }
        }

        CheckParity(texts, found);
        places = found;
        return new TextCatalog(texts, phrases, CaseLoader.Load(folder, problems));
    }

    private static void ReadTexts(
        ContentNode file,
        Language language,
        Dictionary<(Language, string), TextTemplate> texts,
        Dictionary<(Language, string), ContentNode> places)
    {
        var prefix = Path.GetFileNameWithoutExtension(file.File);
        foreach (var (name, node) in file.Fields())
        {
            var key = (language, $"{prefix}.{name}");
            places[key] = node;
            if ((node.IsMapping ? ReadPlural(node, language) : ReadPlain(node, language)) is { } template)
            {
                texts[key] = template;
            }
        }
    }

    private static TextTemplate? ReadPlain(ContentNode node, Language language) =>
        node.Text() is { } markup && IsSound(node, markup, language) ? TextTemplate.Parse(markup) : null;

    private static TextTemplate? ReadPlural(ContentNode node, Language language)
    {
        var required = PluralRules.Required(language);
        var forms = new Dictionary<PluralCategory, string>();
        foreach (var (name, form) in node.Fields([.. CategoryNames.Keys]))
        {
            if (form.Text() is { } markup && IsSound(form, markup, language))
            {
                forms[CategoryNames[name]] = markup;
            }
        }

        var missing = required.Where(category => !forms.ContainsKey(category)).ToList();
        if (missing.Count > 0)
        {
            var names = missing.Select(category => CategoryNames.First(pair => pair.Value == category).Key);
            node.Report($"plural forms are missing: {string.Join(", ", names)}");
            return null;
        }

        return TextTemplate.Parse(forms);
    }

    private static bool IsSound(ContentNode node, string markup, Language language)
    {
        if (MarkupReader.Fault(markup) is { } fault)
        {
            node.Report(fault);
            return false;
        }

        if (markup.Count(c => c == '{') != markup.Count(c => c == '}'))
        {
            node.Report("a { or } has no partner");
            return false;
        }

        if (TextTemplate.CasesAsked(markup).FirstOrDefault(name =>
            language != Language.Kazakh || NounCases.FromName(name) is null) is { } wrong)
        {
            node.Report(language == Language.Kazakh
                ? $"there is no case '{wrong}'; there are: {string.Join(", ", NounCases.Names)}"
                : $"only Kazakh texts put a placeholder into a case ('{wrong}')");
            return false;
        }

        return true;
    }

    private static void CheckParity(
        Dictionary<(Language, string), TextTemplate> texts, Dictionary<(Language, string), ContentNode> places)
    {
        foreach (var ((language, key), node) in places)
        {
            var other = (language.Other(), key);
            if (!places.ContainsKey(other))
            {
                node.Report($"'{key.Replace("phrases:", "", StringComparison.Ordinal)}' is missing in " +
                    $"'{language.Other().Code()}'");
            }
            else if (language == Language.Russian && texts.TryGetValue(other, out var kazakh)
                && texts.TryGetValue((language, key), out var russian)
                && !russian.Placeholders.SetEquals(kazakh.Placeholders))
            {
                node.Report($"the placeholders differ from those in '{Language.Kazakh.Code()}': " +
                    string.Join(", ", kazakh.Placeholders.Order(StringComparer.Ordinal).Select(name => $"{{{name}}}")));
            }
        }
    }
}
