using Ruhani.Bot.Content;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Knowledge;

/// <summary>Knowledge to search: a few entries made by hand, and the whole that is shipped.</summary>
internal static class SampleKnowledge
{
    private static readonly Lazy<SearchIndex> LazyShipped = new(() => SearchIndex.Build(Load()));

    public static SearchIndex Shipped => LazyShipped.Value;

    public static SearchIndex Small { get; } = SearchIndex.Build(new KnowledgeBase(
    [
        Make(
            "glossary.nation", EntryKind.Term,
            ("Ұлт", "Тілі мен жері ортақ адамдар бірлестігі.", ["ұлт", "ұлт анықтамасы"], ["Ұлт деген не?"]),
            ("Нация", "Общность людей с единым языком и землёй.", ["нация"], ["Что такое нация?"])),
        Make(
            "glossary.national-code", EntryKind.Term,
            ("Ұлттық код", "Халықтың мәдениеті мен тілі.", ["ұлттық код", "ұлт коды"], ["Ұлттық код деген не?"]),
            ("Национальный код", "Культура и язык народа.", ["национальный код"], ["Из чего состоит нацкод?"])),
        Make(
            "glossary.culture", EntryKind.Term,
            ("Мәдениет", "Қоғамның үйренген мінез-құлқы.", ["мәдениет"], ["Мәдениет деген не?"]),
            ("Культура", "Усвоенное поведение общества.", ["культура"], ["Что такое культура?"])),
        Make(
            "project.auyl", EntryKind.Project,
            ("«Ауыл – Ел бесігі»", "Ауылды дамыту жобасы.", ["ауыл ел бесігі"], ["Ауыл жобасы не істейді?"]),
            ("«Ауыл – Ел бесігі»", "Проект о развитии села.", ["колыбель страны"], ["Какой проект про село?"])),
        Make(
            "project.auyl.indicators", EntryKind.Indicators,
            ("Ауыл – Ел бесігі: индикаторлар", "Ауылдағы интернет.",
                ["ауыл жобасының көрсеткіштері", "ауыл ел бесігі көрсеткіштері"], ["Ауыл жобасы немен өлшенеді?"]),
            ("Ауыл – Ел бесігі: индикаторы", "Интернет на селе.",
                ["показатели проекта о селе"], ["Чем измеряют проект о селе?"])),
        Make(
            "social.youtube", EntryKind.Platform,
            ("YouTube", "Бейне жариялаңыз.", ["youtube", "ютуб"], ["Ютубқа не саламыз?"]),
            ("YouTube", "Публикуйте видео.", ["ютуб канал"], ["Что выкладывать на ютуб?"])),
    ]));

    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ruhani.Bot.sln")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? throw new DirectoryNotFoundException("The repository is in no folder above.");
        }
    }

    private static KnowledgeBase Load() => KnowledgeLoader.Load(new ContentFolder(Root), []);

    private static Entry Make(
        string id,
        EntryKind kind,
        (string Title, string Text, string[] Aliases, string[] Questions) kazakh,
        (string Title, string Text, string[] Aliases, string[] Questions) russian) =>
        new(id, "test", kind, [], "2018", "2018-12", Half(kazakh), Half(russian));

    private static EntryText Half((string Title, string Text, string[] Aliases, string[] Questions) half) => new(
        half.Title, "", RichText.Parse(half.Text), RichText.Parse(half.Text), null, null, half.Aliases, half.Questions);
}
