using Ruhani.Bot.Content;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Testing.Content;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Content;

/// <summary>Every kind of mistake an editor can make is named with file and line, all of them at once.</summary>
public sealed class ContentMistakesTests : IDisposable
{
    private const string Catalogue = "localization/catalogue.yaml";
    private readonly ContentFiles _files = new();
    private readonly List<(string Place, string Message)> _expected = [];

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_repository_s_own_content_has_no_mistake() => Assert.Empty(Load());

    [Fact]
    public void All_mistakes_of_the_catalogue_are_named_at_once()
    {
        Spoil(Catalogue, "as_of: \"2019-02\"", "as_of: February", "should be a month such as \"2019-02\"");
        Spoil(
            Catalogue,
            "section: end, kind: contacts",
            "section: end, kind: contact",
            "kind should be one of: overview");
        Spoil(
            Catalogue,
            "related: [project.auyl, programme.projects]",
            "related: [project.auyl, programme.nowhere]",
            "related 'programme.nowhere' is not another entry");
        Add(
            Catalogue,
            "  - {id: programme.about, section: x, kind: term}",
            "'programme.about' stands in the catalogue twice");
        Add(Catalogue, "  - {id: Bad_Id, section: x, kind: term}", "the id 'Bad_Id' should be lower-case words");
        Add(Catalogue, "  - {id: test.a, kind: term}", "'section' is missing");
        Add(
            Catalogue,
            "  - {id: test.b, section: x, kind: term, colour: red}",
            "unknown key 'colour'; known are: id, section");
        Add(Catalogue, "  - {id: test.c, section: x, kind: term}", "'test.c' has no text in 'kk'");
        Add(Catalogue, "  - {id: test.d, section: x, kind: term, edition: [1]}", "should hold a text");
        Add(Catalogue, "  - just words", "should be a mapping (key: value)");
        Expect();
    }

    [Fact]
    public void All_mistakes_of_the_knowledge_are_named_at_once()
    {
        const string Logo = "localization/ru/knowledge/logo.yaml";
        const string Media = "localization/kk/knowledge/media.yaml";
        const string Office = "localization/ru/knowledge/office.yaml";
        const string Social = "localization/kk/knowledge/social.yaml";
        var line = _files.Replace(Logo, "  logo.rules:", "  logo.rulez:");
        _expected.Add(($"{Logo}:{line + 1}", "'logo.rulez' is not in localization/catalogue.yaml"));
        _expected.Add((Catalogue, "'logo.rules' has no text in 'ru'"));
        line = _files.Replace(Media, "    source:", "    sauce:");
        _expected.Add(($"{Media}:{line}", "unknown key 'sauce'"));
        _expected.Add((Media, "'source' is missing"));
        Spoil(
            Office,
            "    short: |\n",
            "    short: |\n      " + new string('ж', 700) + "\n",
            "characters; at most 600 fit a card");
        Spoil(Office, "    title: ", "    title: " + new string('ж', 90), "characters; at most 90 fit");
        line = _files.Replace(Social, "    text: |\n", "    text: |\n      **жартылай\n");
        _expected.Add(($"{Social}:{line}", "a ** has no partner"));
        const string Glossary = "localization/ru/knowledge/glossary.yaml";
        _files.Append(Catalogue, "  - {id: glossary.test, section: x, kind: term}\n");
        foreach (var language in new[] { "kk", "ru" })
        {
            _files.Append(
                $"localization/{language}/knowledge/glossary.yaml",
                "  glossary.test:\n    title: x\n    source: x\n    short: x\n    text: x\n" +
                (language == "kk" ? "    differs: x\n" : "    outdated: x\n") +
                "    aliases: [Национальный код!]\n    questions: [одна]\n");
        }

        _expected.Add((Glossary, "has 2 aliases and questions; at least 8 are needed"));
        _expected.Add((Glossary, "«Национальный код!» stands in 'glossary.national-code' already"));
        _expected.Add((Catalogue, "'glossary.test' has 'differs' in one language only"));
        _expected.Add((Catalogue, "'glossary.test' has 'outdated' in one language only"));
        Expect();
    }

