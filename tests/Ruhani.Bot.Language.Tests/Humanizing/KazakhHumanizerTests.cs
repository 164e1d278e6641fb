using Humanizer;
using Ruhani.Bot.Linguistics.Humanizing;

namespace Ruhani.Bot.Language.Tests.Humanizing;

/// <summary>What Humanizer says in Kazakh once it was taught.</summary>
public sealed class KazakhHumanizerTests
{
    private static readonly DateTimeOffset Now = new(2027, 5, 20, 9, 0, 0, TimeSpan.FromHours(5));

    public KazakhHumanizerTests() => KazakhHumanizer.Register();

    [Theory]
    [InlineData(45, "45 секундтан кейін")]
    [InlineData(60, "бір минуттан кейін")]
    [InlineData(-60, "бір минут бұрын")]
    [InlineData(3 * 3600, "3 сағаттан кейін")]
    [InlineData(-3 * 3600, "3 сағат бұрын")]
    [InlineData(24 * 3600, "ертең")]
    [InlineData(-24 * 3600, "кеше")]
    [InlineData(48 * 3600, "бүрсігүні")]
    [InlineData(-48 * 3600, "алдыңғы күні")]
    [InlineData(70 * 24 * 3600, "2 айдан кейін")]
    [InlineData(-800 * 24 * 3600, "2 жыл бұрын")]
    public void Distances(int seconds, string expected) =>
        Assert.Equal(expected, Now.AddSeconds(seconds).Humanize(Now, KazakhHumanizer.Culture));

    [Fact]
    public void Lengths_in_digits_and_in_words()
    {
        Assert.Equal("2 сағат", TimeSpan.FromHours(2).Humanize(1, KazakhHumanizer.Culture));
        Assert.Equal("екі апта", TimeSpan.FromDays(14).Humanize(1, KazakhHumanizer.Culture, toWords: true));
        var year = TimeSpan.FromDays(366);
        Assert.Equal("бір жыл", year.Humanize(1, KazakhHumanizer.Culture, TimeUnit.Year, toWords: true));
        Assert.Equal("нөл секунд", TimeSpan.Zero.Humanize(1, KazakhHumanizer.Culture, toWords: true));
    }

    [Fact]
    public void Numbers_and_places()
    {
        Assert.Equal("жүз жиырма бес", 125.ToWords(KazakhHumanizer.Culture));
        Assert.Equal("үшінші", 3.ToOrdinalWords(KazakhHumanizer.Culture));
        Assert.Equal("алтыншы", 6.ToOrdinalWords(GrammaticalGender.Feminine, KazakhHumanizer.Culture));
        Assert.Equal("3-ші", 3.Ordinalize(KazakhHumanizer.Culture));
        Assert.Equal("40-шы", "40".Ordinalize(KazakhHumanizer.Culture));
    }

    [Fact]
    public void Lists_dates_and_clocks()
    {
        var culture = KazakhHumanizer.Culture;
        var lists = Configurator.CollectionFormatters.ResolveForCulture(culture);
        Assert.Equal("тіл, дін және дәстүр", lists.Humanize(["тіл", "дін", "дәстүр"]));
        Assert.Equal("тіл немесе дін", lists.Humanize(["тіл", "дін"], "немесе"));
        var dates = Configurator.DateOnlyToOrdinalWordsConverters.ResolveForCulture(culture);
        Assert.Equal("2027 жылғы 25 мамыр", dates.Convert(new DateOnly(2027, 5, 25)));
        Assert.Equal("2027 жылғы 25 мамырда", dates.Convert(new DateOnly(2027, 5, 25), GrammaticalCase.Prepositional));
        var clocks = Configurator.TimeOnlyToClockNotationConverters.ResolveForCulture(culture);
        Assert.Equal("15:03", clocks.Convert(new TimeOnly(15, 3), ClockNotationRounding.None));
        Assert.Equal("15:05", clocks.Convert(new TimeOnly(15, 3), ClockNotationRounding.NearestFiveMinutes));
    }

    [Fact]
    public void Every_unit_of_time_and_data_has_its_word()
    {
        var formatter = Configurator.Formatters.ResolveForCulture(KazakhHumanizer.Culture);
        var words = Enum.GetValues<TimeUnit>()
            .SelectMany(unit => new[]
            {
                formatter.DateHumanize(unit, Tense.Future, 5), formatter.DateHumanize(unit, Tense.Past, 5),
                formatter.TimeSpanHumanize(unit, 5), formatter.TimeUnitHumanize(unit),
            })
            .Concat(Enum.GetValues<DataUnit>().SelectMany(unit => new[]
            {
                formatter.DataUnitHumanize(unit, 5, toSymbol: false), formatter.DataUnitHumanize(unit, 5),
            }))
            .Append(formatter.DateHumanize_Never()).Append(formatter.TimeSpanHumanize_Age());
        Assert.All(words, word => Assert.DoesNotContain(word, char.IsAsciiLetter));
    }

    [Fact]
    public void A_second_registration_changes_nothing()
    {
        KazakhHumanizer.Register();
        Assert.True(KazakhHumanizer.IsRegistered);
    }
}
