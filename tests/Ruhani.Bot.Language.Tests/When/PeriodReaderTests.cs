using Ruhani.Bot.Linguistics.When;

namespace Ruhani.Bot.Language.Tests.When;

public sealed class PeriodReaderTests
{
    // A Wednesday.
    private static readonly DateOnly Today = new(2026, 5, 20);

    [Theory]
    [InlineData("25–27 мамыр", "2026-05-25", "2026-05-27")]
    [InlineData("25-27 мамырда", "2026-05-25", "2026-05-27")]
    [InlineData("25 - 27 мамыр аралығында", "2026-05-25", "2026-05-27")]
    [InlineData("мамырдың 25-27-сі", "2026-05-25", "2026-05-27")]
    [InlineData("маусымның 1-інен 10-ына дейін", "2026-06-01", "2026-06-10")]
    [InlineData("маусымның бірінен онына дейін", "2026-06-01", "2026-06-10")]
    [InlineData("1-ден 10 маусымға дейін", "2026-06-01", "2026-06-10")]
    [InlineData("1 маусымнан 10 маусымға дейін", "2026-06-01", "2026-06-10")]
    [InlineData("1 маусымнан бастап 10 маусымға дейін", "2026-06-01", "2026-06-10")]
    [InlineData("1 мен 10 маусым аралығында", "2026-06-01", "2026-06-10")]
    [InlineData("маусымның 1-і мен 10-ы аралығында", "2026-06-01", "2026-06-10")]
    [InlineData("25 мамырдан 3 маусымға дейін", "2026-05-25", "2026-06-03")]
    [InlineData("2027 жылғы 1-10 маусым", "2027-06-01", "2027-06-10")]
    [InlineData("1-10 маусым 2027 жыл", "2027-06-01", "2027-06-10")]
    [InlineData("маусымның 1-інен 10-ына дейін, 2027 жылы", "2027-06-01", "2027-06-10")]
    [InlineData("дүйсенбіден жұмаға дейін", "2026-05-25", "2026-05-29")]
    [InlineData("ертеңнен жұмаға дейін", "2026-05-21", "2026-05-22")]
    [InlineData("ертеңнен айдың соңына дейін", "2026-05-21", "2026-05-31")]
    [InlineData("мамыр айы", "2026-05-01", "2026-05-31")]
    [InlineData("бүкіл мамыр", "2026-05-01", "2026-05-31")]
    [InlineData("мамыр–маусым", "2026-05-01", "2026-06-30")]
    [InlineData("мамырдан шілдеге дейін", "2026-05-01", "2026-07-31")]
    [InlineData("2027 жылғы наурыз", "2027-03-01", "2027-03-31")]
    [InlineData("наурыз айында", "2027-03-01", "2027-03-31")]
    [InlineData("осы апта", "2026-05-18", "2026-05-24")]
    [InlineData("келесі аптада", "2026-05-25", "2026-05-31")]
    [InlineData("келесі ай", "2026-06-01", "2026-06-30")]
    [InlineData("демалыс күндері", "2026-05-23", "2026-05-24")]
    [InlineData("III тоқсан", "2026-07-01", "2026-09-30")]
    [InlineData("2027 жылдың бірінші тоқсаны", "2027-01-01", "2027-03-31")]
    [InlineData("бірінші жартыжылдық", "2026-01-01", "2026-06-30")]
    [InlineData("2027 жыл", "2027-01-01", "2027-12-31")]
    [InlineData("келесі жылы", "2027-01-01", "2027-12-31")]
    [InlineData("алдағы 3 күн", "2026-05-20", "2026-05-22")]
    [InlineData("келесі екі апта", "2026-05-21", "2026-06-03")]
    [InlineData("соңғы 7 күн", "2026-05-14", "2026-05-20")]
    [InlineData("1 маусымнан бастап 10 күн", "2026-06-01", "2026-06-10")]
    [InlineData("25 мамыр", "2026-05-25", "2026-05-25")]
    [InlineData("ертең", "2026-05-21", "2026-05-21")]
    [InlineData("бір күн ғана, 25 мамырда", "2026-05-25", "2026-05-25")]
    public void Kazakh_periods_are_read(string text, string from, string to) => Found(text, from, to);