    [Fact]
    public void All_mistakes_of_the_texts_are_named_at_once()
    {
        Spoil(
            "localization/ru/texts/help.yaml",
            "command: '{name}",
            "comand: '{name}",
            "'help.comand' is missing in 'kk'");
        _expected.Add(("localization/kk/texts/help.yaml:", "'help.command' is missing in 'ru'"));
        Spoil(
            "localization/ru/texts/errors.yaml",
            "{max}",
            "{limit}",
            "the placeholders differ from those in 'kk': {max}");
        Spoil("localization/kk/texts/menu.yaml", "**Бас мәзір**", "**Бас мәзір", "a ** has no partner", -1);
        Spoil("localization/kk/texts/greeting.yaml", "Сәлеметсіз бе", "`Сәлеметсіз бе", "a ` has no partner", -1);
        Spoil("localization/kk/texts/thanks.yaml", "Оқасы жоқ", "Оқасы {жоқ", "a { or } has no partner");
        Spoil(
            "localization/kk/texts/titles.yaml",
            "help: Көмек",
            "help: Көмек пен анықтама бөлімі",
            "the label 'titles.help' has");
        Spoil(
            "localization/kk/texts/titles.yaml",
            "projects: Арнайы жобалар",
            "projects: Цифрлық жобалар чай",
            "the label 'titles.projects' has 21 characters in Latin («Tsifrlyq jobalar chai»)");
        Spoil(
            "localization/ru/texts/ask.yaml",
            "more: Подробнее",
            "more: Подробнее об этом ответе",
            "the label 'ask.more' has");
        Add("localization/kk/texts/common.yaml", "to: '{city:датив}'", "there is no case 'датив'; there");
        Add("localization/ru/texts/common.yaml", "to: '{city:барыс}'", "only Kazakh texts put a");
        Add("localization/cases.yaml", "  саммит: Бет", "'Бет' should be a Kazakh word in small letters");
        Add("localization/kk/texts/common.yaml", "rows: {one: бір қатар}", "plural forms are missing: other");
        Add(
            "localization/ru/texts/common.yaml",
            "rows: {one: ряд, other: ряда}",
            "plural forms are missing: few, many");
        Add("localization/kk/texts/start.yaml", "list: [a, b]", "should hold a text");
        _files.Replace("localization/kk/texts/errors.yaml", "stale:", "stale2:");
        _files.Replace("localization/ru/texts/errors.yaml", "stale:", "stale2:");
        _expected.Add(("localization/kk/texts/errors.yaml", "the text 'errors.stale' is missing"));
        foreach (var language in new[] { "kk", "ru" })
        {
            _files.Append($"localization/{language}/texts/projects.yaml", "  {count}\n");
        }

        _expected.Add(("localization/kk/texts/projects.yaml:1", "'projects.list' has no placeholder {count}"));
        Spoil("localization/ru/phrases.yaml", "thanks:", "thanx:", "'thanx' is missing in 'kk'");
        _expected.Add(("localization/kk/phrases.yaml:", "'thanks' is missing in 'ru'"));
        Spoil("localization/ru/phrases.yaml", "projects: [", "projects: [МЕНЮ!, ", "«МЕНЮ!» starts 'menu' already");
        Expect();
    }

    [Fact]
    public void All_mistakes_of_the_dialogs_are_named_at_once()
    {
        const string Thanks = "dialogs/thanks/thanks.dialog.yaml";
        Spoil(
            "dialogs/menu/menu.dialog.yaml",
            "do: menu.show",
            "do: menu.shows",
            "there is no verb 'menu.shows'; known are: ");
        Spoil(
            "dialogs/glossary/glossary.dialog.yaml",
            "page: page, ",
            "",
            "the outcome 'page' of 'glossary.page' has no edge in 'on'");
        Spoil(
            "dialogs/help/help.dialog.yaml",
            "do: help.show",
            "do: help.show, on: { gone: show }",
            "'help.show' has no outcome 'gone'");
        Spoil("dialogs/greeting/greeting.dialog.yaml", "say: hello", "say: helo", "there is no text 'greeting.helo'");
        _files.Replace("dialogs/projects/projects.dialog.yaml", "/projects", "/menu");
        _expected.Add(("dialogs/projects/projects.dialog.yaml:", "/menu starts 'menu' already"));
        Spoil(
            "dialogs/directions/directions.dialog.yaml",
            "version: 1",
            "version: 0",
            "should be a whole number from 1 to 999");
        _files.Replace("dialogs/language/language.dialog.yaml", "dialog.language", "dialog.nowhere");
        _expected.Add(("dialogs/language/language.dialog.yaml:", "the intent 'dialog.nowhere' is not an entry"));
        Spoil(
            "dialogs/language/language.dialog.yaml", "kazakh: kazakh,", "kazakh: kazak,", "there is no state 'kazak'");
        Spoil(
            "dialogs/start/start.dialog.yaml", "first_contact: true", "first_contact: yes", "should be true or false");
        Add(Thanks, "  lost: { say: welcome, do: menu.show }", "a state has one of 'say'");
        _expected.Add((Thanks, "the state 'lost' can't be reached"));
        Add(
            Thanks,
            "  other: { say: welcome, on: { a.b: welcome } }",
            "the trigger 'a.b' should be lower-case letters");
        _expected.Add((Thanks, "each choice needs an edge in 'on'"));
        Spoil(Thanks, "phrase: thanks", "phrase: thank_you", "there is no 'thank_you' in localization/kk/phrases.yaml");
        _files.Write(
            "dialogs/copy/copy.dialog.yaml", "dialog: ask\nversion: 1\nstart: a\nstates: { a: { say: prompt } }\n");
        _expected.Add(
            ("dialogs/copy/copy.dialog.yaml:1", "a dialog named 'ask' belongs in dialogs/ask/ask.dialog.yaml"));
        _files.Write("dialogs/none/none.dialog.yaml", "dialog: none\nversion: 1\nstates: { a: { say: ask.prompt } }\n");
        _expected.Add(("dialogs/none/none.dialog.yaml:1", "'start' is missing"));
        _files.Write(
            "dialogs/far/far.dialog.yaml", "dialog: far\nversion: 1\nstart: b\nstates: { a: { say: ask.prompt } }\n");
        _expected.Add(("dialogs/far/far.dialog.yaml:3", "there is no state 'b'"));
        _files.Write(
            "dialogs/full/full.dialog.yaml", "dialog: full\nversion: 1\nstart: a\nstates: { a: { say: ask.card } }\n");
        _expected.Add(("dialogs/full/full.dialog.yaml:4", "'ask.card' has placeholders; a 'say' text has none"));
        Expect();
    }

