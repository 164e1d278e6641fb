using System.Globalization;
using System.Text;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Testing;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Dialogs;

/// <summary>
/// Keeps the verbs and pictures of <c>dialogs/README.md</c> true; <c>RUHANI_RECORD=1</c> writes them.
/// </summary>
public sealed class DialogsReadmeTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public void The_verbs_are_those_of_the_code()
    {
        var verbs = _bot.Get<VerbCatalog>();
        var text = new StringBuilder("| verb | outcomes |\n|---|---|\n");
        foreach (var name in verbs.Names)
        {
            var outcomes = string.Join(", ", verbs.Find(name)!.Outcomes.Select(outcome => $"`{outcome}`"));
            text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {(outcomes.Length > 0 ? outcomes : "–")} |\n");
        }

        text.Append("\nOptions for `from`: ").Append(Names(verbs.OptionNames))
            .Append(". Checks: ").Append(Names(verbs.CheckNames)).Append(".\n");
        Keep("verbs", text.ToString());
    }

    [Fact]
    public void The_pictures_are_those_of_the_dialogs()
    {
        var text = new StringBuilder();
        foreach (var dialog in _bot.Content.Current.Dialogs.Dialogs.Where(dialog => dialog.States.Count > 1)
            .OrderBy(dialog => dialog.Name, StringComparer.Ordinal))
        {
            text.Append("### ").Append(dialog.Name).Append("\n\n```mermaid\n").Append(DialogDiagram.Of(dialog))
                .Append("```\n\n");
        }

        Keep("pictures", text.ToString().TrimEnd() + "\n");
    }

    private static string Names(IEnumerable<string> names) =>
        names.Any() ? string.Join(", ", names.Select(name => $"`{name}`")) : "none yet";

    private static void Keep(string part, string text)
    {
        var file = Repository.Path("dialogs", "README.md");
        var readme = File.ReadAllText(file);
        var (open, close) = ($"<!-- {part} -->\n", $"<!-- /{part} -->");
        var from = readme.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var to = readme.IndexOf(close, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("RUHANI_RECORD") == "1")
        {
            File.WriteAllText(file, readme[..from] + text + readme[to..]);
            return;
        }

        Assert.Equal(text, readme[from..to]);
    }
}
