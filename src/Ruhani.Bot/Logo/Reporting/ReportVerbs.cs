using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Documents;
using Ruhani.Bot.Files;
using Ruhani.Bot.People;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reporting;

/// <summary>
/// Requests of a period for those who answer for them: in numbers with a chart, and one by one as a table. Each sees
/// the own region, the republic's office all. That a table with names and telephones was handed out is in the audit.
/// </summary>
public sealed class ReportVerbs(
    LogoRecords records,
    IEnumerable<IChartDrawer> charts,
    IEnumerable<ITableWriter> writers,
    IFileStore files,
    FileLimits limits) : IVerbSource
{
    private const string Dialog = "report";
    private static readonly string[] Known = ["xlsx", "csv", "json"];

    private readonly IChartDrawer? _chart = charts.FirstOrDefault();

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("report.show", [], ShowAsync),
        new Verb("report.other", [], Other),
        new Verb("report.days", ["shown"], DaysAsync),
        new Verb("report.formats", [], Formats),
        new Verb("report.table", [], TableAsync),
    ];

    private async ValueTask<VerbResult> ShowAsync(Turn turn, string words, CancellationToken cancellationToken)
    {
        if (!Privately.Says(turn))
        {
            var period = ReportPeriod.Read(words, turn.Today) ?? ReportPeriod.Read("", turn.Today)!;
            await ShowAsync(turn, period, cancellationToken).ConfigureAwait(false);
        }

        return VerbResult.Wait;
    }

    private async ValueTask ShowAsync(Turn turn, ReportPeriod period, CancellationToken cancellationToken)
    {
        var region = RegionOf(turn);
        var filter = FilterOf(period, region);
        var figures = new RequestFigures(turn.Content.Calendar);
        await foreach (var request in records.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (filter.Takes(request))
            {
                figures.Add(request);
            }
        }

        var text = new ReportText(turn, period, region);
        if (figures.Total > 0 && _chart is not null)
        {
            using var picture = new MemoryStream(_chart.Draw(text.Chart(figures)), writable: false);
            var name = turn.Label("report.chart-file") + ".png";
            if (await files.SaveAsync(picture, name, limits.MaxBytes, cancellationToken).ConfigureAwait(false)
                is FileSaving.Saved { File: var file })
            {
                turn.SayWithFile(file, asPicture: true, "report.chart", TextArguments.Of(("days", text.Days)));
            }
        }

        turn.Say(
            figures.Total > 0 ? "report.show" : "report.empty",
            TextArguments.Of(("days", text.Days), ("region", text.Place), ("lines", text.Lines(figures))),
            Choices(turn, period, figures.Total > 0));
    }

    private static List<Choice> Choices(Turn turn, ReportPeriod period, bool hasRows)
    {
        var choices = new List<Choice>();
        if (hasRows)
        {
            choices.Add(turn.DialogChoice(Dialog, "formats", turn.Label("report.table"), period.ToString()));
        }

        choices.AddRange(ReportPeriod.Offered.Where(word => ReportPeriod.Read(word, turn.Today) != period)
            .Select(word => turn.DialogChoice(Dialog, "show", turn.Label(LabelOf(word)), word)));
        choices.Add(turn.DialogChoice(Dialog, "other", turn.Label("report.other")));
        return choices;
    }

    private static VerbResult Other(Turn turn, string argument)
    {
        if (!Privately.Says(turn))
        {
            turn.GoTo(new NextStep.Start("reportdays", "", "days"));
        }

        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> DaysAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var days = turn.Answers.Find<SlotValue.Period>("days")!;
        await ShowAsync(turn, new ReportPeriod(days.From, days.To), cancellationToken).ConfigureAwait(false);
        return new VerbResult("shown");
    }

    private VerbResult Formats(Turn turn, string words)
    {
        if (Privately.Says(turn))
        {
            return VerbResult.Wait;
        }

        var period = ReportPeriod.Read(words, turn.Today) ?? ReportPeriod.Read("year", turn.Today)!;
        turn.Say(
            "report.formats",
            TextArguments.Of(("days", turn.Dates.Period(period.From, period.To))),
            [
                .. Known.Where(format => writers.Any(one => one.Format == format))
                    .Select(format => turn.DialogChoice(
                        Dialog, "table", turn.Label("report.format-" + format), $"{format}.{period}")),
                turn.DialogChoice(Dialog, "show", turn.Label("report.figures"), period.ToString()),
            ]);
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> TableAsync(Turn turn, string words, CancellationToken cancellationToken)
    {
        if (Privately.Says(turn))
        {
            return VerbResult.Wait;
        }

        var dot = words.IndexOf('.', StringComparison.Ordinal);
        var writer = writers.FirstOrDefault(one => dot > 0 && one.Format == words[..dot]);
        if (writer is null || ReportPeriod.Read(words[(dot + 1)..], turn.Today) is not { } period)
        {
            return Formats(turn, "");
        }

        var table = new RequestTable(turn.Content.Texts, turn.Dates);
        var rows = table.RowsAsync(
            records.AllAsync(cancellationToken), FilterOf(period, RegionOf(turn)), cancellationToken);
        using var content = new MemoryStream();
        await writer.WriteAsync(content, table.Head, rows, cancellationToken).ConfigureAwait(false);
        content.Position = 0;
        var days = turn.Dates.Period(period.From, period.To);
        var name = $"{table.Head.Title} {period}.{writer.Format}";
        if (await files.SaveAsync(content, name, limits.MaxBytes, cancellationToken).ConfigureAwait(false)
            is not FileSaving.Saved { File: var file })
        {
            turn.Say("report.too-much", TextArguments.Of(("days", days)));
            return VerbResult.Wait;
        }

        turn.Audit(
            "requests.exported",
            "",
            FormattableString.Invariant($"{period.From:yyyy-MM-dd} {period.To:yyyy-MM-dd} {writer.Format}"));
        turn.SayWithFile(file, asPicture: false, "report.exported", TextArguments.Of(("days", days)));
        return VerbResult.Wait;
    }

    private static RequestFilter FilterOf(ReportPeriod period, int region) =>
        new(period.From, period.To, Region: region == 0 ? null : region);

    private static int RegionOf(Turn turn) => turn.Account.Membership?.Region ?? 0;

    private static string LabelOf(string word) => "report.period-" + word.Replace('_', '-');
}
