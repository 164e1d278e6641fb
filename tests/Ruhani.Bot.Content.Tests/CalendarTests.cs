namespace Ruhani.Bot.Content.Tests;

/// <summary>The years that ship.</summary>
public sealed class CalendarTests
{
    // The ministry counted 246 days for 2026; 31 August was free then, for a holiday that there is no more.
    [Theory]
    [InlineData(2026, 247)]
    [InlineData(2027, 247)]
    public void The_working_days_of_a_year_add_up(int year, int expected)
    {
        var calendar = RealContent.Bot.Content.Current.Calendar;
        var first = new DateOnly(year, 1, 1);

        Assert.Equal(
            expected,
            Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber)
                .Count(day => calendar.IsWorkingDay(first.AddDays(day))));
    }
}
