using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests;

public sealed class WordReaderTests
{
    private const string Text =
        """
        рухани жаңғыру бағдарламасы ауыл ел бесігі жобасы туралы қоғамдық сана мәдениет пресс кит медиа грид
        ютуб инстаграм
        қазақ тілі латын әліпбиі бағыттары индикаторлары көрсеткіштері логотип рұқсат керек арнайы жоба
        программа проект направление индикаторы национальная идентичность что такое руководитель офиса новые
        лица учебники
        """;

    private static readonly HashSet<string> Known =
    [
        .. Text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Skeleton.Of(word)),
        .. new[] { "youtube", "instagram", "ruh", "kz" }.Select(name => Skeleton.Of(LatinReader.Read(name)[0])),
    ];

    private readonly WordReader _reader = new(TrigramModel.Train(Known), Known.Contains);

    [Theory]
    [InlineData("fesk tk ,tc3u3", "ауыл ел бесігі")]
    [InlineData("auyl el besigi", "ауыл ел бесігі")]
    [InlineData("qoǵamdyq sana", "қоғамдық сана")]
    [InlineData("qoğamdyq sana", "қоғамдық сана")]
    [InlineData("qog'amdyq sana", "қоғамдық сана")]
    [InlineData("0j5fvls0 cfyf", "қоғамдық сана")]
    [InlineData("когамдык сана", "қоғамдық сана")]
    [InlineData("0о5амды0 сана", "қоғамдық сана")]
    [InlineData("ghtcc-rbn", "пресс кит")]
    [InlineData("vtlbf-uhbl", "медиа грид")]
    [InlineData("xnj nfrjt ghjtrn&", "что такое проект")]
    [InlineData("chto takoe proekt", "что такое проект")]
    [InlineData("rukovoditel ofisa", "руководитель офиса")]
    [InlineData("ltuty yt 'kbg,b", "деген не элипби")]
    public void Words_are_read_whatever_they_were_typed_with(string typed, string meant) =>
        Assert.Equal(meant.Split(' ').Select(word => Skeleton.Of(word)), _reader.Read(typed).Select(word => word.Key));

    [Theory]
    [InlineData("youtube каналы", TypedScript.Latin)]
    [InlineData("нщгегиу каналы", TypedScript.WrongLayout)]
    public void A_name_stays_the_name_it_is(string typed, TypedScript script)
    {
        var word = _reader.Read(typed)[0];
        Assert.Equal(Skeleton.Of(LatinReader.Read("youtube")[0]), word.Key);
        Assert.Equal(script, word.Script);
    }

    [Fact]
    public void A_name_among_wrong_layout_stays() =>
        Assert.Equal(
            Skeleton.Of(LatinReader.Read("instagram")[0]), _reader.Read("instagram ;j,fcs nehfks")[0].Key);

    [Fact]
    public void Numbers_are_words() =>
        Assert.Equal(["100", "новие"], _reader.Read("100 новые").Select(word => word.Key));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("👍👍")]
    [InlineData("?!.,;'[]")]
    [InlineData("\uD800")]
    public void What_holds_no_word_gives_none(string typed) => Assert.Empty(_reader.Read(typed));

    [Fact]
    public void Nothing_throws_on_random_strings()
    {
        const string Alphabet = "aqwzx'ıýǵñşйқғңөұүһіәьъщ0259-=[];,.&  "
            + "\u0301\u0306\u200B\uD83D\uDE00\uFFFE\uFFFF\0אل漢~`\"";
        var random = new Random(20260523);
        for (var i = 0; i < 20_000; i++)
        {
            var typed = string.Create(random.Next(40), random, static (target, source) =>
            {
                for (var at = 0; at < target.Length; at++)
                {
                    target[at] = source.Next(8) == 0
                        ? (char)source.Next(char.MaxValue + 1)
                        : Alphabet[source.Next(Alphabet.Length)];
                }
            });
            foreach (var word in _reader.Read(typed))
            {
                Assert.NotEmpty(word.Key);
                _ = KazakhStemmer.Analyse(word.Text);
                _ = RussianStemmer.Stem(word.Text);
            }

            foreach (var alphabet in Enum.GetValues<LatinAlphabet>())
            {
                _ = LatinWriter.Write(typed, alphabet);
            }

            Assert.Equal(TextCleaner.Clean(typed), TextCleaner.Clean(TextCleaner.Clean(typed)));
        }
    }
}
