using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Texts;

public sealed class LatinTextTests
{
    [Theory]
    [InlineData("Тілді /language арқылы ауыстырыңыз", "Tıldı /language arqyly auystyryñyz")]
    [InlineData("Хэштег: #руханижаңғыру, #КЗэволюциялықдамуы.", "Heşteg: #руханижаңғыру, #КЗэволюциялықдамуы.")]
    [InlineData("https://ruh.kz/жаңалық?бет=2 беті", "https://ruh.kz/жаңалық?бет=2 betı")]
    [InlineData("Сайт: RUH.KZ, рухани.қаз", "Sait: RUH.KZ, рухани.қаз")]
    [InlineData("ruh.kz/жоба сайтында", "ruh.kz/жоба saitynda")]
    [InlineData("кеңсе@ruh.kz мекенжайы, @айгүл жазды", "кеңсе@ruh.kz mekenjaiy, @айгүл jazdy")]
    [InlineData("Есеп.docx файлы", "Есеп.docx faily")]
    [InlineData("RZ-2027-000012 өтінімі, YouTube-тегі арна", "RZ-2027-000012 ötınımı, YouTube-tegı arna")]
    [InlineData("барасыз ба?Жоқ. және/немесе", "barasyz ba?Joq. jäne/nemese")]
    [InlineData("5–7 маусым, 15:00", "5–7 mausym, 15:00")]
    public void Words_are_written_in_latin_and_what_leads_somewhere_stays(string cyrillic, string latin) =>
        Assert.Equal(latin, LatinText.Write(cyrillic));

    [Fact]
    public void Boldness_stays_and_so_do_words_that_keep_their_letters()
    {
        var text = RichText.Parse("**Ұлттық код** және `национальный` **`код`**.");

        var latin = text.In(Script.Latin);

        Assert.Equal("Ūlttyq kod jäne национальный код.", latin.ToString());
        Assert.Equal(["Ūlttyq kod", "код"], latin.Spans.Where(span => span.Bold).Select(span => span.Text));
        Assert.Equal("Ұлттық код және национальный код.", text.In(Script.Cyrillic).ToString());
        Assert.All(text.In(Script.Cyrillic).Spans, span => Assert.False(span.KeepsLetters));
    }

    [Fact]
    public void What_a_person_typed_is_shown_as_typed()
    {
        var text = new RichText.Builder().AddMarkup("Сіз: ").Add(RichText.Verbatim("қала **күні**")).Build();
        Assert.Equal("Sız: қала **күні**", text.In(Script.Latin).ToString());
    }

    [Fact]
    public void Words_that_keep_their_letters_do_so_in_a_template_too()
    {
        var template = TextTemplate.Parse("**Тіл:** `{name}`, {count}");
        var text = template.Render(Language.Kazakh, TextArguments.Of(("name", "Русский"), ("count", 2)));
        Assert.Equal("Tıl: Русский, 2", text.In(Script.Latin).ToString());
    }
}
