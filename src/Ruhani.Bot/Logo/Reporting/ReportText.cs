using Ruhani.Bot.Documents;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reporting;

/// <summary>The figures of a period in words and as a chart, in the turn's language.</summary>
internal sealed class ReportText(Turn turn, ReportPeriod period, int region)
{
    private static readonly string[] Grounds = ["plan", "instruction", "agreement", "none"];
    private static readonly RequestFate[] Permitted = [RequestFate.Approved];
    private static readonly RequestFate[] Refused = [RequestFate.Refused, RequestFate.AutoRefused, RequestFate.Revoked];

    private readonly LogoWording _words = LogoWording.Of(turn);

    /// <summary>The days.</summary>
    public string Days => turn.Dates.Period(period.From, period.To);

    /// <summary>The region.</summary>
    public string Place => Regions.Name(turn.Content.Texts, turn.Language, region);

    /// <summary>The lines under the heading.</summary>
    public RichText Lines(RequestFigures figures)
    {
        var lines = new RichText.Builder();
        Say("report.total", ("count", figures.Total));
        foreach (var fate in Enum.GetValues<RequestFate>())
        {
            Item(turn.Label(Key(fate)), figures.Count(fate));
        }

        Head("report.by-ground");
        foreach (var ground in Grounds.Where(ground => figures.Count(ground) > 0))
        {
            Say(
                "report.ground-line",
                ("label", turn.Label("logo.ground-" + ground)),
                ("count", figures.Count(ground)),
                ("approved", figures.Count(ground, Permitted)));
        }

        if (figures.Refusals.Count > 0)
        {
            Head("report.by-refusal");
            foreach (var (why, count) in figures.Refusals)
            {
                Item(_words.Say(why), count);
            }
        }

        if (figures is { Median: { } median, Longest: { } longest })
        {
            Head("report.times");
            Say("report.times-line", ("median", Time(median)), ("longest", Time(longest)));
        }

        if (region == 0 && figures.Regions.Count > 1)
        {
            Head("report.by-region");
            foreach (var (code, count) in figures.Regions)
            {
                Item(Regions.Name(turn.Content.Texts, turn.Language, code), count);
            }
        }

        return lines.Build();

        void Head(string key)
        {
            lines.AddPlain("\n", bold: false);
            Say(key);
        }

        void Item(string label, int count)
        {
            if (count > 0)
            {
                Say("report.line", ("label", label), ("count", count));
            }
        }

        void Say(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
            lines.Add(turn.Content.Texts.Render(turn.Language, key, TextArguments.Of(values)))
                .AddPlain("\n", bold: false);
    }

    /// <summary>What became of requests, by ground.</summary>
    public BarChart Chart(RequestFigures figures) => new(
        Label("report.chart-title", ("days", Days), ("region", Place)),
        [turn.Label("report.part-approved"), turn.Label("report.part-refused"), turn.Label("report.part-other")],
        [
            .. Grounds.Where(ground => figures.Count(ground) > 0).Select(ground => new Bar(
                turn.Label("logo.ground-" + ground),
                [
                    figures.Count(ground, Permitted),
                    figures.Count(ground, Refused),
                    figures.Count(ground) - figures.Count(ground, [.. Permitted, .. Refused]),
                ])),
        ],
        Label("report.chart-note", ("moment", turn.Dates.Moment(turn.Now))));

    private static string Key(RequestFate fate) =>
        "report.fate-" + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(fate.ToString());

    // In working days as long as the office's.
    private string Time(TimeSpan time)
    {
        var day = turn.Content.Calendar.Hours.Aggregate(TimeSpan.Zero, (sum, one) => sum + (one.To - one.From));
        var days = (int)(time / day);
        var rest = time - (days * day);
        return days > 0 ? Label("report.time-days", ("days", days), ("hours", rest.Hours))
            : rest.Hours > 0 ? Label("report.time-hours", ("hours", rest.Hours), ("minutes", rest.Minutes))
            : Label("report.time-minutes", ("minutes", Math.Max(1, rest.Minutes)));
    }

    private string Label(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        turn.Content.Texts.Label(turn.Language, key, TextArguments.Of(values));
}
