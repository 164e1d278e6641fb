using System.Globalization;

namespace Ruhani.Bot.Logo.Reporting;

/// <summary>The days a report is about, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record ReportPeriod(DateOnly From, DateOnly To)
{
    /// <summary>The period that is shown unless another is chosen.</summary>
    public const string Usual = "month";

    private const string DayForm = "yyyyMMdd";

    /// <summary>Those a button offers, by their word; the texts <c>report.period-…</c>.</summary>
    public static IReadOnlyList<string> Offered { get; } = [Usual, "last_month", "quarter", "year", "last_year"];

    /// <summary>What a button says of it: a word of <see cref="Offered"/>, or its days.</summary>
    /// <returns>Null for what is none.</returns>
    public static ReportPeriod? Read(string words, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(words);
        var month = new DateOnly(today.Year, today.Month, 1);
        var year = new DateOnly(today.Year, 1, 1);
        return words switch
        {
            "" or Usual => Months(month, 1),
            "last_month" => Months(month.AddMonths(-1), 1),
            "quarter" => Months(year.AddMonths((today.Month - 1) / 3 * 3), 3),
            "year" => Months(year, 12),
            "last_year" => Months(year.AddYears(-1), 12),
            _ => words.Split('-') is [var from, var to] && Day(from) is { } first && Day(to) is { } last
                && first <= last
                    ? new ReportPeriod(first, last)
                    : null,
        };
    }

    /// <summary>As a button says it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{From:yyyyMMdd}-{To:yyyyMMdd}");

    private static ReportPeriod Months(DateOnly first, int count) => new(first, first.AddMonths(count).AddDays(-1));

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(
        text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
