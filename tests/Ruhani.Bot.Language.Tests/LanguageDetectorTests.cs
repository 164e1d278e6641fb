using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests;

public sealed class LanguageDetectorTests
{
    private const string Kazakh =
        """
        бағдарламаның бағыттары мен индикаторлары ұлттық бірегейлікті сақтау білімнің салтанат құруы ауылдың
        дамуы мәдениеттің
        жаһандағы орны туған жер азаматтардың өмірі қоғамдық сананы жаңғырту үшін жобалар жасалады тілін үйрену
        """;

    private const string Russian =
        """
        направления и индикаторы программы сохранение национальной идентичности культ знания развитие села место
        культуры в мире
        родная земля жизнь граждан обновление общественного сознания создаются проекты изучение языка показатели
        """;

    private readonly WordReader _reader;
    private readonly LanguageDetector _detector;

    public LanguageDetectorTests()
    {
        (string Word, Tongue Tongue)[] words =
        [
            .. Words(Kazakh).Select(word => (word, Tongue.Kazakh)),
            .. Words(Russian).Select(word => (word, Tongue.Russian)),
        ];
        var known = words.Select(word => Skeleton.Of(word.Word)).ToHashSet();
        _reader = new WordReader(TrigramModel.Train(known), known.Contains);
        _detector = LanguageDetector.Train(words, key => key is "рухани" or "жаниру");
    }

    [Theory]
    [InlineData("Бағыттары қандай?")]
    [InlineData("улттык бирегейлик деген не")]
    [InlineData("auyldyn damuy turaly aitshy")]
    [InlineData(",f5snnfhs 0fylfq")]
    [InlineData("национальная идентичность деген не?")]
    public void Kazakh_is_told(string typed) => Assert.True(_detector.Evidence(_reader.Read(typed)) > 1);

    [Theory]
    [InlineData("Какие направления?")]
    [InlineData("kakie napravleniya u programmy")]
    [InlineData("rfrbt ghjtrns")]
    [InlineData("что такое ұлттық бірегейлік")]
    public void Russian_is_told(string typed) => Assert.True(_detector.Evidence(_reader.Read(typed)) < -1);

    [Theory]
    [InlineData("Рухани жаңғыру")]
    [InlineData("100")]
    [InlineData("")]
    public void Names_and_numbers_tell_nothing(string typed) =>
        Assert.Equal(0, _detector.Evidence(_reader.Read(typed)));

    private static string[] Words(string text) =>
        text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
