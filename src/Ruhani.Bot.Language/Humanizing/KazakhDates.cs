using System.Globalization;
using Humanizer;

namespace Ruhani.Bot.Linguistics.Humanizing;

/// <summary>Humanizer's dates and clock times in Kazakh: <c>2027 жылғы 25 мамыр</c>, <c>15:00</c>.</summary>
internal sealed class KazakhDates
    : IDateToOrdinalWordConverter, IDateOnlyToOrdinalWordConverter, ITimeOnlyToClockNotationConverter
{
    private const int Five = 5;

    public string Convert(DateTime date) => Convert(DateOnly.FromDateTime(date));

    public string Convert(DateTime date, GrammaticalCase grammaticalCase) => Convert(date);

    public string Convert(DateOnly date) => KazakhCalendarWords.Date(date);

    public string Convert(DateOnly date, GrammaticalCase grammaticalCase) => Convert(date);

    public string Convert(TimeOnly time, ClockNotationRounding roundToNearest)
    {
        if (roundToNearest == ClockNotationRounding.NearestFiveMinutes)
        {
            var minutes = (time.Hour * 60) + time.Minute;
            time = TimeOnly.MinValue.AddMinutes((minutes + (Five / 2)) / Five * Five);
        }

        return time.ToString("HH:mm", CultureInfo.InvariantCulture);
    }
}
