namespace Ruhani.Bot.Language.Tests;

/// <summary>Seeded nonsense made of what answers are made of.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        "25", "05", "2027", "1", "31", "0", "99999999999999999999", "00", "7701", "+7", "(", ")", "8", "7172", ".", "/",
        "-", "–", ":", ",", "?", "!", "мамыр", "мая", "ертең", "завтра", "жұма", "в", "пятницу", "следующий", "келесі",
        "аптадан", "кейін", "через", "две", "недели", "месяц", "айдың", "соңы", "конец", "года", "жыл", "жылғы", "-і",
        "-го", "-ші", "-те", "сағат", "часа", "дня", "кешкі", "жарым", "половина", "восьмого", "с", "по", "дейін",
        "тоқсан", "III", "квартал", "бүкіл", "весь", "или", "немесе", "не", "бір", "мың", "тысяч", "миллион", "полтора",
        "жарты", "тридцать", "первого", "отыз", "vfz", "thnt4", "mamyr", "\uD83D\uDE00", "\uD800", "\uFFFE", "\u0301",
        "последняя", "числа", "ақпан", "30", "29", "без", "четверти", "полдень", "назад", "бұрын", "күн", "да", "жоқ",
    ];

    public static IEnumerable<string> Many(int count)
    {
        var random = new Random(20260520);
        for (var i = 0; i < count; i++)
        {
            var text = "";
            for (var piece = random.Next(1, 9); piece > 0; piece--)
            {
                text += random.Next(12) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString()
                    : Pieces[random.Next(Pieces.Length)];
                text += random.Next(3) == 0 ? "" : " ";
            }

            yield return text;
        }
    }
}
