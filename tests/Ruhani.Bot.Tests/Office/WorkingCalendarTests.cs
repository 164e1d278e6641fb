using Ruhani.Bot.Office;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Office;

public sealed class WorkingCalendarTests
{
    private static readonly OpenHours Morning = new(new TimeOnly(9, 0), new TimeOnly(13, 0));
    private static readonly OpenHours Afternoon = new(new TimeOnly(14, 30), new TimeOnly(18, 30));
    private static readonly TimeSpan WholeDay = TimeSpan.FromHours(8);

    // 2026 with a holiday on a Sunday (8 March), a bridge day off (Monday 5 January for Saturday the 10th).
    private static readonly WorkingCalendar Calendar = new(
        [Morning, Afternoon],
        [
            new WorkingYear(
                2026,
                IsChecked: true,
                Days(2026, "01-01", "01-02", "03-08", "03-21", "03-22", "03-23", "05-09"),
                Days(2026, "01-05", "01-07"),
                Days(2026, "01-10")),
        ]);

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-01-03", false)] // Saturday
    [InlineData("2026-01-05", false)] // moved
    [InlineData("2026-01-06", true)]
    [InlineData("2026-01-10", true)] // the Saturday worked instead
    [InlineData("2026-03-09", false)] // for the Sunday before
    [InlineData("2026-03-10", true)]
    [InlineData("2026-03-23", false)]
    [InlineData("2026-03-24", false)] // for Saturday the 21st
    [InlineData("2026-03-25", false)] // for Sunday the 22nd
    [InlineData("2026-03-26", true)]
    [InlineData("2026-05-11", false)] // for Saturday the 9th
    [InlineData("2028-03-08", false)] // a year nobody wrote down has the holidays of the last one
    [InlineData("2028-01-05", true)] // but none of its moved days
    [InlineData("2027-03-22", false)]
    public void A_day_is_worked_or_free(string day, bool isWorked) =>
        Assert.Equal(isWorked, Calendar.IsWorkingDay(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2026-01-06", 1, "2026-01-08")]
    [InlineData("2026-01-08", 2, "2026-01-10")]
    [InlineData("2026-01-09", 2, "2026-01-12")]
    [InlineData("2026-03-20", 1, "2026-03-26")]
    [InlineData("2026-03-21", 0, "2026-03-26")]
    [InlineData("2026-03-26", -1, "2026-03-20")]
    [InlineData("2026-03-22", -1, "2026-03-20")]
    [InlineData("2026-12-31", 1, "2027-01-05")]
    public void Working_days_are_counted_over_free_ones(string from, int days, string expected) => Assert.Equal(
        DateOnly.Parse(expected, null), Calendar.AddWorkingDays(DateOnly.Parse(from, null), days));

    [Theory]
    [InlineData("2026-03-20T11:00+05:00", 1, "2026-03-26T11:00+05:00")]
    [InlineData("2026-03-20T06:00+00:00", 1, "2026-03-26T11:00+05:00")]
    [InlineData("2026-03-20T23:00+05:00", 1, "2026-03-27T09:00+05:00")]
    [InlineData("2026-03-20T13:30+05:00", 1, "2026-03-26T14:30+05:00")]
    [InlineData("2026-03-19T20:30+00:00", 0, "2026-03-20T09:00+05:00")]
    public void A_term_begins_when_somebody_can_read_what_came(string from, int days, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, null), Calendar.Deadline(DateTimeOffset.Parse(from, null), days));

    [Theory]
    [InlineData("2026-03-20T08:00+05:00", "2026-03-20T18:30+05:00", 480)]
    [InlineData("2026-03-20T12:00+05:00", "2026-03-20T15:00+05:00", 90)]
    [InlineData("2026-03-20T18:00+05:00", "2026-03-26T09:10+05:00", 40)]
    [InlineData("2026-03-21T00:00+05:00", "2026-03-25T23:59+05:00", 0)]
    [InlineData("2026-03-20T12:00+05:00", "2026-03-20T11:00+05:00", 0)]
    public void Waiting_counts_while_the_office_works(string from, string to, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes),
        Calendar.WorkingTimeBetween(DateTimeOffset.Parse(from, null), DateTimeOffset.Parse(to, null)));