    [Theory]
    [InlineData("25-27 мая", "2026-05-25", "2026-05-27")]
    [InlineData("25 — 27 мая 2027 года", "2027-05-25", "2027-05-27")]
    [InlineData("25.05-27.05.2027", "2027-05-25", "2027-05-27")]
    [InlineData("25.05.2027-27.05.2027", "2027-05-25", "2027-05-27")]
    [InlineData("25.05.2027 - 27.05.2027", "2027-05-25", "2027-05-27")]
    [InlineData("25.05 - 27.05", "2026-05-25", "2026-05-27")]
    [InlineData("25-27.05", "2026-05-25", "2026-05-27")]
    [InlineData("05-10.06", "2026-06-05", "2026-06-10")]
    [InlineData("05-10.06.2027", "2027-06-05", "2027-06-10")]
    [InlineData("2027-05-25 - 2027-06-01", "2027-05-25", "2027-06-01")]
    [InlineData("с 25.05 по 27.05", "2026-05-25", "2026-05-27")]
    [InlineData("с 1 по 10 июня", "2026-06-01", "2026-06-10")]
    [InlineData("с 1-го по 10-е июня", "2026-06-01", "2026-06-10")]
    [InlineData("с первого по десятое июня", "2026-06-01", "2026-06-10")]
    [InlineData("с 1 июня по 10 июля", "2026-06-01", "2026-07-10")]
    [InlineData("с 1 июня до 10 июня включительно", "2026-06-01", "2026-06-10")]
    [InlineData("1 июня - 10 июня", "2026-06-01", "2026-06-10")]
    [InlineData("между 1 и 10 июня", "2026-06-01", "2026-06-10")]
    [InlineData("в период с 1 по 10 июня", "2026-06-01", "2026-06-10")]
    [InlineData("с 18 по 25 мая", "2026-05-18", "2026-05-25")]
    [InlineData("с 1 по 10 мая", "2027-05-01", "2027-05-10")]
    [InlineData("с 25 декабря по 5 января", "2026-12-25", "2027-01-05")]
    [InlineData("с 25 декабря по 5 января 2028", "2027-12-25", "2028-01-05")]
    [InlineData("с 1 по 10", "2026-06-01", "2026-06-10")]
    [InlineData("18-25", "2026-05-18", "2026-05-25")]
    [InlineData("с понедельника по пятницу", "2026-05-25", "2026-05-29")]
    [InlineData("пн-пт", "2026-05-25", "2026-05-29")]
    [InlineData("с завтрашнего дня по пятницу", "2026-05-21", "2026-05-22")]
    [InlineData("с завтра до конца месяца", "2026-05-21", "2026-05-31")]
    [InlineData("с 25 мая до конца месяца", "2026-05-25", "2026-05-31")]
    [InlineData("сегодня - завтра", "2026-05-20", "2026-05-21")]
    [InlineData("весь май", "2026-05-01", "2026-05-31")]
    [InlineData("в мае", "2026-05-01", "2026-05-31")]
    [InlineData("май 2027 года", "2027-05-01", "2027-05-31")]
    [InlineData("май-июнь", "2026-05-01", "2026-06-30")]
    [InlineData("с мая по июль", "2026-05-01", "2026-07-31")]
    [InlineData("на следующей неделе", "2026-05-25", "2026-05-31")]
    [InlineData("вся неделя", "2026-05-18", "2026-05-24")]
    [InlineData("в эти выходные", "2026-05-23", "2026-05-24")]
    [InlineData("в следующем месяце", "2026-06-01", "2026-06-30")]
    [InlineData("3 квартал 2027 года", "2027-07-01", "2027-09-30")]
    [InlineData("первый квартал", "2027-01-01", "2027-03-31")]
    [InlineData("второе полугодие", "2026-07-01", "2026-12-31")]
    [InlineData("весь 2027 год", "2027-01-01", "2027-12-31")]
    [InlineData("2027", "2027-01-01", "2027-12-31")]
    [InlineData("ближайшие три дня", "2026-05-20", "2026-05-22")]
    [InlineData("последние 7 дней", "2026-05-14", "2026-05-20")]
    [InlineData("с 1 июня на 10 дней", "2026-06-01", "2026-06-10")]
    [InlineData("с 1 июня на две недели", "2026-06-01", "2026-06-14")]
    [InlineData("10 дней с 1 июня", "2026-06-01", "2026-06-10")]
    [InlineData("25 и 26 мая", "2026-05-25", "2026-05-26")]
    [InlineData("25-27 мая, с 10:00 до 18:00", "2026-05-25", "2026-05-27")]
    [InlineData("мероприятие пройдёт с 25 по 27 мая", "2026-05-25", "2026-05-27")]
    [InlineData("один день, 25 мая", "2026-05-25", "2026-05-25")]
    public void Russian_periods_are_read(string text, string from, string to) => Found(text, from, to);

