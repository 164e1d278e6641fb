using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Reads the day somebody answers with, in Kazakh, in Russian or in both, without the Kazakh letters, in Latin, on the
/// wrong keyboard layout, with one slip in a longer word. Accepted are:
/// <list type="bullet">
/// <item>25.05 · 25/05/27 · 25-05-2027 · 25 05 2027 · 25052027 · 2027-05-25, the day before the month;</item>
/// <item>25 мамыр · мамырдың 25-і · жиырма бесінші мамыр · 25-го мая · двадцать пятое мая 2027 года · 2027 жылғы 25
/// мамыр · 25 мая следующего года; the number alone (25-і, 25-го, 25 числа, 25) is the next such day;</item>
/// <item>бүгін, ертең, бүрсігүні, кеше; сегодня, завтра, послезавтра, вчера;</item>
/// <item>жұмада · осы жұма · келесі сейсенбі · во вторник на следующей неделе · прошлую среду; «next» is of next week,
/// Monday first, «this» is the nearest;</item>
/// <item>через 3 дня · екі аптадан кейін · бір айдан соң · неделю назад · 3 күн бұрын; months keep the day's number as
/// far as they have it;</item>
/// <item>конец месяца · айдың соңы · мамырдың соңғы күні · конец года · последняя пятница мая · маусымның бірінші
/// сенбісі.</item>
/// </list>
/// A day without a year is the nearest not past. A few other words around a day are passed over; a question, a
/// refusal, a second number or a second day is not: then it is no date.
/// </summary>
public static class DateReader
{
    /// <summary>Reads an answer.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">The day it was typed on, in Kazakhstan.</param>
    /// <param name="preferPast">
    /// Whether a day without a year, or a weekday, is the nearest not ahead: the date of a letter, a past event.
    /// </param>
    public static DateReading Read(string text, DateOnly today, bool preferPast = false) =>
        Read(WhenWords.Lexer.Read(text), today, preferPast);

    internal static DateReading Read(TokenList tokens, DateOnly today, bool preferPast = false)
    {
        var days = new List<SaidDay>();
        foreach (var part in Alternatives.Split(tokens))
        {
            if (AnswerScan.Read(part, today, wantsTime: false)?.Day is not { } day)
            {
                return new DateReading.NotADate();
            }

            days.Add(day);
        }

        return Alternatives.Resolve(days, new DayCalendar(today, preferPast));
    }
}
