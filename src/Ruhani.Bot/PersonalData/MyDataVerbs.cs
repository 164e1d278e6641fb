using Ruhani.Bot.Dialogs;
using Ruhani.Bot.People;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>
/// Shows people what is kept about them: each kind on a line, with the values where they are short; and hands all of it
/// over as a file.
/// </summary>
public sealed class MyDataVerbs(Lazy<MyData> data, MyDataFile file) : IVerbSource
{
    private const int MostShown = 3;
    private const int LongestShown = 80;

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("mydata.show", ["export", "erase"], ShowAsync),
        new Verb("mydata.export", [], ExportAsync),
    ];

    private async ValueTask<VerbResult> ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (Privately.Says(turn))
        {
            return VerbResult.Wait;
        }

        var records = await data.Value.ReadAsync(turn, cancellationToken).ConfigureAwait(false);
        var lines = new RichText.Builder();
        foreach (var kind in records.GroupBy(record => record.Kind))
        {
            lines.AddPlain("\n", bold: false).Add(Line(turn, kind.Key, [.. kind]));
        }

        turn.Say("mydata.show", TextArguments.Of(("lines", lines.Build())),
        [
            turn.Choice("export", "", turn.Label("mydata.export")),
            turn.Choice("erase", "", turn.Label("mydata.erase")),
            turn.StartChoice("settings", turn.Label("mydata.settings")),
        ]);
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> ExportAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (Privately.Says(turn))
        {
            return VerbResult.Wait;
        }

        var records = await data.Value.ReadAsync(turn, cancellationToken).ConfigureAwait(false);
        if (await file.WriteAsync(turn, records, cancellationToken).ConfigureAwait(false) is { } written)
        {
            turn.SayWithFile(written, asPicture: false, "mydata.exported");
        }
        else
        {
            turn.Say("mydata.too-much");
        }

        return VerbResult.Wait;
    }

    private static RichText Line(Turn turn, string kind, IReadOnlyList<PersonalRecord> records)
    {
        var values = records.Count > MostShown ? "" : string.Join("; ", records.Select(record => Short(record.Line)));
        var key = records.Count == 1 ? "one" : values.Length == 0 ? "many" : "some";
        return turn.Content.Texts.Render(turn.Language, "mydata.line-" + key, TextArguments.Of(
            ("kind", turn.Label("mydata.kind-" + kind)), ("count", records.Count), ("values", values)));
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestShown ? line : line[..LongestShown].TrimEnd() + "…";
    }
}