    [Theory]
    [InlineData("mausymnyn 1-inen 10-yna dejin", "2026-06-01", "2026-06-10")]
    [InlineData("s 1 po 10 iyunya", "2026-06-01", "2026-06-10")]
    [InlineData("маусымнын 1инен 10ына дейин", "2026-06-01", "2026-06-10")]
    [InlineData("25-27 vfz", "2026-05-25", "2026-05-27")]
    [InlineData("25-27 mamyr", "2026-05-25", "2026-05-27")]
    [InlineData("с 1 по 10 сентбря", "2026-09-01", "2026-09-10")]
    [InlineData("25-27 мамырр", "2026-05-25", "2026-05-27")]
    [InlineData("С 1 ПО 10 ИЮНЯ", "2026-06-01", "2026-06-10")]
    [InlineData("с 1 маусым по 10 маусым", "2026-06-01", "2026-06-10")]
    public void However_it_is_typed(string text, string from, string to) => Found(text, from, to);

    [Theory]
    [InlineData("1 маусымнан бастап", "2026-06-01", true)]
    [InlineData("с 1 июня", "2026-06-01", true)]
    [InlineData("ертеңнен бастап", "2026-05-21", true)]
    [InlineData("до 10 июня", "2026-06-10", false)]
    [InlineData("10 маусымға дейін", "2026-06-10", false)]
    public void Of_an_open_period_the_other_end_is_missing(string text, string day, bool isBeginning) => Assert.Equal(
        isBeginning ? new PeriodReading.MissingEnd(DateReaderTests.Day(day))
            : new PeriodReading.MissingBeginning(DateReaderTests.Day(day)),
        PeriodReader.Read(text, Today));

    [Theory]
    [InlineData("10-1 июня")]
    [InlineData("с 10 июня по 1 июня")]
    [InlineData("маусымның 10-ынан 1-іне дейін")]
    [InlineData("27.05.2027-25.05.2027")]
    [InlineData("с 1 июля по 1 июня")]
    [InlineData("28-3")]
    public void A_period_ending_before_it_begins_is_told(string text) =>
        Assert.IsType<PeriodReading.Backwards>(PeriodReader.Read(text, Today));

    [Theory]
    [InlineData("с 25 по 31 апреля", "31.04", DateFault.DayOfMonth)]
    [InlineData("31 сәуірден 5 мамырға дейін", "31.04", DateFault.DayOfMonth)]
    [InlineData("с 1 по 40 июня", "40", DateFault.Day)]
    [InlineData("25.13-27.13.2027", "13", DateFault.Month)]
    [InlineData("27 февраля - 29 февраля 2027", "29.02.2027", DateFault.DayOfYear)]
    public void An_impossible_end_is_named(string text, string part, DateFault fault)
    {
        var invalid = Assert.IsType<PeriodReading.Invalid>(PeriodReader.Read(text, Today));
        Assert.Equal((part, fault), (invalid.Why.As, invalid.Why.Fault));
    }

