using Ruhani.Bot.Content;
using Ruhani.Bot.Testing.Content;

namespace Ruhani.Bot.Tests.Content;

public sealed class CalendarLoaderTests
{
    private const string Good = """
        hours: ["09:00-13:00", "14:30-18:30"]
        years:
          2026:
            checked: true
            holidays: [01-01, 03-08]
            days-off: [01-07]
            working-days: [01-10]

        """;

    [Fact]
    public void A_calendar_is_read()
    {
        using var files = new ContentFiles();
        files.Write(CalendarLoader.File, Good);
        var problems = new List<ContentProblem>();

        var calendar = CalendarLoader.Load(files.Folder, problems)!;

        Assert.Empty(problems);
        Assert.True(calendar.IsWorkingDay(new DateOnly(2026, 1, 10)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 1, 7)));
        Assert.Equal(2, calendar.Hours.Count);
    }

    [Theory]
    [InlineData("\"09:00-13:00\"", "\"13:00-09:00\"", 1, "should be a stretch of the day")]
    [InlineData("14:30-18:30", "12:30-18:30", 1, "after the one before it")]
    [InlineData("14:30-18:30", "25:30-18:30", 1, "should be a stretch of the day")]
    [InlineData("2026:", "1999:", 4, "should be a year from 2020 to 2099")]
    [InlineData("checked: true", "checked: yep", 4, "should be true or false")]
    [InlineData("    checked: true\n", "", 4, "'checked' is missing")]
    [InlineData("    holidays: [01-01, 03-08]\n", "", 4, "'holidays' is missing")]
    [InlineData("03-08", "02-30", 5, "should be a day of the year")]
    [InlineData("03-08", "8 марта", 5, "should be a day of the year")]
    [InlineData("[01-07]", "[01-01]", 6, "stands in this year already")]
    [InlineData("[01-10]", "[01-12]", 7, "01-12 is a working day anyway")]
    [InlineData("days-off", "day-off", 6, "unknown key 'day-off'")]
    public void A_mistake_is_told_with_its_line(string old, string by, int line, string expected)
    {
        using var files = new ContentFiles();
        files.Write(CalendarLoader.File, Good);
        files.Replace(CalendarLoader.File, old, by);
        var problems = new List<ContentProblem>();

        Assert.Null(CalendarLoader.Load(files.Folder, problems));

        var problem = Assert.Single(problems, problem => problem.Message.Contains(expected, StringComparison.Ordinal));
        Assert.Equal((CalendarLoader.File, line), (problem.File, problem.Line));
    }

    [Fact]
    public void Without_the_file_there_is_a_problem_and_no_calendar()
    {
        using var files = new ContentFiles();
        File.Delete(files.PathOf(CalendarLoader.File));
        var problems = new List<ContentProblem>();

        Assert.Null(CalendarLoader.Load(files.Folder, problems));
        Assert.Single(problems);
    }
}
