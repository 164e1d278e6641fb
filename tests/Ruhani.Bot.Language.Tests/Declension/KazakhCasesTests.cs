using Ruhani.Bot.Linguistics.Declension;

namespace Ruhani.Bot.Language.Tests.Declension;

/// <summary>Words, names, numbers and phrases in their cases, as a native editor writes them.</summary>
public sealed class KazakhCasesTests
{
    private static readonly KazakhCases Cases = new(new Dictionary<string, string>
    {
        ["саммит"] = "бет",
        ["ресурс"] = "құс",
        ["ЖШС"] = "сәске",
        ["YouTube"] = "баб",
    });

    // Word, then ілік барыс табыс жатыс шығыс көмектес, as suffixes.
    [Theory]
    [InlineData("жоба", "ның ға ны да дан мен")]
    [InlineData("бағдарлама", "ның ға ны да дан мен")]
    [InlineData("кеңсе", "нің ге ні де ден мен")]
    [InlineData("мәзір", "дің ге ді де ден мен")]
    [InlineData("өтінім", "нің ге ді де нен мен")]
    [InlineData("рұқсат", "тың қа ты та тан пен")]
    [InlineData("бағыт", "тың қа ты та тан пен")]
    [InlineData("термин", "нің ге ді де нен мен")]
    [InlineData("логотип", "тің ке ті те тен пен")]
    [InlineData("тіл", "дің ге ді де ден мен")]
    [InlineData("сұрақ", "тың қа ты та тан пен")]
    [InlineData("қағаз", "дың ға ды да дан бен")]
    [InlineData("жүз", "дің ге ді де ден бен")]
    [InlineData("жаңғыру", "дың ға ды да дан мен")]
    [InlineData("келісу", "дің ге ді де ден мен")]
    [InlineData("су", "дың ға ды да дан мен")]
    [InlineData("би", "дің ге ді де ден мен")]
    [InlineData("ай", "дың ға ды да дан мен")]
    [InlineData("мәдениет", "тің ке ті те тен пен")]
    [InlineData("таң", "ның ға ды да нан мен")]
    [InlineData("клуб", "тың қа ты та тан пен")]
    [InlineData("педагог", "тың қа ты та тан пен")]
    [InlineData("аккорд", "тың қа ты та тан пен")]
    [InlineData("фестиваль", "дің ге ді де ден мен")]
    [InlineData("партия", "ның ға ны да дан мен")]
    [InlineData("музей", "дің ге ді де ден мен")]
    [InlineData("мамыр", "дың ға ды да дан мен")]
    [InlineData("наурыз", "дың ға ды да дан бен")]
    [InlineData("қыркүйек", "тің ке ті те тен пен")]
    [InlineData("маусым", "ның ға ды да нан мен")]
    [InlineData("сенбі", "нің ге ні де ден мен")]
    [InlineData("оқушы", "ның ға ны да дан мен")]
    [InlineData("қаржы", "ның ға ны да дан мен")]
    [InlineData("кісі", "нің ге ні де ден мен")]
    public void A_word_takes_its_suffixes(string word, string suffixes) =>
        Assert.Equal(suffixes.Split(' ').Select(suffix => word + suffix), All(word));

    [Theory]
    [InlineData("Астана", "ның ға ны да дан мен")]
    [InlineData("Алматы", "ның ға ны да дан мен")]
    [InlineData("Шымкент", "тің ке ті те тен пен")]
    [InlineData("Түркістан", "ның ға ды да нан мен")]
    [InlineData("Қостанай", "дың ға ды да дан мен")]
    [InlineData("Айгүл", "дің ге ді де ден мен")]
    [InlineData("Нұрлан", "ның ға ды да нан мен")]
    [InlineData("Әли", "дің ге ді де ден мен")]
    [InlineData("Назарбаев", "тың қа ты та тан пен")]
    [InlineData("Мұхтар Әуезов", "тің ке ті те тен пен")]
    [InlineData("Иванов", "тың қа ты та тан пен")]
    [InlineData("Сейфуллин", "нің ге ді де нен мен")]
    [InlineData("Гагарин", "нің ге ді де нен мен")]
    [InlineData("Алиев", "тің ке ті те тен пен")]
    [InlineData("Петрова", "ның ға ны да дан мен")]
    [InlineData("Қайрат Әлі", "нің ге ні де ден мен")]
    [InlineData("Гүлнәр Тілеуберді", "нің ге ні де ден мен")]
    [InlineData("Иван Петрович", "тің ке ті те тен пен")]
    public void A_name_takes_its_suffixes(string name, string suffixes) =>
        Assert.Equal(suffixes.Split(' ').Select(suffix => name + suffix), All(name));

    [Theory]
    [InlineData("Ақтөбе облысы", "ның на н нда нан мен")]
    [InlineData("Астана қаласы", "ның на н нда нан мен")]
    [InlineData("қазақ тілі", "нің не н нде нен мен")]
    [InlineData("ұлттық код ұғымы", "ның на н нда нан мен")]
    [InlineData("дамуы", "ның на н нда нан мен")]
    [InlineData("миссиясы", "ның на н нда нан мен")]
    [InlineData("отбасы", "ның на н нда нан мен")]
    [InlineData("Айгүл Серікқызы", "ның на н нда нан мен")]
    [InlineData("Нұрланұлы", "ның на н нда нан мен")]
    public void A_possessive_takes_suffixes_of_its_own(string phrase, string suffixes) =>
        Assert.Equal(suffixes.Split(' ').Select(suffix => phrase + suffix), All(phrase));

