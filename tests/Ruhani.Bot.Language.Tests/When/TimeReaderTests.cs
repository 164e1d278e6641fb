using System.Globalization;
using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Linguistics.When;

namespace Ruhani.Bot.Language.Tests.When;

public sealed class TimeReaderTests
{
    [Theory]
    [InlineData("15:00", "15:00")]
    [InlineData("15.00", "15:00")]
    [InlineData("15-30", "15:30")]
    [InlineData("15 00", "15:00")]
    [InlineData("1500", "15:00")]
    [InlineData("930", "09:30")]
    [InlineData("0930", "09:30")]
    [InlineData("15:00:00", "15:00")]
    [InlineData("9:05", "09:05")]
    [InlineData("07:30", "07:30")]
    [InlineData("00:15", "00:15")]
    [InlineData("15", "15:00")]
    [InlineData("10", "10:00")]
    [InlineData("15^00", "15:00")]
    [InlineData("15ч", "15:00")]
    [InlineData("15ч30", "15:30")]
    [InlineData("15ч30м", "15:30")]
    [InlineData("15 ч. 30 мин.", "15:30")]
    public void Digits_are_read(string text, string time) => Found(text, time);

    [Theory]
    [InlineData("сағат 15-те", "15:00")]
    [InlineData("15-те", "15:00")]
    [InlineData("15те", "15:00")]
    [InlineData("15:00-де", "15:00")]
    [InlineData("сағат 15:00-де", "15:00")]
    [InlineData("сағат 15 те", "15:00")]
    [InlineData("сағат 3-те түстен кейін", "15:00")]
    [InlineData("түстен кейін сағат 3-те", "15:00")]
    [InlineData("түстен кейін үште", "15:00")]
    [InlineData("күндізгі 3", "15:00")]
    [InlineData("күндізгі сағат үште", "15:00")]
    [InlineData("түскі 1-де", "13:00")]
    [InlineData("кешкі 7", "19:00")]
    [InlineData("кешкі жетіде", "19:00")]
    [InlineData("кешкі сағат 7-де", "19:00")]
    [InlineData("кешке 7-де", "19:00")]
    [InlineData("сағат кешкі 7-де", "19:00")]
    [InlineData("кешкі 7:30", "19:30")]
    [InlineData("кешкі 7 жарым", "19:30")]
    [InlineData("таңғы 9 жарым", "09:30")]
    [InlineData("таңғы тоғыз жарымда", "09:30")]
    [InlineData("таңертең сағат 10-да", "10:00")]
    [InlineData("таңғы 7", "07:00")]
    [InlineData("түнгі 12", "00:00")]
    [InlineData("түнгі 11", "23:00")]
    [InlineData("сағат онда", "10:00")]
    [InlineData("сағат он бесте", "15:00")]
    [InlineData("он бес отыз", "15:30")]
    [InlineData("он бес нөл нөл", "15:00")]
    [InlineData("15 сағат 30 минут", "15:30")]
    [InlineData("талтүс", "12:00")]
    [InlineData("талтүсте", "12:00")]
    [InlineData("түсте", "12:00")]
    [InlineData("сағат он бірге он бес минут қалды", "10:45")]
    [InlineData("оннан жиырма минут өтті", "10:20")]
    [InlineData("шамамен сағат 11-де", "11:00")]
    [InlineData("сағат 10-нан 12-ге дейін", "10:00")]
    [InlineData("сағат 10-ға қойыңызшы", "10:00")]
    public void Kazakh_times_are_read(string text, string time) => Found(text, time);

    [Theory]
    [InlineData("в 10", "10:00")]
    [InlineData("к 10", "10:00")]
    [InlineData("в 15:00", "15:00")]
    [InlineData("в 15 часов", "15:00")]
    [InlineData("в 15 часов 30 минут", "15:30")]
    [InlineData("3 часа дня", "15:00")]
    [InlineData("в 3 дня", "15:00")]
    [InlineData("в три часа дня", "15:00")]
    [InlineData("в час дня", "13:00")]
    [InlineData("час дня", "13:00")]
    [InlineData("в 10 утра", "10:00")]
    [InlineData("в 7 утра", "07:00")]
    [InlineData("утром в 9", "09:00")]
    [InlineData("в 7 вечера", "19:00")]
    [InlineData("вечером, в 7", "19:00")]
    [InlineData("в 7, вечером", "19:00")]
    [InlineData("в 7:30 вечера", "19:30")]
    [InlineData("в семь вечера", "19:00")]
    [InlineData("в 3 после обеда", "15:00")]
    [InlineData("после обеда в 3", "15:00")]
    [InlineData("12 дня", "12:00")]
    [InlineData("12 ночи", "00:00")]
    [InlineData("2 часа ночи", "02:00")]
    [InlineData("в полдень", "12:00")]
    [InlineData("в полночь", "00:00")]
    [InlineData("половина девятого", "08:30")]
    [InlineData("в половине восьмого вечера", "19:30")]
    [InlineData("полдевятого", "08:30")]
    [InlineData("пол девятого", "08:30")]
    [InlineData("четверть десятого", "09:15")]
    [InlineData("десять минут одиннадцатого", "10:10")]
    [InlineData("без четверти девять", "08:45")]
    [InlineData("без пяти одиннадцать", "10:55")]
    [InlineData("без 15 минут девять", "08:45")]
    [InlineData("пятнадцать ноль ноль", "15:00")]
    [InlineData("девять тридцать", "09:30")]
    [InlineData("десять ноль пять", "10:05")]
    [InlineData("ровно в 10", "10:00")]
    [InlineData("давайте в 10", "10:00")]
    [InlineData("начало в 10:00", "10:00")]
    [InlineData("10:00–12:00", "10:00")]
    [InlineData("с 10 до 12", "10:00")]
    [InlineData("с 10:00 до 12:00", "10:00")]
    public void Russian_times_are_read(string text, string time) => Found(text, time);

