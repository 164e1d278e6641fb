using System.Globalization;
using Ruhani.Bot.Office;

namespace Ruhani.Bot.Content;

/// <summary>Reads <c>localization/calendar.yaml</c>: the hours of a day and the particular days of each year.</summary>
internal static class CalendarLoader
{
    /// <summary>The file.</summary>
    public const string File = "localization/calendar.yaml";

    private const int FirstYear = 2020;
    private const int LastYear = 2099;

    /// <summary>The calendar; null with a problem when it can't be read.</summary>
    public static WorkingCalendar? Load(ContentFolder folder, List<ContentProblem> problems)
    {
        if (folder.ReadOne(File, problems) is not { } root)
        {
            return null;
        }

        var before = problems.Count;
        var fields = root.Fields("hours", "years");
        var hours = root.Required(fields, "hours") is { } hoursNode ? Hours(hoursNode) : [];
        var years = root.Required(fields, "years") is { } yearsNode ? Years(yearsNode) : [];
        return problems.Count == before ? new WorkingCalendar(hours, years) : null;
    }

    private static List<OpenHours> Hours(ContentNode node)
    {
        var hours = new List<OpenHours>();
        foreach (var item in node.Items())
        {
            var parts = (item.Text() ?? "").Split('-', '–');
            if (parts.Length == 2 && Time(parts[0]) is { } from && Time(parts[1]) is { } to && from < to
                && (hours.Count == 0 || hours[^1].To <= from))
            {
                hours.Add(new OpenHours(from, to));
            }
            else
            {
                item.Report("should be a stretch of the day such as 09:00-13:00, after the one before it");
            }
        }

        return hours;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    private static List<WorkingYear> Years(ContentNode node)
    {
        var years = new List<WorkingYear>();
        foreach (var (key, value) in node.Fields())
        {
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year is >= FirstYear and <= LastYear)
            {
                years.Add(Year(value, year));
            }
            else
            {
                value.Report($"'{key}' should be a year from {FirstYear} to {LastYear}");
            }
        }

        if (years.Count == 0)
        {
            node.Report("should hold a year");
        }

        return years;
    }

    private static WorkingYear Year(ContentNode node, int year)
    {
        var fields = node.Fields("checked", "holidays", "days-off", "working-days");
        var known = new HashSet<DateOnly>();
        var holidays = Days(node, fields, "holidays", year, known);
        var daysOff = Days(node, fields, "days-off", year, known);
        var working = Days(node, fields, "working-days", year, known);
        foreach (var odd in working.Where(day => !WorkingYear.IsWeekend(day)))
        {
            fields["working-days"].Report(string.Create(
                CultureInfo.InvariantCulture,
                $"{odd:MM-dd} is a working day anyway: only Saturdays and Sundays belong here"));
        }

        var isChecked = node.Required(fields, "checked")?.Text() switch
        {
            "true" => true,
            "false" => false,
            null => false,
            _ => Misread(fields["checked"]),
        };
        return new WorkingYear(year, isChecked, holidays, daysOff, working);
    }

    private static bool Misread(ContentNode node)
    {
        node.Report("should be true or false");
        return false;
    }

    private static HashSet<DateOnly> Days(
        ContentNode year,
        IReadOnlyDictionary<string, ContentNode> fields,
        string key,
        int number,
        HashSet<DateOnly> known)
    {
        var days = new HashSet<DateOnly>();
        if (!fields.TryGetValue(key, out var list))
        {
            if (key == "holidays")
            {
                year.Report("'holidays' is missing");
            }

            return days;
        }

        foreach (var item in list.Items())
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{number}-{item.Text()}");
            if (!DateOnly.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                item.Report("should be a day of the year, month first, such as 03-21");
            }
            else if (!known.Add(day))
            {
                item.Report("stands in this year already");
            }
            else
            {
                days.Add(day);
            }
        }

        return days;
    }
}
