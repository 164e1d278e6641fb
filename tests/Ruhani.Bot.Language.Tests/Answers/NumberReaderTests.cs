using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Linguistics.Answers;

namespace Ruhani.Bot.Language.Tests.Answers;

public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("250", 250)]
    [InlineData("1 250 000", 1_250_000)]
    [InlineData("1\u00A0250", 1250)]
    [InlineData("1.250.000", 1_250_000)]
    [InlineData("1,250,000", 1_250_000)]
    [InlineData("1'250", 1250)]
    [InlineData("-5", -5)]
    [InlineData("−5", -5)]
    [InlineData("минус пять", -5)]
    [InlineData("+5", 5)]
    [InlineData("№ 5", 5)]
    [InlineData("100%", 100)]
    [InlineData("100 адам", 100)]
    [InlineData("100-ге жуық", 100)]
    [InlineData("100-дей", 100)]
    [InlineData("шамамен 100 адам болады", 100)]
    [InlineData("до 100 человек", 100)]
    [InlineData("не больше 100 мест", 100)]
    [InlineData("5 тысяч", 5000)]
    [InlineData("5 тыс.", 5000)]
    [InlineData("5 мың", 5000)]
    [InlineData("2,5 тысячи", 2500)]
    [InlineData("2,5 мың", 2500)]
    [InlineData("1.5 млн", 1_500_000)]
    [InlineData("5 тысяч 200", 5200)]
    [InlineData("5 мың екі жүз", 5200)]
    [InlineData("полторы тысячи", 1500)]
    [InlineData("полтысячи", 500)]
    [InlineData("пол тысячи", 500)]
    [InlineData("бір жарым мың", 1500)]
    [InlineData("жарты миллион", 500_000)]
    [InlineData("бес", 5)]
    [InlineData("бесеу", 5)]
    [InlineData("он бес", 15)]
    [InlineData("жиырма бес", 25)]
    [InlineData("жүз", 100)]
    [InlineData("жүз жиырма бес", 125)]
    [InlineData("екі жүз елу", 250)]
    [InlineData("екі мың бес жүз", 2500)]
    [InlineData("мың", 1000)]
    [InlineData("бір мың", 1000)]
    [InlineData("жүз мың", 100_000)]
    [InlineData("бір миллион", 1_000_000)]
    [InlineData("пять", 5)]
    [InlineData("пятнадцать", 15)]
    [InlineData("двадцать пять", 25)]
    [InlineData("сто двадцать пять", 125)]
    [InlineData("двести пятьдесят человек", 250)]
    [InlineData("две тысячи пятьсот", 2500)]
    [InlineData("тысяча", 1000)]
    [InlineData("девятьсот девяносто девять тысяч девятьсот девяносто девять", 999_999)]
    [InlineData("миллион", 1_000_000)]
    [InlineData("две сотни", 200)]
    [InlineData("jiyrma bes", 25)]
    [InlineData("eki juz elu", 250)]
    [InlineData("eki zhuz", 200)]
    [InlineData("sto dvadtsat pyat", 125)]
    [InlineData("ldtcnb", 200)]
    [InlineData("екі жуз елу", 250)]
    [InlineData("двадцеть пять", 25)]
    [InlineData("сто жиырма", 120)]
    public void Whole_numbers_are_read(string text, int number) =>
        Assert.Equal(new NumberReading.Found(number), NumberReader.Read(text));

    [Theory]
    [InlineData("", NumberFault.NoNumber)]
    [InlineData("много", NumberFault.NoNumber)]
    [InlineData("көп", NumberFault.NoNumber)]
    [InlineData("сколько можно?", NumberFault.NoNumber)]
    [InlineData("второй", NumberFault.NoNumber)]
    [InlineData("2,5", NumberFault.NotWhole)]
    [InlineData("2.5", NumberFault.NotWhole)]
    [InlineData("екі жарым", NumberFault.NotWhole)]
    [InlineData("полтора", NumberFault.NotWhole)]
    [InlineData("5-10", NumberFault.Several)]
    [InlineData("5–10 человек", NumberFault.Several)]
    [InlineData("15:00", NumberFault.Several)]
    [InlineData("два зала по 50 мест", NumberFault.Several)]
    [InlineData("екі зал, 50 орын", NumberFault.Several)]
    [InlineData("99999999999999999999999", NumberFault.TooLarge)]
    [InlineData("1 000 000 000 000", NumberFault.TooLarge)]
    public void What_is_no_whole_number_says_why(string text, NumberFault fault) =>
        Assert.Equal(new NumberReading.Refused(fault), NumberReader.Read(text));

    [Fact]
    public void Numbers_are_read_back_in_Kazakh()
    {
        string[] units = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
        string[] tens =
            ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];
        string Below(int number) => string.Join(' ', new[]
        {
            number >= 200 ? units[number / 100] + " жүз" : number >= 100 ? "жүз" : "",
            tens[number / 10 % 10],
            units[number % 10],
        }.Where(word => word.Length > 0));
        AllAreRead(number => (number >= 2000 ? Below(number / 1000) + " мың " : number >= 1000 ? "мың " : "")
            + Below(number % 1000));
    }

    [Fact]
    public void Numbers_are_read_back_in_Russian()
    {
        string[] units =
        [
            "", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать",
            "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать",
            "девятнадцать",
        ];
        string[] tens =
        [
            "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
        ];
        string[] hundreds =
        [
            "", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот",
        ];
        string Below(int number) => string.Join(' ', new[]
        {
            hundreds[number / 100],
            number % 100 < 20 ? "" : tens[number / 10 % 10],
            number % 100 < 20 ? units[number % 100] : units[number % 10],
        }.Where(word => word.Length > 0));
        AllAreRead(number => (number >= 1000 ? Below(number / 1000) + " тысяч " : "") + Below(number % 1000));
    }

    [Fact]
    public void Nothing_throws_on_nonsense()
    {
        foreach (var text in RandomText.Many(20_000))
        {
            Assert.NotNull(NumberReader.Read(text));
        }
    }

    private static void AllAreRead(Func<int, string> write)
    {
        var random = new Random(20260520);
        for (var i = 1; i < 4000; i++)
        {
            var number = i < 1200 ? i : random.Next(1, 1_000_000);
            var text = write(number);
            var expected = new NumberReading.Found(number);
            Assert.True(expected == NumberReader.Read(text), text);
            Assert.True(expected == NumberReader.Read(Folding.Fold(text)), Folding.Fold(text));
            foreach (var alphabet in Enum.GetValues<LatinAlphabet>())
            {
                var latin = LatinWriter.Write(text, alphabet);
                Assert.True(expected == NumberReader.Read(latin), latin);
            }
        }
    }
}