    [Theory]
    [InlineData(Catalogue)]
    [InlineData("localization/kk/phrases.yaml")]
    [InlineData("localization/ru/texts/ask.yaml")]
    [InlineData("localization/kk/knowledge/logo.yaml")]
    [InlineData("dialogs/ask/ask.dialog.yaml")]
    public void A_file_that_is_no_yaml_is_named_with_the_line_and_does_not_stop_the_rest(string file)
    {
        _files.Append(file, "\nkey: [unclosed\n");
        _files.Replace("localization/ru/texts/errors.yaml", "{max}", "{limit}");
        var problems = Load();
        Assert.Contains(problems, problem => problem.File == file && problem.Line > 1
            && problem.Message.StartsWith("is not valid YAML", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.File == "localization/ru/texts/errors.yaml");
    }

    [Theory]
    [InlineData("- a\n- b\n", "should be one YAML mapping")]
    [InlineData("", "should be one YAML mapping")]
    [InlineData("stale: a\nstale: b\n", "is not valid YAML: Duplicate key")]
    [InlineData("a: *nowhere\n", "is not valid YAML")]
    public void A_file_of_another_shape_is_named(string text, string message)
    {
        _files.Write("localization/kk/texts/errors.yaml", text);
        Assert.Contains(Load(), problem => problem.File == "localization/kk/texts/errors.yaml" && problem.Line > 0
            && problem.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_files_and_folders_are_named()
    {
        File.Delete(_files.PathOf(Catalogue));
        File.Delete(_files.PathOf("localization/ru/phrases.yaml"));
        Directory.Delete(_files.PathOf("localization/kk/knowledge"), recursive: true);
        Directory.Delete(_files.PathOf("dialogs"), recursive: true);
        var problems = Load().Select(problem => problem.ToString()).ToList();
        Assert.Contains(
            problems, problem => problem.StartsWith($"{Catalogue}: can't be read", StringComparison.Ordinal));
        Assert.Contains(
            problems,
            problem => problem.StartsWith("localization/ru/phrases.yaml: can't be read", StringComparison.Ordinal));
        Assert.Contains("localization/kk/knowledge: the folder is missing", problems);
        Assert.Contains("dialogs: the folder is missing", problems);
        Assert.Contains("dialogs: no dialog starts on any_text", problems);
        Assert.Contains("dialogs: no dialog starts on first_contact", problems);
    }

    private void Spoil(string file, string old, string by, string message, int lines = 0) =>
        _expected.Add(
            (
                $"{file}:{(lines == 0 ? _files.Replace(file, old, by) : _files.Replace(file, old, by) + lines)}",
                message));

    private void Add(string file, string text, string message)
    {
        _files.Append(file, text + "\n");
        _expected.Add(($"{file}:{File.ReadAllText(_files.PathOf(file)).Count(c => c == '\n')}", message));
    }

    private void Expect()
    {
        var problems = Load().Select(problem => problem.ToString()).ToList();
        var missing = _expected.Where(expected => !problems.Any(problem =>
            problem.StartsWith(expected.Place, StringComparison.Ordinal)
            && problem.Contains(expected.Message, StringComparison.Ordinal)));
        Assert.True(
            !missing.Any(), $"Not named:\n{string.Join('\n', missing)}\n\nNamed:\n{string.Join('\n', problems)}");
    }

    private IReadOnlyList<ContentProblem> Load() => Store(_files.Folder).Load();

    internal static ContentStore Store(ContentFolder folder)
    {
        using var bot = new TestBot();
        return new ContentStore(folder, bot.Get<VerbCatalog>());
    }
}
