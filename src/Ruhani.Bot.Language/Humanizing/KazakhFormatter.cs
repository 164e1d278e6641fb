using System.Globalization;
using Humanizer;

namespace Ruhani.Bot.Linguistics.Humanizing;

/// <summary>
/// Humanizer's distances and lengths of time in Kazakh: what is past is <c>3 сағат бұрын</c>, what is to come takes the
/// ablative, <c>3 сағаттан кейін</c>; a single one is written as a word, and days have their own words.
/// </summary>
internal sealed class KazakhFormatter : IFormatter
{
    private static readonly Dictionary<TimeUnit, (string Name, string From, string Symbol)> Units = new()
    {
        [TimeUnit.Millisecond] = ("миллисекунд", "миллисекундтан", "мс"),
        [TimeUnit.Second] = ("секунд", "секундтан", "сек"),
        [TimeUnit.Minute] = ("минут", "минуттан", "мин"),
        [TimeUnit.Hour] = ("сағат", "сағаттан", "сағ"),
        [TimeUnit.Day] = ("күн", "күннен", "күн"),
        [TimeUnit.Week] = ("апта", "аптадан", "апта"),
        [TimeUnit.Month] = ("ай", "айдан", "ай"),
        [TimeUnit.Year] = ("жыл", "жылдан", "жыл"),
    };

    private static readonly Dictionary<DataUnit, (string Name, string Symbol)> Data = new()
    {
        [DataUnit.Bit] = ("бит", "бит"),
        [DataUnit.Byte] = ("байт", "Б"),
        [DataUnit.Kilobyte] = ("килобайт", "КБ"),
        [DataUnit.Megabyte] = ("мегабайт", "МБ"),
        [DataUnit.Gigabyte] = ("гигабайт", "ГБ"),
        [DataUnit.Terabyte] = ("терабайт", "ТБ"),
    };

    public string DateHumanize_Now() => "қазір";

    public string DateHumanize_Never() => "ешқашан";

    public string DateHumanize(TimeUnit timeUnit, Tense timeUnitTense, int unit) =>
        (timeUnit, unit, timeUnitTense) switch
        {
            (_, 0, _) => DateHumanize_Now(),
            (TimeUnit.Day, 1, Tense.Past) => "кеше",
            (TimeUnit.Day, 1, _) => "ертең",
            (TimeUnit.Day, 2, Tense.Past) => "алдыңғы күні",
            (TimeUnit.Day, 2, _) => "бүрсігүні",
            (_, _, Tense.Past) => $"{Number(unit)} {Units[timeUnit].Name} бұрын",
            _ => $"{Number(unit)} {Units[timeUnit].From} кейін",
        };

    public string TimeSpanHumanize_Zero() => "нөл секунд";

    public string TimeSpanHumanize(TimeUnit timeUnit, int unit, bool toWords) =>
        $"{(toWords ? KazakhNumerals.Words(unit) : Digits(unit))} {Units[timeUnit].Name}";

    public string TimeSpanHumanize_Age() => "жасы – {0}";

    public string DataUnitHumanize(DataUnit dataUnit, double count, bool toSymbol) =>
        toSymbol ? Data[dataUnit].Symbol : Data[dataUnit].Name;

    public string TimeUnitHumanize(TimeUnit timeUnit) => Units[timeUnit].Symbol;

    private static string Number(int count) => count == 1 ? KazakhNumerals.Words(1) : Digits(count);

    private static string Digits(int count) => count.ToString(CultureInfo.InvariantCulture);
}