    [Theory]
    [InlineData("май или июнь", "2026-05-01 2026-05-31 2026-06-01 2026-06-30")]
    [InlineData("мамыр немесе маусым", "2026-05-01 2026-05-31 2026-06-01 2026-06-30")]
    [InlineData("в среду", "2026-05-20 2026-05-20 2026-05-27 2026-05-27")]
    [InlineData("завтра или в пятницу", "2026-05-21 2026-05-21 2026-05-22 2026-05-22")]
    [InlineData("с завтра до конца недели", "2026-05-21 2026-05-22 2026-05-21 2026-05-24")]
    public void Of_several_periods_each_is_offered(string text, string days)
    {
        var reading = Assert.IsType<PeriodReading.Ambiguous>(PeriodReader.Read(text, Today));
        Assert.Equal(
            days.Split(' ').Select(DateReaderTests.Day),
            reading.Periods.SelectMany(period => (DateOnly[])[period.From, period.To]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("не знаю")]
    [InlineData("әлі белгісіз")]
    [InlineData("10-12 человек")]
    [InlineData("10-12 адам")]
    [InlineData("10:00-12:00")]
    [InlineData("с 10 до 12 часов")]
    [InlineData("в конце мая")]
    [InlineData("две недели")]
    [InlineData("25 и 28 мая")]
    [InlineData("не с 1 по 10 июня")]
    [InlineData("с 1 по 10 июня и с 15 по 20 июня")]
    [InlineData("что будет с 1 по 10 июня?")]
    [InlineData("в мае 25 человек")]
    [InlineData("сағат 10-нан 12-ге дейін")]
    public void What_names_no_period_is_none(string text) =>
        Assert.IsType<PeriodReading.NotAPeriod>(PeriodReader.Read(text, Today));

    [Fact]
    public void Any_two_days_are_read_however_they_are_written()
    {
        var random = new Random(20270525);
        for (var i = 0; i < 400; i++)
        {
            var from = new DateOnly(2027, 1, 1).AddDays(random.Next(700));
            var to = from.AddDays(random.Next(1, 60));
            string[] forms =
            [
                $"{from:dd.MM.yyyy}-{to:dd.MM.yyyy}", $"{from:dd.MM.yyyy} – {to:dd.MM.yyyy}",
                $"с {from:dd.MM.yyyy} по {to:dd.MM.yyyy}", $"{from:yyyy-MM-dd} - {to:yyyy-MM-dd}",
                .. WrittenDates.InRussian(from).Zip(WrittenDates.InRussian(to)).Skip(6).Take(3)
                    .Select(pair => $"с {pair.First} по {pair.Second}"),
                .. WrittenDates.InKazakh(from).Zip(WrittenDates.InKazakh(to)).Skip(11).Take(5)
                    .SelectMany(pair => WrittenDates.Typed($"{pair.First} мен {pair.Second} аралығы").Take(4)),
            ];
            foreach (var form in forms)
            {
                var reading = PeriodReader.Read(form, Today);
                Assert.True(reading == new PeriodReading.Found(from, to), $"{form}: {reading}");
            }
        }
    }

    [Fact]
    public void Nothing_throws_on_nonsense()
    {
        foreach (var text in RandomText.Many(20_000))
        {
            Assert.NotNull(PeriodReader.Read(text, Today));
        }
    }

    private static void Found(string text, string from, string to)
    {
        PeriodReading expected = new PeriodReading.Found(DateReaderTests.Day(from), DateReaderTests.Day(to));
        var reading = PeriodReader.Read(text, Today);
        Assert.True(expected == reading, $"{text}: {reading}");
    }
}