    [Theory]
    [InlineData("2027 жылғы 25 мамыр", "дың ға ды да дан мен")]
    [InlineData("25 мамыр, сейсенбі", "нің ге ні де ден мен")]
    [InlineData("бас жазушы", "ның ға ны да дан мен")]
    [InlineData("Рухани жаңғыру", "дың ға ды да дан мен")]
    [InlineData("салт-дәстүр", "дің ге ді де ден мен")]
    [InlineData("жиырма алты", "ның ға ны да дан мен")]
    public void A_phrase_takes_the_suffixes_of_its_last_word(string phrase, string suffixes) =>
        Assert.Equal(suffixes.Split(' ').Select(suffix => phrase + suffix), All(phrase));

    [Theory]
    [InlineData("0", "дің ге ді де ден мен")]
    [InlineData("1", "дің ге ді де ден мен")]
    [InlineData("2", "нің ге ні де ден мен")]
    [InlineData("3", "тің ке ті те тен пен")]
    [InlineData("6", "ның ға ны да дан мен")]
    [InlineData("8", "дің ге ді де ден бен")]
    [InlineData("9", "дың ға ды да дан бен")]
    [InlineData("10", "ның ға ды да нан мен")]
    [InlineData("20", "ның ға ны да дан мен")]
    [InlineData("35", "тің ке ті те тен пен")]
    [InlineData("40", "тың қа ты та тан пен")]
    [InlineData("50", "дің ге ді де ден мен")]
    [InlineData("70", "тің ке ті те тен пен")]
    [InlineData("80", "нің ге ді де нен мен")]
    [InlineData("90", "ның ға ды да нан мен")]
    [InlineData("100", "дің ге ді де ден бен")]
    [InlineData("1000", "ның ға ды да нан мен")]
    [InlineData("1000000", "ның ға ды да нан мен")]
    [InlineData("1000000000", "тың қа ты та тан пен")]
    [InlineData("2027", "нің ге ні де ден мен")]
    [InlineData("15:00", "дің ге ді де ден мен")]
    [InlineData("14:30", "дың ға ды да дан бен")]
    [InlineData("2,5", "тің ке ті те тен пен")]
    [InlineData("25%", "дың ға ды да дан бен")]
    public void Digits_take_the_suffix_of_the_word_they_are_said_with(string number, string suffixes) =>
        Assert.Equal(suffixes.Split(' ').Select(suffix => $"{number}-{suffix}"), All(number));

    [Theory]
    [InlineData("АҚШ", "тың қа ты та тан пен")]
    [InlineData("БАҚ", "тың қа ты та тан пен")]
    [InlineData("МЖӘ", "нің ге ні де ден мен")]
    [InlineData("ФИФА", "ның ға ны да дан мен")]
    [InlineData("ЮНЕСКО", "ның ға ны да дан мен")]
    [InlineData("ТМД", "ның ға ны да дан мен")]
    [InlineData("ЖШС", "нің ге ні де ден мен")]
    [InlineData("«Туған жер»", "дің ге ді де ден мен")]
    [InlineData("YouTube", "тың қа ты та тан пен")]
    [InlineData("Instagram", "ның ға ды да нан мен")]
    public void Abbreviations_quotations_and_foreign_letters_take_a_hyphen(string term, string suffixes) =>
        Assert.Equal(suffixes.Split(' ').Select(suffix => $"{term}-{suffix}"), All(term));

    [Theory]
    [InlineData("саммит", "саммитке")]
    [InlineData("Өңірлік саммит", "Өңірлік саммитке")]
    [InlineData("ресурс", "ресурсқа")]
    [InlineData("процесс", "процеске")]
    [InlineData("класс", "класқа")]
    [InlineData("съезд", "съезге")]
    public void Words_told_by_name_and_doubled_letters(string word, string dative) =>
        Assert.Equal(dative, Cases.Inflect(word, NounCase.Dative));

    [Theory]
    [InlineData("")]
    [InlineData("XXI")]
    [InlineData("ruh.kz")]
    [InlineData("report.pdf")]
    [InlineData("aigul@ruh.kz")]
    [InlineData("https://ruh.kz/x")]
    [InlineData("2027 ж.")]
    [InlineData("(анықталмаған)")]
    [InlineData("🎉")]
    public void What_is_not_declined_stands_as_it_is(string text)
    {
        foreach (var noun in Enum.GetValues<NounCase>())
        {
            Assert.Equal(text, Cases.Inflect(text, noun));
        }
    }

    [Theory]
    [InlineData("жоба", "жобалар")]
    [InlineData("мәзір", "мәзірлер")]
    [InlineData("қызметкер", "қызметкерлер")]
    [InlineData("тіл", "тілдер")]
    [InlineData("ұғым", "ұғымдар")]
    [InlineData("қағаз", "қағаздар")]
    [InlineData("бағыт", "бағыттар")]
    [InlineData("клуб", "клубтар")]
    [InlineData("жаңғыру", "жаңғырулар")]
    [InlineData("музей", "музейлер")]
    [InlineData("кинофестиваль", "кинофестивальдер")]
    [InlineData("ресурс", "ресурстар")]
    public void A_word_takes_the_suffix_of_the_plural(string word, string plural) =>
        Assert.Equal(plural, Cases.Plural(word));

    [Fact]
    public void Nothing_people_type_breaks_it()
    {
        var random = new Random(20270525);
        const string Signs = "аәбвгғеиіклйңуүұыьъ ЯЩАҚ 019%-.«»()\"'qzAI\ud83d\n";
        for (var round = 0; round < 20_000; round++)
        {
            var text = new string([.. random.GetItems<char>(Signs, random.Next(12))]);
            foreach (var noun in Enum.GetValues<NounCase>())
            {
                var start = text[..Math.Max(0, text.Length - 1)];
                Assert.StartsWith(start, Cases.Inflect(text, noun), StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<string> All(string text) =>
        Enum.GetValues<NounCase>().Select(noun => Cases.Inflect(text, noun));
}
