using System.CommandLine;

namespace Ruhani.Bot.Host.Commands;

/// <summary>The verbs. Settings (<c>--Section:Key=value</c>, <c>--Urls=…</c>) may stand beside any of them.</summary>
internal static class CommandLine
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Misused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var (words, settings) = Settings.Split(args);
        var root = new RootCommand("The assistant of the «Рухани жаңғыру» programme's project offices.");
        root.SetAction((_, token) => RunCommand.ExecuteAsync(settings, token));
        root.Subcommands.Add(Run(settings));
        root.Subcommands.Add(Ask(settings));
        root.Subcommands.Add(Check(settings));
        root.Subcommands.Add(Diagram());
        root.Subcommands.Add(ExportCommand.Create(settings));

        var parsed = root.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Try --help.");
            return Misused;
        }

        return await parsed.InvokeAsync();
    }

    private static Command Run(string[] settings)
    {
        var command = new Command("run", "Starts the host (also what happens without a verb).");
        command.SetAction((_, token) => RunCommand.ExecuteAsync(settings, token));
        return command;
    }

    private static Command Ask(string[] settings)
    {
        var question = new Argument<string?>("question")
        {
            Description = "The question.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var language = new Option<string?>("--lang") { Description = "The person's language: kk or ru." };
        language.AcceptOnlyFromAmong("kk", "ru");
        var json = new Option<bool>("--json") { Description = "Answers as JSON, one object a line." };
        var batch = new Option<string?>("--batch")
        {
            Description = "A file with a question a line, or - for standard input. Needs --json.",
        };
        var command = new Command("ask", "Answers from the knowledge and ends; no store, no network.")
        {
            question, language, json, batch,
        };
        command.Validators.Add(result =>
        {
            var hasBatch = result.GetValue(batch) is not null;
            if (hasBatch == result.GetValue(question) is not null)
            {
                result.AddError("ask needs either a question or --batch FILE.");
            }
            else if (hasBatch && !result.GetValue(json))
            {
                result.AddError("--batch needs --json.");
            }
        });
        command.SetAction((parsed, token) => AskCommand.ExecuteAsync(
            settings,
            new AskRequest(
                parsed.GetValue(question), parsed.GetValue(language), parsed.GetValue(json), parsed.GetValue(batch)),
            token));
        return command;
    }

    private static Command Diagram()
    {
        var dialog = new Argument<string?>("dialog")
        {
            Description = "A dialog's name; all of them without it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("diagram", "Prints the dialogs as Mermaid state diagrams.") { dialog };
        command.SetAction(parsed => DiagramCommand.Execute(parsed.GetValue(dialog)));
        return command;
    }

    private static Command Check(string[] settings)
    {
        var command = new Command("check", "Checks configuration, dialogs, texts and knowledge.");
        command.SetAction(_ => CheckCommand.Execute(settings));
        return command;
    }
}