    [Fact]
    public void Days_add_up_whatever_they_are()
    {
        var random = new Random(17);
        for (var i = 0; i < 3000; i++)
        {
            var day = Calendar.AddWorkingDays(new DateOnly(2025, 12, 1).AddDays(random.Next(0, 1200)), 0);
            var (n, m) = (random.Next(0, 60), random.Next(0, 60));
            var later = Calendar.AddWorkingDays(day, n);

            Assert.True(Calendar.IsWorkingDay(later));
            Assert.Equal(Calendar.AddWorkingDays(later, m), Calendar.AddWorkingDays(day, n + m));
            Assert.Equal(day, Calendar.AddWorkingDays(later, -n));
            Assert.Equal(n, Enumerable.Range(1, later.DayNumber - day.DayNumber)
                .Count(d => Calendar.IsWorkingDay(day.AddDays(d))));
        }
    }

    [Fact]
    public void Hours_add_up_whatever_they_are()
    {
        var random = new Random(23);
        for (var i = 0; i < 3000; i++)
        {
            var a = Moment(random);
            var b = a + TimeSpan.FromMinutes(random.Next(0, 30_000));
            var c = b + TimeSpan.FromMinutes(random.Next(0, 30_000));
            var time = TimeSpan.FromMinutes(random.Next(0, 6_000));

            Assert.Equal(
                Calendar.WorkingTimeBetween(a, c),
                Calendar.WorkingTimeBetween(a, b) + Calendar.WorkingTimeBetween(b, c));
            Assert.Equal(time, Calendar.WorkingTimeBetween(a, Calendar.AddWorkingTime(a, time)));
            Assert.Equal(Calendar.WorkingTimeBetween(a, b), Calendar.WorkingTimeBetween(a.ToOffset(default), b));
            Assert.Equal(WholeDay, Calendar.WorkingTimeBetween(Calendar.Deadline(a, 3), Calendar.Deadline(a, 4)));
        }
    }

    [Fact]
    public void The_next_opening_is_the_first_moment_the_office_works()
    {
        var random = new Random(29);
        for (var i = 0; i < 3000; i++)
        {
            var moment = Moment(random);
            var opening = Calendar.NextOpening(moment);

            Assert.True(opening >= moment);
            Assert.True(Calendar.IsOpen(opening));
            Assert.Equal(TimeSpan.Zero, Calendar.WorkingTimeBetween(moment, opening));
            Assert.Equal(opening, Calendar.NextOpening(opening));
            Assert.Equal(KazakhstanTime.Offset, opening.Offset);
        }
    }

    [Theory]
    [InlineData("2026-06-01", new int[0])]
    [InlineData("2026-11-15", new[] { 2027 })]
    [InlineData("2027-06-01", new[] { 2027 })]
    [InlineData("2027-12-01", new[] { 2027, 2028 })]
    public void A_year_nobody_checked_is_named_in_good_time(string today, int[] expected) =>
        Assert.Equal(expected, Calendar.Unsure(DateOnly.Parse(today, null)));

    [Fact]
    public void A_calendar_without_hours_or_years_is_none()
    {
        Assert.Throws<ArgumentException>(() => new WorkingCalendar([], [Calendar.Find(2026)!]));
        Assert.Throws<ArgumentException>(() => new WorkingCalendar([Morning], []));
    }

    private static DateTimeOffset Moment(Random random) =>
        new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(0, 60 * 24 * 500));

    private static HashSet<DateOnly> Days(int year, params string[] days) =>
        [.. days.Select(day => DateOnly.Parse($"{year}-{day}", null))];
}