    [Theory]
    [InlineData("sagat 15-te", "15:00")]
    [InlineData("saǵat 15-te", "15:00")]
    [InlineData("keshki 7", "19:00")]
    [InlineData("tangy 9 jarym", "09:30")]
    [InlineData("tañğy 9 jarym", "09:30")]
    [InlineData("v 10 utra", "10:00")]
    [InlineData("v 3 chasa dnya", "15:00")]
    [InlineData("d 10 enhf", "10:00")]
    [InlineData("cf5fn 15-nt", "15:00")]
    [InlineData("сагат 15те", "15:00")]
    [InlineData("тустен кейин 3", "15:00")]
    [InlineData("кешки жетиде", "19:00")]
    [InlineData("сағат 3 часа дня", "15:00")]
    [InlineData("сағат 10 утра", "10:00")]
    public void However_it_is_typed(string text, string time) => Found(text, time);

    [Theory]
    [InlineData("3", "03:00 15:00")]
    [InlineData("в 3", "03:00 15:00")]
    [InlineData("сағат 3-те", "03:00 15:00")]
    [InlineData("сағат үште", "03:00 15:00")]
    [InlineData("7:30", "07:30 19:30")]
    [InlineData("в час", "01:00 13:00")]
    [InlineData("половина восьмого", "07:30 19:30")]
    [InlineData("полвосьмого", "07:30 19:30")]
    [InlineData("без четверти три", "02:45 14:45")]
    [InlineData("7 жарым", "07:30 19:30")]
    [InlineData("12 вечера", "12:00 00:00")]
    [InlineData("в 10 или в 11", "10:00 11:00")]
    [InlineData("сағат 10 немесе 11", "10:00 11:00")]
    public void Of_two_times_both_are_offered(string text, string times)
    {
        var reading = Assert.IsType<TimeReading.Ambiguous>(TimeReader.Read(text));
        Assert.Equal(times.Split(' ').Select(Time), reading.Times);
    }

    [Theory]
    [InlineData("25:00", "25", TimeFault.Hour)]
    [InlineData("24:00", "24", TimeFault.Hour)]
    [InlineData("в 25", "25", TimeFault.Hour)]
    [InlineData("сағат 30-да", "30", TimeFault.Hour)]
    [InlineData("15:75", "75", TimeFault.Minute)]
    [InlineData("15.60", "60", TimeFault.Minute)]
    public void What_no_clock_shows_is_named(string text, string part, TimeFault fault)
    {
        var invalid = Assert.IsType<TimeReading.Invalid>(TimeReader.Read(text));
        Assert.Equal((part, fault), (invalid.As, invalid.Fault));
    }

    [Theory]
    [InlineData("")]
    [InlineData("кешке")]
    [InlineData("вечером")]
    [InlineData("после обеда")]
    [InlineData("не знаю")]
    [InlineData("во сколько?")]
    [InlineData("қай уақытта?")]
    [InlineData("не в 10")]
    [InlineData("25 мая")]
    [InlineData("25 мамыр")]
    [InlineData("25.05.2027")]
    [InlineData("в 10 и в 11")]
    [InlineData("10-12")]
    [InlineData("100500")]
    [InlineData("5 адам")]
    public void What_names_no_single_time_is_no_time(string text) =>
        Assert.IsType<TimeReading.NotATime>(TimeReader.Read(text));

    [Fact]
    public void Every_fifth_minute_is_read_however_it_is_written()
    {
        for (var minutes = 0; minutes < 24 * 60; minutes += 5)
        {
            var time = new TimeOnly(minutes / 60, minutes % 60);
            var written = time.ToString("HH:mm", CultureInfo.InvariantCulture);
            string[] forms =
            [
                written, written.Replace(':', '.'), written.Replace(':', ' '), written.Replace(':', '-'),
                written.Replace(":", "", StringComparison.Ordinal), $"в {written}", $"сағат {written}-де",
                $"{written} часов",
            ];
            foreach (var form in forms)
            {
                Assert.True(new TimeReading.Found(time) == TimeReader.Read(form), $"{form}: {TimeReader.Read(form)}");
            }

            if (time.Hour is 0 or > 7)
            {
                Found($"{time.Hour} сағат {time.Minute} минут", written);
                Found($"{time.Hour} часов {time.Minute} минут", written);
                Found(LatinWriter.Write($"{time.Hour} сағат {time.Minute} минут", LatinAlphabet.Casual), written);
            }
        }
    }

    [Fact]
    public void Nothing_throws_on_nonsense()
    {
        foreach (var text in RandomText.Many(20_000))
        {
            Assert.NotNull(TimeReader.Read(text));
        }
    }

    internal static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static void Found(string text, string time)
    {
        TimeReading expected = new TimeReading.Found(Time(time));
        var reading = TimeReader.Read(text);
        Assert.True(expected == reading, $"{text}: {reading}");
    }
}
