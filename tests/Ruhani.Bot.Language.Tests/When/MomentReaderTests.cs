using System.Globalization;
using Ruhani.Bot.Linguistics.When;

namespace Ruhani.Bot.Language.Tests.When;

public sealed class MomentReaderTests
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(5);

    // A Wednesday.
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 11, 20, 45, Offset);

    [Theory]
    [InlineData("ертең 15:00", "2026-05-21 15:00")]
    [InlineData("ертең сағат 15-те", "2026-05-21 15:00")]
    [InlineData("ертең 15-те", "2026-05-21 15:00")]
    [InlineData("ертең кешкі 7-де", "2026-05-21 19:00")]
    [InlineData("ертең кешке, сағат 7-де", "2026-05-21 19:00")]
    [InlineData("ертең таңертең сағат 10-да", "2026-05-21 10:00")]
    [InlineData("бүгін кешкі 7", "2026-05-20 19:00")]
    [InlineData("бүгін сағат 3-те", "2026-05-20 15:00")]
    [InlineData("бүгін түсте", "2026-05-20 12:00")]
    [InlineData("25 мамыр сағат 15-те", "2026-05-25 15:00")]
    [InlineData("25 мамыр, 15:00", "2026-05-25 15:00")]
    [InlineData("25 мамыр 15:00", "2026-05-25 15:00")]
    [InlineData("25 мамыр 2027 жыл 15:00", "2027-05-25 15:00")]
    [InlineData("2027 жылғы 25 мамырда сағат 10-да", "2027-05-25 10:00")]
    [InlineData("мамырдың 25-інде түстен кейін сағат 3-те", "2026-05-25 15:00")]
    [InlineData("25-і күні 15-те", "2026-05-25 15:00")]
    [InlineData("жұмада сағат 10-да", "2026-05-22 10:00")]
    [InlineData("жұма күні 10-да", "2026-05-22 10:00")]
    [InlineData("сағат 10-да жұма күні", "2026-05-22 10:00")]
    [InlineData("келесі сейсенбі, таңғы 9 жарым", "2026-05-26 09:30")]
    [InlineData("екі аптадан кейін сағат 15-те", "2026-06-03 15:00")]
    [InlineData("келесі жұма сол уақытта", "2026-05-29 11:20")]
    [InlineData("ертең дәл осы уақытта", "2026-05-21 11:20")]
    [InlineData("3 сағаттан кейін", "2026-05-20 14:20")]
    [InlineData("үш сағаттан соң", "2026-05-20 14:20")]
    [InlineData("жарты сағаттан кейін", "2026-05-20 11:50")]
    [InlineData("сағаттан кейін", "2026-05-20 12:20")]
    [InlineData("30 минуттан кейін", "2026-05-20 11:50")]
    [InlineData("бір жарым сағаттан кейін", "2026-05-20 12:50")]
    [InlineData("қазір", "2026-05-20 11:20")]
    [InlineData("сәрсенбіде сағат 10-да", "2026-05-27 10:00")]
    [InlineData("25 мамыр, дүйсенбі, 15:00", "2026-05-25 15:00")]
    public void Kazakh_moments_are_read(string text, string moment) => Found(text, moment);

    [Theory]
    [InlineData("завтра 15:00", "2026-05-21 15:00")]
    [InlineData("завтра в 15", "2026-05-21 15:00")]
    [InlineData("завтра, 15.30", "2026-05-21 15:30")]
    [InlineData("завтра 10.05", "2026-05-21 10:05")]
    [InlineData("завтра в 3 часа дня", "2026-05-21 15:00")]
    [InlineData("завтра 3 дня", "2026-05-21 15:00")]
    [InlineData("завтра вечером в 7", "2026-05-21 19:00")]
    [InlineData("в 7 завтра вечером", "2026-05-21 19:00")]
    [InlineData("сегодня в 3", "2026-05-20 15:00")]
    [InlineData("сегодня в полдень", "2026-05-20 12:00")]
    [InlineData("в пятницу в 10", "2026-05-22 10:00")]
    [InlineData("в 10 в пятницу", "2026-05-22 10:00")]
    [InlineData("в пятницу 10:00", "2026-05-22 10:00")]
    [InlineData("пт 10:00", "2026-05-22 10:00")]
    [InlineData("25.05 в 10", "2026-05-25 10:00")]
    [InlineData("25.05 10:00", "2026-05-25 10:00")]
    [InlineData("25.05 10.00", "2026-05-25 10:00")]
    [InlineData("25.05, 10-30", "2026-05-25 10:30")]
    [InlineData("25.05. 10.00", "2026-05-25 10:00")]
    [InlineData("25.05.2027 10.00", "2027-05-25 10:00")]
    [InlineData("15:00 25.05", "2026-05-25 15:00")]
    [InlineData("15.30 25.05", "2026-05-25 15:30")]
    [InlineData("в 10.05 25 мая", "2026-05-25 10:05")]
    [InlineData("25 мая 15 00", "2026-05-25 15:00")]
    [InlineData("25 мая 1500", "2026-05-25 15:00")]
    [InlineData("25 мая 15", "2026-05-25 15:00")]
    [InlineData("25 мая в 15:00", "2026-05-25 15:00")]
    [InlineData("25 мая 2027 года в 15:00", "2027-05-25 15:00")]
    [InlineData("2027-05-25 15:00", "2027-05-25 15:00")]
    [InlineData("25-го в 10", "2026-05-25 10:00")]
    [InlineData("двадцать пятого мая в десять утра", "2026-05-25 10:00")]
    [InlineData("через 2 часа", "2026-05-20 13:20")]
    [InlineData("через час", "2026-05-20 12:20")]
    [InlineData("через полчаса", "2026-05-20 11:50")]
    [InlineData("через полтора часа", "2026-05-20 12:50")]
    [InlineData("через 30 минут", "2026-05-20 11:50")]
    [InlineData("через неделю в то же время", "2026-05-27 11:20")]
    [InlineData("в это же время завтра", "2026-05-21 11:20")]
    [InlineData("через неделю в 10", "2026-05-27 10:00")]
    [InlineData("в среду в 10", "2026-05-27 10:00")]
    [InlineData("сейчас", "2026-05-20 11:20")]
    [InlineData("давайте завтра в 15:00, пожалуйста", "2026-05-21 15:00")]
    [InlineData("25 мая, 10:00-12:00", "2026-05-25 10:00")]
    [InlineData("25 мая с 10 до 12", "2026-05-25 10:00")]
    [InlineData("понедельник, 25 мая, 15:00", "2026-05-25 15:00")]
    public void Russian_moments_are_read(string text, string moment) => Found(text, moment);

    [Theory]
    [InlineData("erten 15:00", "2026-05-21 15:00")]
    [InlineData("erteñ sağat 15-te", "2026-05-21 15:00")]
    [InlineData("zavtra v 10 utra", "2026-05-21 10:00")]
    [InlineData("d gznybwe d 10", "2026-05-22 10:00")]
    [InlineData("thnt4 cf5fn 15-nt", "2026-05-21 15:00")]
    [InlineData("ертен сагат 15те", "2026-05-21 15:00")]
    [InlineData("ертең в 10", "2026-05-21 10:00")]
    [InlineData("завтра сағат 10-да", "2026-05-21 10:00")]
    public void However_it_is_typed(string text, string moment) => Found(text, moment);

    [Theory]
    [InlineData("ертең", "2026-05-21")]
    [InlineData("завтра вечером", "2026-05-21")]
    [InlineData("бүгін кешке", "2026-05-20")]
    [InlineData("25.05", "2026-05-25")]
    [InlineData("25 мамыр", "2026-05-25")]
    [InlineData("через 3 дня", "2026-05-23")]
    public void A_day_alone_lacks_its_time(string text, string date) => Assert.Equal(
        new MomentReading.MissingTime(new DateReading.Found(DateReaderTests.Day(date))), MomentReader.Read(text, Now));

    [Theory]
    [InlineData("15:00", "15:00")]
    [InlineData("в 10", "10:00")]
    [InlineData("сағат 15-те", "15:00")]
    [InlineData("15-те", "15:00")]
    [InlineData("кешкі 7", "19:00")]
    [InlineData("15.30", "15:30")]
    public void A_time_alone_lacks_its_day(string text, string time) => Assert.Equal(
        new MomentReading.MissingDate(new TimeReading.Found(TimeReaderTests.Time(time))),
        MomentReader.Read(text, Now));

    [Fact]
    public void A_half_that_is_unclear_stays_so()
    {
        var date = Assert.IsType<MomentReading.MissingTime>(MomentReader.Read("в среду", Now));
        Assert.IsType<DateReading.Ambiguous>(date.Date);
        var time = Assert.IsType<MomentReading.MissingDate>(MomentReader.Read("сағат 3-те", Now));
        Assert.IsType<TimeReading.Ambiguous>(time.Time);
    }

    [Theory]
    [InlineData("ертең 3-те", "2026-05-21 03:00|2026-05-21 15:00")]
    [InlineData("завтра в 7", "2026-05-21 07:00|2026-05-21 19:00")]
    [InlineData("в среду в 15:00", "2026-05-20 15:00|2026-05-27 15:00")]
    public void Of_several_moments_each_is_offered(string text, string moments)
    {
        var reading = Assert.IsType<MomentReading.Ambiguous>(MomentReader.Read(text, Now));
        Assert.Equal(moments.Split('|').Select(Moment), reading.Moments);
    }

    [Theory]
    [InlineData("сегодня в 9", "2026-05-20 09:00")]
    [InlineData("бүгін сағат 10-да", "2026-05-20 10:00")]
    [InlineData("20.05 в 10", "2026-05-20 10:00")]
    [InlineData("вчера в 15:00", "2026-05-19 15:00")]
    [InlineData("вчера", "2026-05-19 00:00")]
    [InlineData("25.05.2025 10:00", "2025-05-25 10:00")]
    [InlineData("2 сағат бұрын", "2026-05-20 09:20")]
    public void The_past_is_told(string text, string moment) =>
        Assert.Equal(new MomentReading.Past(Moment(moment)), MomentReader.Read(text, Now));

    [Fact]
    public void Impossible_halves_are_named()
    {
        var date = Assert.IsType<MomentReading.InvalidDate>(MomentReader.Read("31.02 в 10", Now));
        Assert.Equal(("31.02", DateFault.DayOfMonth), (date.Why.As, date.Why.Fault));
        var time = Assert.IsType<MomentReading.InvalidTime>(MomentReader.Read("25 мая в 25:00", Now));
        Assert.Equal(("25", TimeFault.Hour), (time.Why.As, time.Why.Fault));
    }

    [Theory]
    [InlineData("")]
    [InlineData("не знаю")]
    [InlineData("15")]
    [InlineData("что будет завтра в 15:00?")]
    [InlineData("5-7 июня в 10")]
    [InlineData("завтра и послезавтра в 10")]
    [InlineData("завтра в 10 и в 15")]
    [InlineData("не завтра в 10")]
    [InlineData("завтра через час")]
    [InlineData("у нас 15 участников")]
    public void What_names_no_moment_is_none(string text) =>
        Assert.IsType<MomentReading.NotAMoment>(MomentReader.Read(text, Now));

    [Theory]
    [InlineData("2026-12-31 23:50", "через полчаса", "2027-01-01 00:20")]
    [InlineData("2026-12-31 10:00", "ертең сағат 10-да", "2027-01-01 10:00")]
    [InlineData("2028-02-28 10:00", "завтра в 10", "2028-02-29 10:00")]
    public void The_year_s_end_is_crossed(string now, string text, string moment) =>
        Assert.Equal(new MomentReading.Found(Moment(moment)), MomentReader.Read(text, Moment(now)));

    [Fact]
    public void Every_hour_of_a_year_is_read_back()
    {
        var first = new DateTimeOffset(2027, 3, 1, 8, 0, 0, Offset);
        for (var moment = first; moment.Year < 2028; moment = moment.AddHours(7))
        {
            var date = DateOnly.FromDateTime(moment.DateTime);
            var time = moment.ToString("HH:mm", CultureInfo.InvariantCulture);
            string[] forms =
            [
                .. WrittenDates.InKazakh(date).Select(day => $"{day} сағат {time}-де"),
                .. WrittenDates.InRussian(date).Select(day => $"{day} в {time}"),
                .. WrittenDates.InRussian(date).Select(day => $"{time}, {day}"),
                .. WrittenDates.InDigits(date).Where(day => day[2] is '.' or '/').Select(day => $"{day} {time}"),
            ];
            var now = moment.AddDays(-100);
            foreach (var form in forms)
            {
                var reading = MomentReader.Read(form, now);
                Assert.True(reading == new MomentReading.Found(moment), $"{form}: {reading}");
            }
        }
    }

    [Fact]
    public void Nothing_throws_on_nonsense()
    {
        foreach (var text in RandomText.Many(20_000))
        {
            Assert.NotNull(MomentReader.Read(text, Now));
        }
    }

    private static DateTimeOffset Moment(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Offset);

    private static void Found(string text, string moment)
    {
        MomentReading expected = new MomentReading.Found(Moment(moment));
        var reading = MomentReader.Read(text, Now);
        Assert.True(expected == reading, $"{text}: {reading}");
    }
}
