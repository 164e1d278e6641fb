using System.Globalization;
using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests.When;

/// <summary>A day in the ways people write it.</summary>
internal static class WrittenDates
{
    private static readonly string[] KazakhMonths =
    [
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша",
        "желтоқсан",
    ];

    private static readonly string[] KazakhGenitives =
    [
        "қаңтардың", "ақпанның", "наурыздың", "сәуірдің", "мамырдың", "маусымның", "шілденің", "тамыздың",
        "қыркүйектің", "қазанның", "қарашаның", "желтоқсанның",
    ];

    private static readonly string[] KazakhLocatives =
    [
        "қаңтарда", "ақпанда", "наурызда", "сәуірде", "мамырда", "маусымда", "шілдеде", "тамызда", "қыркүйекте",
        "қазанда", "қарашада", "желтоқсанда",
    ];

    private static readonly string[] RussianMonths =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ];

    private static readonly string[] KazakhOrdinals =
    [
        "бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші", "тоғызыншы", "оныншы",
        "жиырмасыншы", "отызыншы",
    ];

    private static readonly string[] KazakhPossessed =
        ["бірі", "екісі", "үші", "төрті", "бесі", "алтысы", "жетісі", "сегізі", "тоғызы", "оны", "жиырмасы", "отызы"];

    private static readonly string[] RussianOrdinals =
    [
        "перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат",
        "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат",
        "девятнадцат", "двадцат",
    ];

    private static readonly string[] KazakhWeekdays =
        ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"];

    private static readonly string[] RussianWeekdays =
        ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];

    public static IEnumerable<string> InDigits(DateOnly date)
    {
        foreach (var format in (string[])
            ["dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "dd/MM/yy", "dd.MM.yy", "dd-MM-yyyy", "dd MM yyyy", "yyyy-MM-dd",
            "yyyy.MM.dd", "ddMMyyyy", "dd.MM.yyyy 'г.'", "dd.MM.yyyy 'жыл'", "dd.MM", "d.M", "dd/MM", "dd MM"])
        {
            yield return date.ToString(format, CultureInfo.InvariantCulture);
        }
    }

    public static IEnumerable<string> InKazakh(DateOnly date)
    {
        var (day, month, year) = (date.Day, date.Month - 1, date.Year);
        var ordinal = Kazakh(day, KazakhOrdinals);
        var possessed = Kazakh(day, KazakhPossessed);
        yield return $"{day} {KazakhMonths[month]}";
        yield return $"{day}-{KazakhMonths[month]}";
        yield return $"{day} {KazakhLocatives[month]}";
        yield return $"{day}-ші {KazakhMonths[month]}";
        yield return $"{KazakhGenitives[month]} {day}-і";
        yield return $"{KazakhGenitives[month]} {day}-сі күні";
        yield return $"{KazakhMonths[month]} айының {day}-інде";
        yield return $"{ordinal} {KazakhMonths[month]}";
        yield return $"{ordinal} {KazakhLocatives[month]}";
        yield return $"{KazakhGenitives[month]} {possessed}";
        yield return $"{KazakhGenitives[month]} {possessed}{(IsBack(day) ? "нда" : "нде")}";
        yield return $"{day} {KazakhMonths[month]} {year}";
        yield return $"{day} {KazakhMonths[month]} {year} жыл";
        yield return $"{year} жылғы {day} {KazakhMonths[month]}";
        yield return $"{year} жылдың {day} {KazakhMonths[month]}ы";
        yield return $"{year} ж. {KazakhGenitives[month]} {day}-і";
        yield return $"{day} {KazakhMonths[month]}, {KazakhWeekdays[Weekday(date)]}";
        yield return $"{KazakhWeekdays[Weekday(date)]}, {day} {KazakhMonths[month]}";
    }

    public static IEnumerable<string> InRussian(DateOnly date)
    {
        var (day, month, year) = (date.Day, RussianMonths[date.Month - 1], date.Year);
        yield return $"{day} {month}";
        yield return $"{day}-го {month}";
        yield return $"{day} числа {month}";
        yield return $"{Russian(day, "его", "ого")} {month}";
        yield return $"{Russian(day, "е", "ое")} {month}";
        yield return $"к {Russian(day, "ему", "ому")} {month}";
        yield return $"{day} {month} {year}";
        yield return $"{day} {month} {year} г.";
        yield return $"{day} {month} {year} года";
        yield return $"до {day} {month} {year} года";
        yield return $"{day} {month}, {RussianWeekdays[Weekday(date)]}";
        yield return $"{RussianWeekdays[Weekday(date)]}, {day} {month}";
    }

    /// <summary>As typed without the Kazakh letters, in Latin letters, on the wrong layout, or shouted.</summary>
    public static IEnumerable<string> Typed(string text)
    {
        yield return text;
        yield return text.ToUpperInvariant();
        yield return Folding.Fold(text);
        foreach (var alphabet in Enum.GetValues<LatinAlphabet>())
        {
            yield return LatinWriter.Write(text, alphabet);
        }

        // A mark of the Russian layout stands elsewhere on the English one, and a hyphen is a letter of the Kazakh one.
        if (text.All(letter => char.IsLetterOrDigit(letter) || letter == ' '))
        {
            yield return KeyboardLayout.ToLatin(text);
        }
    }

    private static bool IsBack(int day) => day % 10 is 6 or 9 || day is 10 or 20 or 30;

    private static int Weekday(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;

    private static string Kazakh(int day, string[] last)
    {
        string[] tens = ["", "он ", "жиырма ", "отыз "];
        return (day / 10, day % 10) switch
        {
            (var ten, 0) => last[8 + ten],
            (var ten, var unit) => tens[ten] + last[unit - 1],
        };
    }

    private static string Russian(int day, string ofThird, string ending) => day switch
    {
        3 => "треть" + ofThird,
        <= 20 => RussianOrdinals[day - 1] + ending,
        30 => "тридцат" + ending,
        31 => "тридцать перв" + ending,
        _ => "двадцать " + Russian(day - 20, ofThird, ending),
    };
}
