using System.Globalization;
using Humanizer;
using Ruhani.Bot.Linguistics.Declension;

namespace Ruhani.Bot.Linguistics.Humanizing;

/// <summary>Humanizer's dates and clock times in Kazakh: <c>2027 жылғы 25 мамыр</c>, <c>15:00</c>.</summary>
internal sealed class KazakhDates
    : IDateToOrdinalWordConverter, IDateOnlyToOrdinalWordConverter, ITimeOnlyToClockNotationConverter
{
    private const int Five = 5;

    public string Convert(DateTime date) => Convert(DateOnly.FromDateTime(date));

    public string Convert(DateTime date, GrammaticalCase grammaticalCase) =>
        Convert(DateOnly.FromDateTime(date), grammaticalCase);

    public string Convert(DateOnly date) => KazakhCalendarWords.Date(date);

    public string Convert(DateOnly date, GrammaticalCase grammaticalCase) => grammaticalCase switch
    {
        GrammaticalCase.Genitive => In(NounCase.Genitive, date),
        GrammaticalCase.Dative => In(NounCase.Dative, date),
        GrammaticalCase.Accusative => In(NounCase.Accusative, date),
        GrammaticalCase.Instrumental => In(NounCase.Instrumental, date),
        GrammaticalCase.Prepositional => In(NounCase.Locative, date),
        _ => Convert(date),
    };

    public string Convert(TimeOnly time, ClockNotationRounding roundToNearest)
    {
        if (roundToNearest == ClockNotationRounding.NearestFiveMinutes)
        {
            var minutes = (time.Hour * 60) + time.Minute;
            time = TimeOnly.MinValue.AddMinutes((minutes + (Five / 2)) / Five * Five);
        }

        return time.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    private string In(NounCase noun, DateOnly date) => KazakhCases.ByRule.Inflect(Convert(date), noun);
}
