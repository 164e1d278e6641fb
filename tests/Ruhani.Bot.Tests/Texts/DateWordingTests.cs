using Ruhani.Bot.Linguistics.Humanizing;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Texts;

/// <summary>Days and times as the bot says them.</summary>
public sealed class DateWordingTests
{
    private static readonly DateTimeOffset Now = new(2027, 5, 20, 9, 0, 0, KazakhstanTime.Offset);

    private static readonly DateWording Kazakh = new(Language.Kazakh, Now);
    private static readonly DateWording Russian = new(Language.Russian, Now);

    public DateWordingTests() => KazakhHumanizer.Register();

    [Theory]
    [InlineData("2027-05-25", "2027 жылғы 25 мамыр, сейсенбі", "вторник, 25 мая 2027 года")]
    [InlineData("2027-01-01", "2027 жылғы 1 қаңтар, жұма", "пятница, 1 января 2027 года")]
    [InlineData("2028-02-29", "2028 жылғы 29 ақпан, сейсенбі", "вторник, 29 февраля 2028 года")]
    [InlineData("2026-12-06", "2026 жылғы 6 желтоқсан, жексенбі", "воскресенье, 6 декабря 2026 года")]
    public void A_day_has_its_year_and_its_day_of_the_week(string day, string kazakh, string russian)
    {
        Assert.Equal(kazakh, Kazakh.Day(Day(day)));
        Assert.Equal(russian, Russian.Day(Day(day)));
    }

    [Theory]
    [InlineData("2027-05-25", "25 мамыр, сейсенбі", "вторник, 25 мая")]
    [InlineData("2028-01-10", "2028 жылғы 10 қаңтар, дүйсенбі", "понедельник, 10 января 2028 года")]
    public void A_near_day_needs_its_year_only_when_it_is_another(string day, string kazakh, string russian)
    {
        Assert.Equal(kazakh, Kazakh.NearDay(Day(day)));
        Assert.Equal(russian, Russian.NearDay(Day(day)));
    }

    [Fact]
    public void A_moment_is_told_by_Kazakhstans_clock()
    {
        var moment = new DateTimeOffset(2027, 5, 24, 20, 30, 0, TimeSpan.Zero);
        Assert.Equal("25 мамыр, сейсенбі, 01:30", Kazakh.Moment(moment));
        Assert.Equal("вторник, 25 мая, 01:30", Russian.Moment(moment));
        Assert.Equal("2027 жылғы 25 мамыр, сейсенбі, 15:00", Kazakh.Moment(Day("2027-05-25"), new TimeOnly(15, 0)));
        Assert.Equal("09:05–17:30", Kazakh.Times(new TimeOnly(9, 5), new TimeOnly(17, 30)));
    }

    [Theory]
    [InlineData("2027-05-25", "2027-05-27", "2027 жылғы 25–27 мамыр", "25–27 мая 2027 года")]
    [InlineData("2027-05-25", "2027-06-03", "2027 жылғы 25 мамыр – 3 маусым", "25 мая – 3 июня 2027 года")]
    [InlineData("2027-12-30", "2028-01-02", "2027 жылғы 30 желтоқсан – 2028 жылғы 2 қаңтар",
        "30 декабря 2027 года – 2 января 2028 года")]
    [InlineData("2027-05-25", "2027-05-25", "2027 жылғы 25 мамыр, сейсенбі", "вторник, 25 мая 2027 года")]
    public void A_period_says_nothing_twice(string from, string to, string kazakh, string russian)
    {
        Assert.Equal(kazakh, Kazakh.Period(Day(from), Day(to)));
        Assert.Equal(russian, Russian.Period(Day(from), Day(to)));
    }

    [Theory]
    [InlineData(180, "3 сағаттан кейін", "через 3 часа")]
    [InlineData(-180, "3 сағат бұрын", "3 часа назад")]
    [InlineData(40, "40 минуттан кейін", "через 40 минут")]
    [InlineData(-24 * 60, "кеше", "вчера")]
    [InlineData(5 * 24 * 60, "5 күннен кейін", "через 5 дней")]
    [InlineData(0, "қазір", "сейчас")]
    public void A_moments_distance_is_told_from_now(int minutes, string kazakh, string russian)
    {
        Assert.Equal(kazakh, Kazakh.Distance(Now.AddMinutes(minutes)));
        Assert.Equal(russian, Russian.Distance(Now.AddMinutes(minutes)));
    }

    [Theory]
    [InlineData("2027-05-20", "бүгін", "сегодня")]
    [InlineData("2027-05-21", "ертең", "завтра")]
    [InlineData("2027-05-19", "кеше", "вчера")]
    [InlineData("2027-05-22", "бүрсігүні", "через 2 дня")]
    [InlineData("2027-05-26", "6 күннен кейін", "через 6 дней")]
    [InlineData("2027-06-25", "бір айдан кейін", "через месяц")]
    public void A_days_distance_is_told_from_today(string day, string kazakh, string russian)
    {
        Assert.Equal(kazakh, Kazakh.Distance(Day(day)));
        Assert.Equal(russian, Russian.Distance(Day(day)));
    }

    [Theory]
    [InlineData("02:15", "2 сағат 15 минут", "2 часа 15 минут")]
    [InlineData("14.00:00", "2 апта", "2 недели")]
    [InlineData("10.00:00", "10 күн", "10 дней")]
    [InlineData("1.06:00", "1 күн 6 сағат", "1 день 6 часов")]
    [InlineData("00:00:20", "0 минут", "0 минут")]
    public void A_length_is_told_in_its_two_greatest_units(string length, string kazakh, string russian)
    {
        var span = TimeSpan.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(kazakh, Kazakh.Length(span));
        Assert.Equal(russian, Russian.Length(span));
    }

    [Fact]
    public void A_list_ends_with_and()
    {
        Assert.Equal("тіл, дін және дәстүр", Kazakh.List(["тіл", "дін", "дәстүр"]));
        Assert.Equal("язык, вера и обычаи", Russian.List(["язык", "вера", "обычаи"]));
        Assert.Equal("тіл", Kazakh.List(["тіл"]));
    }

    private static DateOnly Day(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
